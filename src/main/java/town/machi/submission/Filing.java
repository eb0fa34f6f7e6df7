package town.machi.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.Published;

/// Something that is to be filed: the answers to one form, complete and read.
///
/// @param id becomes the submission's; filed once
/// @param request the id that a program gave its request, by which a repeat is known; null: the id is
/// @param answers those to questions that do not apply are left out when it is filed
public record Filing(
        UUID id, @Nullable UUID request, ReceiptNumber number, Published published, Answers answers, Sender sender) {

    /// @param actor who sends it, for the audit
    /// @param typist `staff:…` where somebody of the office typed it, null otherwise
    /// @param mail where the receipt goes; null: nowhere
    public record Sender(
            Actor actor,
            Channel channel,
            @Nullable String typist,
            Language language,
            @Nullable String mail) {}

    /// Whose files the answers may name.
    public String owner() {
        return "submission:" + id;
    }
}
