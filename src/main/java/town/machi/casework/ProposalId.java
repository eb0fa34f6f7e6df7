package town.machi.casework;

import java.util.UUID;

/// A draft for a decision (起案).
public record ProposalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
