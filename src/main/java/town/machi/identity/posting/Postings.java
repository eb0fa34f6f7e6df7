package town.machi.identity.posting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.identity.Account;
import town.machi.identity.jdbc.PostingRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.identity.posting.PostingFile.Fault;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;
import town.machi.platform.Town;

/// Postings from a file: looked at (dry run), planned for a day, and done on it. All of a file, or nothing.
@Component
public class Postings {

    private final PostingRows rows;
    private final StaffRows staff;
    private final Moving moving;
    private final AuditTrail audit;
    private final Town town;
    private final Making making;

    Postings(PostingRows rows, StaffRows staff, Moving moving, AuditTrail audit, Town town, Making making) {
        this.rows = rows;
        this.staff = staff;
        this.moving = moving;
        this.audit = audit;
        this.town = town;
        this.making = making;
    }

    @Component
    record Making(Ids ids, Clock clock) {}

    /// What somebody asks to look at.
    ///
    /// @param id the client-made one
    public record Upload(UUID id, LocalDate effective, String name, byte[] content) {}

    /// The dry run: nothing changes but that a sound file is kept for the next click.
    @Transactional
    public PostingCheck.Plan look(Upload upload, Actor.Staff by) {
        PostingCheck.Plan plan = PostingCheck.check(PostingFile.read(upload.content()), hall(by));
        if (upload.effective().isBefore(today())) {
            return new PostingCheck.Plan(plan.lines(), List.of(new Fault(0, "発令日は、今日かそれより後の日にしてください。")));
        }
        if (plan.isSound()) {
            Posting order = new Posting(
                    upload.id(), upload.effective(), upload.name(), by.staffId(), Posting.State.LOOKED, plan.lines());
            rows.keep(order, making.clock().instant());
        }
        return plan;
    }

    /// Plans what was looked at; where its day has come, it is done at once.
    ///
    /// @return empty where there is no such file, or it is planned already
    @Transactional
    public Optional<Posting> plan(UUID id, Actor.Staff by) {
        Optional<Posting> looked = rows.lock(id)
                .filter(order -> order.state() == Posting.State.LOOKED)
                .filter(order -> order.by().equals(by.staffId()));
        looked.ifPresent(order -> {
            change(order, Posting.State.PLANNED, by, "transfer-planned");
            if (!order.effective().isAfter(today())) {
                carryOut(order);
            }
        });
        return looked;
    }

    /// Until its day, a transfer can be called off.
    @Transactional
    public boolean cancel(UUID id, Actor.Staff by) {
        Optional<Posting> planned = rows.lock(id).filter(order -> order.state() == Posting.State.PLANNED);
        planned.ifPresent(order -> change(order, Posting.State.CANCELLED, by, "transfer-cancelled"));
        return planned.isPresent();
    }

    public List<Posting> list() {
        return rows.list();
    }

    /// Does one that is due.
    ///
    /// @return whether there was one
    @Transactional
    public boolean doNext() {
        Optional<Posting> due = rows.claimDue(today());
        due.ifPresent(this::carryOut);
        return due.isPresent();
    }

    private void carryOut(Posting order) {
        order.lines().forEach(line -> moving.move(line, order.effective()));
        change(order, Posting.State.DONE, new Actor.SystemJob(PostingJob.NAME), "transfer-done");
    }

    private void change(Posting order, Posting.State state, Actor by, String what) {
        rows.change(order.id(), state, making.clock().instant());
        audit.record(new AuditEntry(by, AuditAction.WRITE, "identity.posting:" + order.id(), "act:" + what, "ok"));
    }

    private PostingCheck.Hall hall(Actor.Staff by) {
        return new PostingCheck.Hall(
                town.sections(),
                town.positions(),
                staff.listPresent().stream().map(Account::member).toList(),
                by.staffId(),
                () -> new StaffId(making.ids().next()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(making.clock().instant(), BusinessCalendar.TOKYO);
    }
}
