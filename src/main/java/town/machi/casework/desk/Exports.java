package town.machi.casework.desk;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.jdbc.EventRows;
import town.machi.kernel.Actor;
import town.machi.submission.Filed;

/// What leaves the screen: each time, the audit knows.
@Component
public class Exports {

    private final Access access;
    private final EventRows events;
    private final AuditTrail audit;
    private final Decisions decisions;

    Exports(Access access, EventRows events, AuditTrail audit, Decisions decisions) {
        this.access = access;
        this.events = events;
        this.audit = audit;
        this.decisions = decisions;
    }

    /// A case with its history, to be written out.
    public record Told(CaseFile file, List<CaseEvent> history) {}

    /// @param what `history.csv`, `print`
    @Transactional
    public Optional<Told> history(CaseId id, String what, Actor.Staff staff) {
        Optional<CaseFile> file = access.open(id, staff, what);
        file.ifPresent(found -> record(found, what, staff));
        return file.map(found -> new Told(found, events.list(id)));
    }

    /// A file of the case; empty where the case is not there for this person, or has no such file.
    @Transactional
    public Optional<Filed.FileRef> file(CaseId id, String fileId, Actor.Staff staff) {
        String named = fileId.matches("[0-9a-f-]{36}") ? "file:" + fileId : "file:other";
        return access.openAsked(id, decisions.concerns(id, staff), staff, named)
                .flatMap(file -> file.files().stream()
                        .filter(ref -> ref.id().toString().equals(fileId))
                        .findFirst());
    }

    private void record(CaseFile file, String what, Actor.Staff staff) {
        audit.record(new AuditEntry(staff, AuditAction.EXPORT, file.id().subject(), what, "ok"));
    }
}
