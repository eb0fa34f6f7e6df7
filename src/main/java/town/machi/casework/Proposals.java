package town.machi.casework;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.casework.desk.Deciding;
import town.machi.kernel.Actor;

/// The drafts (起案) of cases, for the rooms that show what is to be decided.
@Component
public class Proposals {

    private final Deciding deciding;

    Proposals(Deciding deciding) {
        this.deciding = deciding;
    }

    /// Opens a draft for reading, which the audit notes; empty for somebody whose matter it is not.
    public Optional<Drafted> find(ProposalId id, Actor.Staff staff) {
        return deciding.open(id, staff);
    }
}
