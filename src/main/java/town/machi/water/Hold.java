package town.machi.water;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CaseId;

/// Why a case waits for a person: no work order comes of it until staff have settled this.
///
/// @param other the case that it is about, where it is about one
public record Hold(
        CaseId caseId,
        Kind kind,
        Optional<CaseId> other,
        Instant at,
        @Nullable Settled settled) {

    /// @param by `staff:…`, or `resident:…` where what they did answered it
    /// @param words what was found out; empty: nothing was written
    public record Settled(Instant at, String by, String words) {}

    /// Stored by name.
    public enum Kind {
        DUPLICATE("重複の疑い", "同じ給水装置に、同じ種類の届出が14日以内に届いています。"),
        ARREARS("給水停止・未納", "この給水装置に未納のある人からの届出です。給水を再開してよいか確かめてください。"),
        OTHER_HALF("もう一方の届出", "いっしょに出された届出の一方が取り下げられたか、受け付けられませんでした。こちらを進めてよいか、届け出た人に確かめてください。"),
        DAY("作業の日", "訂正された希望日は班の予定がいっぱいです。届け出た人と日を決めてください。");

        private final String label;
        private final String sentence;

        Kind(String label, String sentence) {
            this.label = label;
            this.sentence = sentence;
        }

        public String label() {
            return label;
        }

        /// What staff read.
        public String sentence() {
            return sentence;
        }
    }

    public boolean isOpen() {
        return settled == null;
    }
}
