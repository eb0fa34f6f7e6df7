package town.machi.submission.api;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;

/// What a program posts to `/api/v1/submissions`.
///
/// @param requestId made by the client; a repeat gets the first outcome
/// @param procedure `water-start`
/// @param version the published version that was answered; null: the present one
/// @param answers canonical text by path: `startsOn` → `2026-12-24`, `user.family` → `髙橋`
/// @param language of the mails: `ja`, `easy`, `en`; null: `ja`
/// @param mail where the receipt goes; null: nowhere
record FilingRequest(
        @Nullable UUID requestId,
        @Nullable String procedure,
        @Nullable Integer version,
        @Nullable Map<String, String> answers,
        @Nullable String language,
        @Nullable String mail) {

    Language languageOrJapanese() {
        for (Language known : Language.values()) {
            if (known.code().equals(language)) {
                return known;
            }
        }
        return Language.JA;
    }
}
