package town.machi.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that happened to a message, for people to read.
///
/// @param who `staff:<uuid>` or `system:<job>`
/// @param words what somebody wrote to it; may be empty
/// @param request the client-made id of the act; null: the program did it
public record AlertEvent(
        UUID id,
        AlertId alert,
        Instant at,
        String who,
        What what,
        String words,
        @Nullable UUID request) {

    /// What it was.
    public enum What {
        WRITTEN("下書きを作りました"),
        REWRITTEN("書き直しました"),
        UPDATED("新しい電文で書き直しました"),
        SUBMITTED("決裁を頼みました"),
        APPROVED("決裁しました"),
        SENT("発信しました"),
        SENT_ALONE("単独発信しました"),
        SENT_BY_RULE("規則により自動で発信しました"),
        SENT_BACK("差し戻しました"),
        TAKEN_BACK("決裁の依頼を取り下げました"),
        DROPPED("取りやめました"),
        MARKED("手段の結果を記録しました"),
        RETRIED("届かなかった分をもう一度送りました"),
        CLOSED("すべての手段を確認しました"),
        REOPENED("手段の確認に戻りました"),
        FOLLOWED("続きのお知らせを作りました");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
