package town.machi.casework.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.shell.Template;

/// 補助金の額 on the page of a case: the amount that is put before whoever decides, and what came back.
///
/// @param wanted which amount is wanted now: 交付決定; null: none, or not for this person
/// @param proposed the amount that stands; null: none
/// @param owed what is still to come back; null: nothing
record GrantPartial(
        String path,
        @Nullable String wanted,
        @Nullable String proposed,
        @Nullable String owed,
        UUID proposeId,
        UUID repayId,
        CasePage.Typed typed)
        implements Template {

    static final String WANTED = "grant";
    static final String REPAID = "grant-repaid";

    /// With what was typed, where it was refused.
    GrantPartial again(CasePage.Typed refused) {
        return new GrantPartial(path, wanted, proposed, owed, proposeId, repayId, refused);
    }
}
