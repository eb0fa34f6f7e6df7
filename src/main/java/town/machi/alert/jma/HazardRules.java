package town.machi.alert.jma;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a telegram changes in what is known of a hazard. Pure.
final class HazardRules {

    /// How long a telegram of the new system silences the old ones about the same hazard.
    private static final Duration SILENCES = Duration.ofDays(7);

    private HazardRules() {}

    /// What is known of a hazard.
    ///
    /// @param signal what was last said
    /// @param type of the telegram that said it
    /// @param newSystem whether that was one of the new system
    record Known(Telegram.Signal signal, String type, boolean newSystem, Instant reportedAt) {}

    sealed interface Decision {
        /// The hazard stands otherwise than before.
        record Changed(Telegram.Signal signal) implements Decision {}

        /// The last telegram should not have been: 取消.
        record TakenBack() implements Decision {}

        record Nothing(TelegramOutcome why) implements Decision {}
    }

    /// @param known empty: nothing has been said about the hazard
    static Decision decide(Optional<Known> known, Telegram telegram, Telegram.Signal signal) {
        if (telegram.act() == Telegram.Act.CANCELLED) {
            return known.filter(last -> last.type().equals(telegram.type())
                                    && last.signal().isOn())
                            .isPresent()
                    ? new Decision.TakenBack()
                    : new Decision.Nothing(TelegramOutcome.NOTHING_TO_CANCEL);
        }
        if (known.isEmpty()) {
            return signal.isOn() ? new Decision.Changed(signal) : new Decision.Nothing(TelegramOutcome.SAME);
        }
        Known last = known.get();
        if (telegram.reportedAt().isBefore(last.reportedAt())) {
            return new Decision.Nothing(TelegramOutcome.OLDER);
        }
        boolean silenced = last.newSystem()
                && !telegram.isNewSystem()
                && telegram.reportedAt().isBefore(last.reportedAt().plus(SILENCES));
        if (silenced) {
            return new Decision.Nothing(TelegramOutcome.OLD_SYSTEM);
        }
        boolean same = last.signal().word().equals(signal.word())
                && last.signal().weight() == signal.weight()
                && telegram.act() != Telegram.Act.CORRECTED;
        return same ? new Decision.Nothing(TelegramOutcome.SAME) : new Decision.Changed(signal);
    }
}
