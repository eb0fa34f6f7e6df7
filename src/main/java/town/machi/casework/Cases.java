package town.machi.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.Acting;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Lists;
import town.machi.casework.desk.Saying;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.EventRows;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.procedure.Definition;

/// The front door of casework: find a case, do something with it, read what happened.
///
/// A member of staff finds the cases of their own sections; everything else is not there for them, and the attempt is
/// in the audit.
@Component
public class Cases {

    private final CaseRows rows;
    private final EventRows events;
    private final Desk desk;

    Cases(CaseRows rows, EventRows events, Desk desk) {
        this.rows = rows;
        this.events = events;
        this.desk = desk;
    }

    /// The rooms behind the door.
    @Component
    record Desk(Access access, Acting acting, Saying saying, Lists lists, CaseDefinitions definitions) {}

    /// Opens a case for somebody, which the audit notes as a reading.
    ///
    /// @param what for what, as the audit says it: ASCII, `open`, `document`
    public Optional<CaseFile> find(CaseId id, Actor.Staff staff, String what) {
        return desk.access().open(id, staff, what);
    }

    /// The case for the program's own work, as in a listener to [CaseMoved]; nothing of it may be shown to anybody.
    public CaseFile get(CaseId id) {
        return rows.find(id).orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
    }

    /// The definition under which it was filed, whatever is published today.
    public Definition definitionOf(CaseFile file) {
        return desk.definitions().get(file.basis());
    }

    /// What happened to a case that was opened before, oldest first.
    public List<CaseEvent> history(CaseFile file) {
        return events.list(file.id());
    }

    /// @param cursor from an earlier list; empty: the first page
    public CaseList list(CaseFilter filter, Optional<String> cursor, Actor.Staff staff) {
        return desk.lists().list(filter, cursor, staff);
    }

    /// How many wait for the town, counted up to [CaseList#COUNTED].
    public int countWaiting(Actor.Staff staff) {
        return desk.lists().count(CaseFilter.of(CaseFilter.View.SECTION), staff);
    }

    /// Does an act of the workflow.
    ///
    /// @param request the client-made id: the same one again gets the first outcome
    public ActOutcome act(CaseId id, Move move, UUID request, Actor.Staff staff) {
        return desk.acting().act(id, move, request, staff);
    }

    /// Leaves a note for the office in the history.
    public ActOutcome note(CaseId id, String words, UUID request, Actor.Staff staff) {
        return desk.saying().note(id, words, request, staff);
    }
}
