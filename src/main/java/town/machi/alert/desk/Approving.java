package town.machi.alert.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertText;
import town.machi.alert.Outcome;
import town.machi.alert.Step;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;

/// From asking for 決裁 to the moment of sending: two people, or one at three in the morning.
@Component
public class Approving {

    private final AlertRows rows;
    private final Composer composer;
    private final AlertSending sending;
    private final Telling telling;
    private final AlertRuling ruling;
    private final AlertJournal journal;
    private final Clock clock;

    Approving(AlertRows rows, Composer composer, AlertSending sending, Telling telling, Notes notes) {
        this.rows = rows;
        this.composer = composer;
        this.sending = sending;
        this.telling = telling;
        this.ruling = notes.ruling();
        this.journal = notes.journal();
        this.clock = notes.clock();
    }

    /// By what it decides, and where it writes that down.
    @Component
    record Notes(AlertRuling ruling, AlertJournal journal, Clock clock) {}

    /// Asks for somebody else's 決裁; everybody who may give it is told by mail.
    @Transactional
    public Outcome submit(AlertId id, int seen, UUID request, Actor.Staff staff) {
        return act(
                new Asked(id, request, staff, AlertEvent.What.SUBMITTED),
                (alert, text) -> ifItFits(text, ruling.rules().submit(alert, seen, staff, clock.instant())));
    }

    /// @param sawHash of the words on the person's screen
    @Transactional
    public Outcome approve(AlertId id, String sawHash, UUID request, Actor.Staff staff) {
        return act(
                new Asked(id, request, staff, AlertEvent.What.APPROVED),
                (alert, text) ->
                        ifItFits(text, ruling.rules().approve(alert, sawHash, text.hash(), staff, clock.instant())));
    }

    /// Back to the draft, with words to the writer.
    @Transactional
    public Outcome sendBack(AlertId id, String words, UUID request, Actor.Staff staff) {
        AlertEvent.What what = AlertRules.mayApprove(staff) ? AlertEvent.What.SENT_BACK : AlertEvent.What.TAKEN_BACK;
        return act(
                new Asked(id, request, staff, what, words),
                (alert, text) -> ruling.rules().sendBack(alert, staff, clock.instant()));
    }

    /// 単独発信; every 決裁 is told.
    ///
    /// @param typed the districts as the person typed them
    @Transactional
    public Outcome sendAlone(AlertId id, String typed, String sawHash, UUID request, Actor.Staff staff) {
        return act(new Asked(id, request, staff, AlertEvent.What.SENT_ALONE), (alert, text) -> {
            boolean fixed = composer.template(alert.content()).isFixed();
            var alone = new AlertRules.Alone(typed, composer.districtsToType(alert), fixed, sawHash, text.hash());
            return ifItFits(text, ruling.rules().sendAlone(alert, alone, staff, clock.instant()));
        });
    }

    /// The last line names the orders in force, and may have grown since the words were written.
    private Step ifItFits(AlertText text, Step step) {
        if (!(step instanceof Step.Taken(Alert next))) {
            return step;
        }
        return composer.findTooLong(text)
                .or(() -> composer.findRealOrder(next))
                .<Step>map(Step.Refused::new)
                .orElse(step);
    }

    private record Asked(AlertId id, UUID request, Actor.Staff staff, AlertEvent.What what, String words) {

        Asked(AlertId id, UUID request, Actor.Staff staff, AlertEvent.What what) {
            this(id, request, staff, what, "");
        }
    }

    private Outcome act(Asked asked, BiFunction<Alert, AlertText, Step> rule) {
        Optional<Alert> seen = rows.find(asked.id());
        if (seen.isEmpty()) {
            return new Outcome.NotFound();
        }
        rows.lockSending(seen.get().world());
        Alert alert = rows.lock(asked.id()).orElseThrow();
        Optional<AlertEvent> first = journal.findFirst(asked.request());
        if (first.isPresent()) {
            return new Outcome.Done(asked.id(), first.get().what());
        }
        AlertText text = composer.text(alert);
        return switch (rule.apply(alert, text)) {
            case Step.Stale _ -> Outcome.refused("alert.refusal.stale");
            case Step.Refused(Refusal refusal) -> {
                journal.refused(asked.id(), asked.staff(), asked.what().name().toLowerCase(Locale.ROOT), refusal.key());
                yield Outcome.refused(refusal);
            }
            case Step.Taken(Alert next) -> take(next, text, asked);
        };
    }

    private Outcome take(Alert next, AlertText text, Asked asked) {
        journal.write(asked.id(), asked.staff(), asked.what(), asked.words(), asked.request());
        if (next.isSent()) {
            AlertEvent.What how = asked.what();
            sending.send(next, text, asked.staff());
            if (how == AlertEvent.What.APPROVED) {
                journal.write(asked.id(), asked.staff(), AlertEvent.What.SENT, "", null);
            }
        } else {
            rows.update(
                    next, composer.text(next).in(town.machi.kernel.Language.JA).whole() + " " + next.number());
        }
        telling.tell(next, asked.what(), asked.staff());
        return new Outcome.Done(asked.id(), asked.what());
    }
}
