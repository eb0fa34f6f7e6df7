package town.machi.alert.jma;

import java.time.Instant;
import java.util.List;

/// A telegram of 気象庁防災情報XML, as far as it matters to the town.
///
/// @param type four letters and two digits, which no title tells: `VPWW55`, `VXKO`
/// @param status of the telegram: only 通常 is real
/// @param act 発表, 訂正 or 取消
/// @param event id that ties telegrams about one event together; may be empty
/// @param headline the agency's own sentence
/// @param signals what it says for the town; none: it says nothing for it
public record Telegram(
        String type, Status status, Act act, String event, Instant reportedAt, String headline, List<Signal> signals) {

    public Telegram {
        signals = List.copyOf(signals);
    }

    /// Control/Status. Source: 気象庁防災情報XMLフォーマット 辞書.
    public enum Status {
        REAL("通常"),
        DRILL("訓練"),
        TEST("試験");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// Head/InfoType.
    public enum Act {
        ISSUED("発表"),
        CORRECTED("訂正"),
        CANCELLED("取消");

        private final String word;

        Act(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// What it says of one hazard.
    ///
    /// @param hazard one draft for each: `RAIN`, `TSUNAMI`, `QUAKE:20260728162700`
    /// @param word which warning, as templates name it: `RAIN`, `WIND_SPECIAL`; empty: none is on any more
    /// @param level of the warning system: 2–5; 0: it has none
    /// @param weight by which warnings of a hazard compare: 10 × level, or what stands for it; 0: none is on
    /// @param detail what fills a blank: the intensity; may be empty
    public record Signal(String hazard, String word, int level, int weight, String detail) {

        static Signal of(String hazard, int level) {
            return new Signal(hazard, level == 0 ? "" : hazard, level, level * 10, "");
        }

        static Signal none(String hazard) {
            return new Signal(hazard, "", 0, 0, "");
        }

        /// Whether something is on.
        public boolean isOn() {
            return weight > 0;
        }
    }

    /// Whether it speaks the system of warnings that is in force since May 2026.
    public boolean isNewSystem() {
        return switch (type) {
            case "VPWW53", "VPWW54", "VXWW50" -> false;
            default -> true;
        };
    }
}
