package town.machi.alert.desk;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertRules;
import town.machi.alert.AlertState;
import town.machi.alert.AlertText;
import town.machi.alert.Chains;
import town.machi.alert.Content;
import town.machi.alert.Step;
import town.machi.alert.World;
import town.machi.alert.jdbc.AlertRows;
import town.machi.kernel.Actor;

/// What the program writes by itself: drafts of what the 気象庁 or the J-ALERT receiver says, never an order.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Machine {

    private final AlertRows rows;
    private final AlertWriting writing;
    private final AlertSending sending;
    private final Composer composer;
    private final Notes notes;

    Machine(AlertRows rows, AlertWriting writing, AlertSending sending, Composer composer, Notes notes) {
        this.rows = rows;
        this.writing = writing;
        this.sending = sending;
        this.composer = composer;
        this.notes = notes;
    }

    @Component
    record Notes(AlertJournal journal, AlertRuling ruling, Clock clock) {}

    /// A new draft in the real world.
    public Alert draft(AlertAct act, Optional<AlertId> about, Content content, String hazard, Actor.SystemJob by) {
        Alert alert = writing.insert(World.REAL, act, about, content, Optional.of(hazard), by);
        notes.journal().write(alert.id(), by, AlertEvent.What.WRITTEN, "", null);
        return alert;
    }

    /// What is unsent about this hazard; held until the transaction ends.
    public Optional<Alert> draftOf(String hazard) {
        return rows.lockDraftOf(hazard);
    }

    /// Gives up what would have corrected or ended an earlier message: a newer telegram says otherwise.
    public void dropFollowing(String hazard, Actor.SystemJob by) {
        rows.lockFollowingDraftsOf(hazard).forEach(draft -> drop(draft, "新しい電文が来たため", by));
    }

    /// New words by a newer telegram. Approvals of the old ones are gone; who waits goes on waiting.
    public Alert rewrite(Alert draft, Content content, Actor.SystemJob by) {
        Alert.Progress progress = new Alert.Progress(
                draft.state(),
                draft.revision() + 1,
                answerable(draft, by),
                notes.clock().instant(),
                java.util.List.of(),
                draft.progress().hazard(),
                false,
                Optional.empty());
        Alert next = draft.with(content).with(progress);
        rows.update(next, writing.search(next));
        notes.journal().write(draft.id(), by, AlertEvent.What.UPDATED, "", null);
        return next;
    }

    /// Whoever has worked on it still answers for it.
    private static String answerable(Alert draft, Actor.SystemJob by) {
        String writer = draft.progress().writer();
        return writer.startsWith("staff:") ? writer : AlertRules.who(by);
    }

    public void drop(Alert draft, String why, Actor.SystemJob by) {
        Alert.Progress progress = draft.progress();
        Alert next = draft.with(new Alert.Progress(
                new AlertState.Dropped(notes.clock().instant()),
                draft.revision() + 1,
                progress.writer(),
                progress.writtenAt(),
                progress.approvals(),
                progress.hazard(),
                false,
                Optional.empty()));
        rows.update(next, writing.search(next));
        notes.journal().write(draft.id(), by, AlertEvent.What.DROPPED, why, null);
    }

    /// What is on about this hazard.
    public Optional<Chains.Chain> standing(String hazard) {
        return composer.chains(World.REAL).list().stream()
                .filter(chain ->
                        chain.root().progress().hazard().filter(hazard::equals).isPresent())
                .filter(chain -> chain.isOn(notes.clock().instant()))
                .findFirst();
    }

    /// Sends without a 決裁 what a rule has named beforehand.
    ///
    /// @return whether it went out
    public boolean sendByRule(Alert alert, Actor.SystemJob by) {
        rows.lockSending(World.REAL);
        AlertText text = composer.text(alert);
        if (composer.findTooLong(text).isPresent()) {
            return false;
        }
        return switch (notes.ruling().rules().sendByRule(alert, notes.clock().instant())) {
            case Step.Taken(Alert next) -> {
                notes.journal().write(alert.id(), by, AlertEvent.What.SENT_BY_RULE, "", null);
                sending.send(next, text, by);
                yield true;
            }
            case Step.Refused _, Step.Stale _ -> false;
        };
    }
}
