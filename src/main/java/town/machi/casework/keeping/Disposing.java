package town.machi.casework.keeping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Disposal;
import town.machi.casework.Disposal.Item;
import town.machi.casework.Disposal.Outcome;
import town.machi.casework.Disposal.Shelf;
import town.machi.casework.Disposal.State;
import town.machi.casework.jdbc.DisposalRows;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.platform.Jobs;

/// 廃棄の伺い: one person proposes, another one agrees or gives it back. Only then anything is destroyed.
@Component
public class Disposing {

    public static final int LONGEST = 400;

    private final Shelves shelves;
    private final KeepingTerms terms;
    private final DisposalRows rows;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final Clock clock;

    Disposing(Shelves shelves, KeepingTerms terms, DisposalRows rows, AuditTrail audit, Jobs jobs, Clock clock) {
        this.shelves = shelves;
        this.terms = terms;
        this.rows = rows;
        this.audit = audit;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// @param ticked which of the shelf; empty: all of it that may be
    /// @param request the client-made id, and the id of the 伺い: the same one again changes nothing
    /// @return why not
    @Transactional
    public Optional<Refusal> propose(
            Shelf shelf, Optional<Set<CaseId>> ticked, String reason, UUID request, Actor.Staff staff) {
        if (rows.find(request).isPresent()) {
            return Optional.empty();
        }
        if (!Disposal.mayPropose(staff, shelf.section())) {
            return Optional.of(Refusal.of("casework.keeping.not-in-charge"));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            return Optional.of(Refusal.of("casework.keeping.no-reason", LONGEST));
        }
        List<Item> items = shelves.free(shelf, ticked, staff).stream()
                .map(this::item)
                .sorted(Comparator.comparing(Item::closedOn)
                        .thenComparing(item -> item.receipt().symbols()))
                .toList();
        if (items.isEmpty()) {
            return Optional.of(Refusal.of("casework.keeping.nothing-ticked"));
        }
        Disposal disposal = proposed(request, shelf, reason.strip(), hash(items), staff);
        if (!rows.insert(disposal)) {
            return Optional.empty();
        }
        if (rows.insertItems(request, items) < items.size()) {
            throw new ProblemException(CaseworkProblem.PROPOSED_MEANWHILE);
        }
        audit.record(AuditEntry.done(
                staff, AuditAction.WRITE, disposal.subject(), "disposal:propose cases:" + items.size()));
        return Optional.empty();
    }

    private Item item(KeepingRows.Line line) {
        return new Item(
                line.id(),
                line.receipt(),
                line.closedOn().orElseThrow(),
                terms.lastDay(line).orElseThrow(),
                Outcome.WAITING);
    }

    private Disposal proposed(UUID id, Shelf shelf, String reason, String hash, Actor.Staff staff) {
        return new Disposal(
                id,
                0,
                shelf,
                terms.title(shelf.procedure()),
                reason,
                hash,
                new Disposal.Mark(staff.staffId(), clock.instant()),
                State.PROPOSED,
                Optional.empty(),
                "",
                Optional.empty(),
                Map.of());
    }

    /// SHA-256 of the 目録 in its order, line by line: 受付番号 without its dashes, 終わった日, 保存期間の満了日, with tabs between.
    static String hash(List<Item> items) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            items.forEach(item -> digest.update(item.line().getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Agrees: from now on its cases are destroyed, one by one. A second time it is agreed to already.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> approve(UUID id, Actor.Staff staff) {
        Disposal disposal = lock(id, staff);
        if (isDecidedBy(disposal, staff) && Set.of(State.APPROVED, State.DONE).contains(disposal.state())) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = disposal.refuse(staff, terms.records());
        if (refusal.isEmpty()) {
            decide(disposal, State.APPROVED, "", staff);
            jobs.once(DestroyJob.ONE, id.toString(), clock.instant());
        }
        return refusal;
    }

    /// @return why not
    @Transactional
    public Optional<Refusal> giveBack(UUID id, String words, Actor.Staff staff) {
        Disposal disposal = lock(id, staff);
        if (isDecidedBy(disposal, staff) && disposal.state() == State.RETURNED) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = disposal.refuse(staff, terms.records());
        if (refusal.isEmpty() && (words.isBlank() || words.length() > LONGEST)) {
            return Optional.of(Refusal.of("casework.keeping.no-reason", LONGEST));
        }
        if (refusal.isEmpty()) {
            decide(disposal, State.RETURNED, words.strip(), staff);
            rows.settleAll(id, Outcome.RETURNED, clock.instant());
        }
        return refusal;
    }

    /// Takes back what one proposed oneself: nothing is destroyed, and the record says so. Twice is once.
    ///
    /// @return why not
    @Transactional
    public Optional<Refusal> withdraw(UUID id, Actor.Staff staff) {
        Disposal disposal = lock(id, staff);
        if (isDecidedBy(disposal, staff) && disposal.state() == State.WITHDRAWN) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = disposal.refuseWithdrawal(staff);
        if (refusal.isEmpty()) {
            decide(disposal, State.WITHDRAWN, "", staff);
            rows.settleAll(id, Outcome.RETURNED, clock.instant());
        }
        return refusal;
    }

    private static boolean isDecidedBy(Disposal disposal, Actor.Staff staff) {
        return disposal.decided()
                .filter(mark -> mark.by().equals(staff.staffId()))
                .isPresent();
    }

    private void decide(Disposal disposal, State state, String words, Actor.Staff staff) {
        rows.decide(disposal.id(), state, new Disposal.Mark(staff.staffId(), clock.instant()), words);
        String what = switch (state) {
            case APPROVED, DONE, PROPOSED -> "disposal:approve";
            case RETURNED -> "disposal:return";
            case WITHDRAWN -> "disposal:withdraw";
        };
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, disposal.subject(), what));
    }

    private Disposal lock(UUID id, Actor.Staff staff) {
        return rows.lock(id)
                .filter(disposal -> isSeen(disposal, staff))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_DISPOSAL));
    }

    private boolean isSeen(Disposal disposal, Actor.Staff staff) {
        return terms.sections(staff).contains(disposal.shelf().section());
    }

    /// A 伺い or a record, for somebody who may see it.
    public Disposal get(UUID id, Actor.Staff staff) {
        return rows.find(id)
                .filter(disposal -> isSeen(disposal, staff))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_DISPOSAL));
    }

    /// How many this person may agree to now; empty: 保存と廃棄 is not their matter.
    public OptionalInt countFor(Actor.Staff staff) {
        Set<SectionId> sections = terms.sections(staff);
        return sections.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) rows.listOpen(sections).stream()
                        .filter(disposal -> mayDecide(disposal, staff))
                        .count());
    }

    /// Whether this person may agree to it, or give it back, now.
    public boolean mayDecide(Disposal disposal, Actor.Staff staff) {
        return disposal.refuse(staff, terms.records()).isEmpty();
    }
}
