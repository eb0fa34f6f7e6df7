package town.machi.casework.desk;

import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.Proposal;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.ProposalRows;
import town.machi.identity.Chairs;
import town.machi.identity.StaffMoved;
import town.machi.kernel.Actor;

/// Somebody moved: the cases of the sections that they left are nobody's again, and what waits for them now is told.
@Component
public class Vacating {

    private static final Actor JOB = new Actor.SystemJob("casework.transfers");

    private final CaseRows cases;
    private final ProposalRows proposals;
    private final Decisions decisions;
    private final Journal journal;
    private final DecisionMail mail;

    Vacating(CaseRows cases, ProposalRows proposals, Decisions decisions, Journal journal, DecisionMail mail) {
        this.cases = cases;
        this.proposals = proposals;
        this.decisions = decisions;
        this.journal = journal;
        this.mail = mail;
    }

    /// Part of the act.
    @EventListener
    @Transactional
    public void moved(StaffMoved moved) {
        for (CaseFile file : cases.listOpenOf(moved.staff())) {
            if (!moved.sections().contains(file.section())) {
                CaseFile nobodys = Changes.assigned(file, Optional.empty());
                cases.updateStanding(nobodys);
                CaseEvent.Place place = new CaseEvent.Place(null, moved.staff().toString(), null, null, null);
                journal.write(nobodys, JOB, Journal.Entry.of(CaseEvent.Kind.ASSIGNED, place, "異動のため", null));
            }
        }
        Chairs chairs = decisions.chairs();
        for (Proposal waiting : proposals.listWaiting(chairs.seatsOf(moved.staff()))) {
            cases.find(waiting.caseId()).ifPresent(file -> mail.waitsFor(moved.staff(), file, waiting, chairs));
        }
    }
}
