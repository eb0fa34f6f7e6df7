package town.machi.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.procedure.WorkflowPlan.Meaning;

/// A case as a line of a list.
///
/// @param state id of the state in the workflow of its definition
public record CaseLine(
        CaseId id,
        ReceiptNumber receipt,
        CaseFile.Basis basis,
        SectionId section,
        String name,
        Instant receivedAt,
        String state,
        Meaning meaning,
        Optional<LocalDate> dueOn,
        int revision,
        Optional<StaffId> assignee) {

    /// @param today in Tokyo
    public boolean isOverdue(LocalDate today) {
        return dueOn.filter(today::isAfter).isPresent();
    }
}
