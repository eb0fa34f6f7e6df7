package town.machi.casework.desk;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Workflow;
import town.machi.casework.jdbc.CaseRows;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;

/// The one way to a case. Whoever may not see it finds nothing, and the attempt is in the audit.
@Component
public class Access {

    private final CaseRows rows;
    private final CaseDefinitions definitions;
    private final AuditTrail audit;

    Access(CaseRows rows, CaseDefinitions definitions, AuditTrail audit) {
        this.rows = rows;
        this.definitions = definitions;
        this.audit = audit;
    }

    /// Opens it for reading.
    ///
    /// @param what for what, as the audit says it: `open`, `file`, `history`
    @Transactional
    public Optional<CaseFile> open(CaseId id, Actor.Staff staff, String what) {
        Optional<CaseFile> file = admit(rows.find(id), id.subject(), staff, what);
        file.ifPresent(found -> record(staff, AuditAction.READ, id.subject(), what, "ok"));
        return file.map(found -> seenBy(staff, found));
    }

    /// By the number on the receipt.
    @Transactional
    public Optional<CaseFile> open(ReceiptNumber receipt, Actor.Staff staff, String what) {
        Optional<CaseFile> found = rows.findByReceipt(receipt);
        String subject = found.map(file -> file.id().subject()).orElse("casework.case:-");
        Optional<CaseFile> file = admit(found, subject, staff, what);
        file.ifPresent(opened -> record(staff, AuditAction.READ, subject, what, "ok"));
        return file.map(opened -> seenBy(staff, opened));
    }

    private CaseFile seenBy(Actor.Staff staff, CaseFile file) {
        return Masking.needsAccounts(staff) ? file : Masking.masked(file, definitions.get(file.basis()));
    }

    /// Holds it until the caller's transaction ends.
    @Transactional
    public Optional<CaseFile> lock(CaseId id, Actor.Staff staff, String what) {
        return admit(rows.lock(id), id.subject(), staff, what);
    }

    /// Whose cases this person sees.
    public static Set<SectionId> sections(Actor.Staff staff) {
        return staff.sections().stream()
                .filter(section -> Workflow.maySee(staff, section))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<CaseFile> admit(Optional<CaseFile> found, String subject, Actor.Staff staff, String what) {
        boolean admitted =
                found.isPresent() && Workflow.maySee(staff, found.get().section());
        if (!admitted) {
            String why = found.isPresent() ? "refused:not-your-section" : "refused:no-such-case";
            record(staff, AuditAction.REFUSAL, subject, what, why);
        }
        return admitted ? found : Optional.empty();
    }

    private void record(Actor staff, AuditAction action, String subject, String what, String outcome) {
        audit.record(new AuditEntry(staff, action, subject, what, outcome));
    }
}
