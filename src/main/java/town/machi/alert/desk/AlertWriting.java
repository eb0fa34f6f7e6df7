package town.machi.alert.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertState;
import town.machi.alert.Chains;
import town.machi.alert.Content;
import town.machi.alert.Outcome;
import town.machi.alert.Step;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;

/// AlertWriting messages: new ones, and those that follow an earlier one.
@Component
public class AlertWriting {

    private final AlertRows rows;
    private final Composer composer;
    private final AlertJournal journal;
    private final AlertRuling ruling;
    private final Ids ids;
    private final Clock clock;

    AlertWriting(AlertRows rows, Composer composer, AlertJournal journal, AlertRuling ruling, Ids ids, Clock clock) {
        this.rows = rows;
        this.composer = composer;
        this.journal = journal;
        this.ruling = ruling;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param request the client-made id: the same one again gets the first outcome
    @Transactional
    public Outcome create(World world, Content content, UUID request, Actor.Staff staff) {
        Optional<AlertEvent> first = journal.findFirst(request);
        if (first.isPresent()) {
            return new Outcome.Done(first.get().alert(), first.get().what());
        }
        if (!ruling.rules().mayWrite(staff)) {
            return Outcome.refused("alert.refusal.not-writer");
        }
        Alert alert = insert(world, AlertAct.ISSUE, Optional.empty(), content, Optional.empty(), staff);
        journal.write(alert.id(), staff, AlertEvent.What.WRITTEN, "", request);
        return new Outcome.Done(alert.id(), AlertEvent.What.WRITTEN);
    }

    /// A message that corrects, lifts or retracts another, in the same world.
    @Transactional
    public Outcome follow(AlertId about, AlertAct act, Content content, UUID request, Actor.Staff staff) {
        Optional<AlertEvent> first = journal.findFirst(request);
        if (first.isPresent()) {
            return new Outcome.Done(first.get().alert(), first.get().what());
        }
        Optional<Alert> found = rows.lock(about);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!ruling.rules().mayWrite(staff)) {
            return Outcome.refused("alert.refusal.not-writer");
        }
        Alert earlier = found.get();
        Optional<Refusal> reason = findReasonAgainst(earlier, act, content);
        if (reason.isPresent()) {
            return Outcome.refused(reason.get());
        }
        Alert alert = insert(
                earlier.world(),
                act,
                Optional.of(about),
                content,
                earlier.progress().hazard(),
                staff);
        journal.write(about, staff, AlertEvent.What.FOLLOWED, act.label(), null);
        journal.write(alert.id(), staff, AlertEvent.What.WRITTEN, "", request);
        return new Outcome.Done(alert.id(), AlertEvent.What.WRITTEN);
    }

    /// Why this may not follow that; also whether its districts are among those where it stands.
    Optional<Refusal> findReasonAgainst(Alert earlier, AlertAct act, Content content) {
        Optional<Chains.Chain> chain = composer.chains(earlier.world()).find(earlier.id());
        boolean over = chain.map(Chains.Chain::isOver).orElse(true);
        Optional<Refusal> reason = AlertRules.findReasonAgainst(act, earlier, over);
        if (reason.isPresent() || act != AlertAct.LIFT) {
            return reason;
        }
        boolean standing = chain.orElseThrow().districts().containsAll(content.districts());
        return standing ? Optional.empty() : Optional.of(Refusal.of("alert.refusal.district-not-in-force"));
    }

    @Transactional
    public Outcome rewrite(AlertId id, Content content, int seen, UUID request, Actor.Staff staff) {
        return act(
                id,
                request,
                staff,
                AlertEvent.What.REWRITTEN,
                alert -> ruling.rules().write(alert, content, seen, staff, clock.instant()));
    }

    @Transactional
    public Outcome drop(AlertId id, int seen, UUID request, Actor.Staff staff) {
        return act(
                id,
                request,
                staff,
                AlertEvent.What.DROPPED,
                alert -> ruling.rules().drop(alert, seen, staff, clock.instant()));
    }

    private Outcome act(
            AlertId id,
            UUID request,
            Actor.Staff staff,
            AlertEvent.What what,
            java.util.function.Function<Alert, Step> rule) {
        Optional<Alert> found = rows.lock(id);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (journal.findFirst(request).isPresent()) {
            return new Outcome.Done(id, what);
        }
        return switch (rule.apply(found.get())) {
            case Step.Stale _ -> Outcome.refused("alert.refusal.stale");
            case Step.Refused(Refusal refusal) -> {
                journal.refused(id, staff, what.name().toLowerCase(java.util.Locale.ROOT), refusal.key());
                yield Outcome.refused(refusal);
            }
            case Step.Taken(Alert next) -> {
                rows.update(next, search(next));
                journal.write(id, staff, what, "", request);
                yield new Outcome.Done(id, what);
            }
        };
    }

    /// @param hazard of which warning a telegram makes it
    Alert insert(
            World world,
            AlertAct act,
            Optional<AlertId> about,
            Content content,
            Optional<String> hazard,
            Actor writer) {
        Alert.Progress progress = new Alert.Progress(
                new AlertState.Draft(clock.instant()),
                1,
                AlertRules.who(writer),
                clock.instant(),
                List.of(),
                hazard,
                false,
                Optional.empty());
        Alert alert = new Alert(new AlertId(ids.next()), nextNumber(world), world, act, about, content, progress);
        rows.insert(alert, clock.instant(), search(alert));
        return alert;
    }

    private String nextNumber(World world) {
        int year = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO).getYear();
        String series = world.mark() + year;
        return series + "-" + rows.nextNumber(series);
    }

    /// What somebody may look for it by.
    String search(Alert alert) {
        return String.join(
                " ",
                alert.number(),
                alert.content().kind().label(),
                alert.act().label(),
                composer.text(alert).in(town.machi.kernel.Language.JA).whole());
    }
}
