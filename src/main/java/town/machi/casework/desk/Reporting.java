package town.machi.casework.desk;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseMoved;
import town.machi.casework.CaseOpened;
import town.machi.kernel.Actor;
import town.machi.procedure.WorkflowPlan;
import town.machi.submission.StatusWord;
import town.machi.submission.Submissions;

/// Says what became of a case to those who wait for it: the resident's side, and the other rooms.
@Component
class Reporting {

    private final CaseDefinitions definitions;
    private final Journal journal;
    private final Submissions submissions;
    private final ResidentMail mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reporting(
            CaseDefinitions definitions,
            Journal journal,
            Submissions submissions,
            ResidentMail mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.definitions = definitions;
        this.journal = journal;
        this.submissions = submissions;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /// @param message typed by the office for the resident; empty: none
    /// @param mail what the act says by mail; empty: nothing
    record Words(String message, Optional<town.machi.procedure.Words> mail) {
        static final Words NONE = new Words("", Optional.empty());
    }

    void opened(CaseFile file, Actor actor) {
        CaseEvent.Place place = new CaseEvent.Place(
                null, null, file.state().id(), null, file.section().value());
        journal.write(file, actor, Journal.Entry.of(CaseEvent.Kind.OPENED, place, "", null));
        submissions.statusChanged(word(file, ""));
        events.publishEvent(new CaseOpened(
                file.id(), file.filing().submission(), file.basis().procedure()));
    }

    void moved(CaseFile before, CaseFile after, String act, Words words) {
        tell(after, words);
        events.publishEvent(new CaseMoved(
                after.id(), act, before.state().id(), after.state().id(), after.revision()));
    }

    /// A word to the resident's side, and a mail where there is something to say and an address.
    void tell(CaseFile file, Words words) {
        submissions.statusChanged(word(file, words.message()));
        mail.send(file, definitions.get(file.basis()), words);
    }

    /// It came from the other zone after the case had gone on: there the resident's page says again how it stands.
    void withdrawalLate(CaseFile file) {
        submissions.withdrawalLate(file.filing().submission());
        mail.withdrawalLate(file, definitions.get(file.basis()));
    }

    private StatusWord word(CaseFile file, String message) {
        WorkflowPlan.State state = Objects.requireNonNull(definitions
                .get(file.basis())
                .workflow()
                .states()
                .get(file.state().id()));
        return new StatusWord(
                file.filing().submission(),
                file.revision(),
                clock.instant(),
                state.id(),
                state.publicLabel(),
                file.state().fieldsOpen(),
                message.isBlank() ? null : message,
                state.firm(),
                file.state().isClosed());
    }
}
