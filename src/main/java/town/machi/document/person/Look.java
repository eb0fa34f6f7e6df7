package town.machi.document.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// That somebody looked for what is held on a person; for whom is not part of it.
///
/// @param by `staff:…`
/// @param receipt number of the request, in symbols; empty where there is none
/// @param words the reason in words, where it is another one
/// @param parts by what was looked: `name`, `kana`, `phone`, `mail`, `receipt`
public record Look(
        UUID id, Instant at, String by, Reason reason, String receipt, String words, List<String> parts, int found) {

    /// Source: 個人情報の保護に関する法律 第76条 (開示), 第90条 (訂正), 第98条 (利用停止).
    public enum Reason {
        DISCLOSURE("開示請求"),
        CORRECTION("訂正請求"),
        STOP("利用停止請求"),
        OTHER("そのほか");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// As the audit names it.
    public String subject() {
        return "document.person:" + id;
    }
}
