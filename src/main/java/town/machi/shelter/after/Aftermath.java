package town.machi.shelter.after;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import town.machi.shelter.DisasterId;

/// What is to become of the names of a disaster.
///
/// @param forgetOn the day; null: 未設定, and nothing is taken away
/// @param hold why not yet (災害救助費, 罹災証明, 災害関連死審査); empty: nothing holds it
/// @param exportedAt when the list was last exported for the 被災者台帳
public record Aftermath(
        DisasterId disaster,
        @Nullable LocalDate forgetOn,
        String hold,
        @Nullable Instant exportedAt,
        @Nullable Instant forgottenAt) {

    static Aftermath unsaid(DisasterId disaster) {
        return new Aftermath(disaster, null, "", null, null);
    }

    /// Whether the names go on this day.
    public boolean isDue(LocalDate today) {
        return forgetOn != null && !forgetOn.isAfter(today) && hold.isEmpty() && forgottenAt == null;
    }

    /// The record of a deletion: what is gone, never who.
    ///
    /// @param day that was set
    public record Deletion(Instant at, LocalDate day, int people, int events, int inquiries) {}
}
