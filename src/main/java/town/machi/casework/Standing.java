package town.machi.casework;

import java.time.LocalDate;
import java.util.Optional;

/// Where a case stands, and the how-manieth change brought it there.
///
/// @param revision 1 when the case was opened; each change counts up. An act says which one it saw.
/// @param limit by when the law wants a decision; empty where none does
public record Standing(CaseState state, int revision, Optional<Limit> limit) {

    /// @param lastDay the last of the days that the law gives, open or not
    /// @param extended whether it was put off, which happens once
    public record Limit(LocalDate lastDay, boolean extended) {}

    public Standing(CaseState state, int revision) {
        this(state, revision, Optional.empty());
    }
}
