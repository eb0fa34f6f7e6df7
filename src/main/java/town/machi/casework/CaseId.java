package town.machi.casework;

import java.util.UUID;

/// One case. A UUIDv7, so that cases sort by when they were opened.
public record CaseId(UUID value) {

    /// The case as the audit names it: `casework.case:uuid`.
    public String subject() {
        return "casework.case:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
