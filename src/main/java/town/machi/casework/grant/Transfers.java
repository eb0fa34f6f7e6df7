package town.machi.casework.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Transfer;
import town.machi.casework.TransferRun;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Masking;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.TransferRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.platform.Ids;
import town.machi.procedure.MoneyStep;

/// Payment data: what is fixed and not paid is put together for a day, and goes out once.
@Component
public class Transfers {

    private static final int RUNS_SHOWN = 50;

    private final Access access;
    private final Rows rows;
    private final CaseDefinitions definitions;
    private final AuditTrail audit;
    private final Made made;

    Transfers(Access access, Rows rows, CaseDefinitions definitions, AuditTrail audit, Made made) {
        this.access = access;
        this.rows = rows;
        this.definitions = definitions;
        this.audit = audit;
        this.made = made;
    }

    @Component("transferTables")
    record Rows(CaseRows cases, TransferRows transfers, Granting granting) {}

    /// Whatever new things are made of.
    @Component("transferMade")
    record Made(Ids ids, Clock clock) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        }
    }

    /// A case that can go into payment data.
    ///
    /// @param payment as it would be; its codes are empty where the resident did not know them
    public record Ready(CaseFile file, Transfer payment) {

        public boolean hasCodes() {
            return !payment.account().bankCode().isEmpty()
                    && !payment.account().branchCode().isEmpty();
        }
    }

    /// The sections whose payments this person makes.
    public Set<SectionId> sections(Actor.Staff staff) {
        return Masking.needsAccounts(staff) ? Access.sections(staff) : Set.of();
    }

    @Transactional
    public List<Ready> listReady(Actor.Staff staff) {
        List<Ready> ready = rows.transfers().listFixedUnpaid(sections(staff)).stream()
                .flatMap(id -> rows.cases().find(id).stream())
                .flatMap(file -> findReady(file).stream())
                .toList();
        if (!ready.isEmpty()) {
            audit.record(AuditEntry.done(staff, AuditAction.READ, "-", "transfers-ready rows:" + ready.size()));
        }
        return ready;
    }

    /// Empty while the case is not where a payment is made, or the account is not known.
    private Optional<Ready> findReady(CaseFile file) {
        var definition = definitions.get(file.basis());
        return MoneyActs.canDo(definition, file, MoneyStep.PAY)
                ? Masking.findAccount(definition)
                        .filter(account ->
                                file.answers().find(account + ".number").isPresent())
                        .map(account -> new Ready(file, payment(file, account)))
                : Optional.empty();
    }

    private Transfer payment(CaseFile file, String account) {
        Optional<TransferRows.Codes> typed = rows.transfers().findCodes(file.id());
        String bank = file.answers().text(account + ".bankCode");
        String branch = file.answers().text(account + ".branchCode");
        return new Transfer(
                made.ids().next(),
                file.id(),
                file.receipt(),
                file.name(),
                rows.granting().find(file).grant().fixed().orElseThrow(),
                new Transfer.Account(
                        file.answers().text(account + ".bank"),
                        typed.map(TransferRows.Codes::bank).orElse(bank),
                        file.answers().text(account + ".branch"),
                        typed.map(TransferRows.Codes::branch).orElse(branch),
                        file.answers().text(account + ".kind"),
                        file.answers().text(account + ".number"),
                        file.answers().text(account + ".holder")),
                Transfer.State.ORDERED,
                made.today());
    }

    /// What came of putting cases together.
    public sealed interface Making {
        record Made(UUID run) implements Making {}

        record Refused(Refusal refusal) implements Making {}
    }

    /// Puts cases of one section together: all of them, or none.
    ///
    /// @param request the client-made id; the run's own
    @Transactional
    public Making make(List<CaseId> ids, LocalDate payOn, UUID request, Actor.Staff staff) {
        if (rows.transfers().findRun(request).isPresent()) {
            return new Making.Made(request);
        }
        if (ids.isEmpty()) {
            return new Making.Refused(Refusal.of("casework.refusal.transfer-none"));
        }
        if (payOn.isBefore(made.today())) {
            return new Making.Refused(Refusal.of("casework.refusal.transfer-day"));
        }
        List<Ready> ready = new ArrayList<>();
        for (CaseId id : ids.stream()
                .sorted(java.util.Comparator.comparing(CaseId::value))
                .toList()) {
            Optional<Ready> one = access.lock(id, staff, "transfer")
                    .filter(file -> sections(staff).contains(file.section()))
                    .filter(file -> rows.granting()
                            .find(file)
                            .grant()
                            .order()
                            .findValue()
                            .isPresent())
                    .flatMap(this::findReady);
            if (one.isEmpty() || !one.get().hasCodes()) {
                return new Making.Refused(Refusal.of("casework.refusal.transfer-not-ready"));
            }
            ready.add(one.get());
        }
        Set<SectionId> sections =
                ready.stream().map(one -> one.file().section()).collect(Collectors.toSet());
        if (sections.size() > 1) {
            return new Making.Refused(Refusal.of("casework.refusal.transfer-sections"));
        }
        insert(ready, sections.iterator().next(), payOn, request, staff);
        return new Making.Made(request);
    }

    private void insert(List<Ready> ready, SectionId section, LocalDate payOn, UUID request, Actor.Staff staff) {
        rows.transfers()
                .insertRun(request, section, payOn, by(staff), made.clock().instant());
        for (Ready one : ready) {
            rows.transfers().insert(request, one.payment(), made.today());
            audit.record(
                    AuditEntry.done(staff, AuditAction.WRITE, one.file().id().subject(), "transfer"));
        }
    }

    public List<TransferRun> listRuns(Actor.Staff staff) {
        return rows.transfers().listRuns(sections(staff), RUNS_SHOWN);
    }

    /// A run with its payments and each time it went out.
    public record Opened(TransferRun run, List<Transfer> transfers, List<TransferRun.Export> exports) {}

    /// @throws ProblemException where it is not there for this person
    @Transactional
    public Opened open(UUID id, Actor.Staff staff) {
        TransferRun run = get(id, staff);
        audit.record(AuditEntry.done(staff, AuditAction.READ, subject(id), "open"));
        return new Opened(run, rows.transfers().list(id), rows.transfers().listExports(id));
    }

    /// Takes a payment out of data that has not gone out.
    @Transactional
    public Optional<Refusal> remove(UUID id, UUID transfer, Actor.Staff staff) {
        rows.transfers().lockRun(id);
        TransferRun run = get(id, staff);
        if (run.exports() > 0) {
            return Optional.of(Refusal.of("casework.refusal.transfer-out"));
        }
        rows.transfers().delete(id, transfer);
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, subject(id), "remove"));
        return Optional.empty();
    }

    /// Writes down that the data goes out; the caller hands it over.
    ///
    /// @param reason why it goes out again; must be blank the first time
    /// @return why not
    @Transactional
    public Optional<Refusal> export(UUID id, Transfer.Format format, String reason, UUID request, Actor.Staff staff) {
        rows.transfers().lockRun(id);
        TransferRun run = get(id, staff);
        if (rows.transfers().isExport(request, id)) {
            return Optional.empty();
        }
        if (run.sums().count() == 0) {
            return Optional.of(Refusal.of("casework.refusal.transfer-none"));
        }
        boolean again = run.exports() > 0;
        if (again && reason.isBlank()) {
            return Optional.of(Refusal.of("casework.refusal.transfer-again"));
        }
        rows.transfers()
                .insertExport(
                        request,
                        run,
                        format,
                        again ? reason.strip() : null,
                        new TransferRows.Made(by(staff), made.clock().instant()));
        rows.transfers()
                .list(id)
                .forEach(transfer -> audit.record(AuditEntry.done(
                        staff, AuditAction.EXPORT, transfer.caseId().subject(), "transfer:" + format.name())));
        return Optional.empty();
    }

    private TransferRun get(UUID id, Actor.Staff staff) {
        Optional<TransferRun> run = rows.transfers().findRun(id);
        if (run.filter(found -> sections(staff).contains(found.section())).isEmpty()) {
            audit.record(AuditEntry.refused(staff, subject(id), "open", "not-your-section"));
            throw new ProblemException(CaseworkProblem.NO_SUCH_RUN);
        }
        return run.get();
    }

    private static String subject(UUID id) {
        return "casework.transfer-run:" + id;
    }

    private static String by(Actor.Staff staff) {
        return staff.kind() + ":" + staff.id();
    }
}
