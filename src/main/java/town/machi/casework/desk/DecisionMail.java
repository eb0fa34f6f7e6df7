package town.machi.casework.desk;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.Proposal;
import town.machi.casework.Route;
import town.machi.identity.Chairs;
import town.machi.identity.StaffDirectory;
import town.machi.identity.StaffMember;
import town.machi.kernel.Language;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Mails about decisions, to whom they wait for and to who wrote the draft. They name receipt numbers, never people.
@Component
class DecisionMail {

    private final Outbox outbox;
    private final Messages messages;
    private final StaffDirectory directory;
    private final Town town;

    DecisionMail(Outbox outbox, Messages messages, StaffDirectory directory, Town town) {
        this.outbox = outbox;
        this.messages = messages;
        this.directory = directory;
        this.town = town;
    }

    /// To whoever is asked now.
    void waits(CaseFile file, Proposal proposal, Chairs chairs) {
        if (proposal.route().map(Route::state).orElse(null) instanceof Route.State.Waiting(int _, Seat seat)) {
            Set<StaffId> asked =
                    proposal.route().map(route -> route.asked(chairs)).orElse(Set.of());
            asked.forEach(who -> send(who, file, proposal, "waits", town.nameOf(seat)));
        }
    }

    /// To one of those who are asked, who was not there before.
    void waitsFor(StaffId who, CaseFile file, Proposal proposal, Chairs chairs) {
        if (proposal.route().map(Route::state).orElse(null) instanceof Route.State.Waiting(int _, Seat seat)
                && proposal.route().orElseThrow().asked(chairs).contains(who)) {
            send(who, file, proposal, "waits", town.nameOf(seat));
        }
    }

    /// After a mark: to the next one, to the writer, or to who was passed over.
    void moved(CaseFile file, Proposal proposal, Route.Mark mark, Chairs chairs) {
        StaffId drafter = proposal.way().drafter();
        switch (mark.kind()) {
            case APPROVED -> {
                waits(file, proposal, chairs);
                if (proposal.isDecided()) {
                    send(drafter, file, proposal, "decided", "");
                }
                if (mark.inPlace()) {
                    Seat seat = proposal.route().orElseThrow().seats().get(mark.step());
                    chairs.holders(seat).forEach(who -> send(who, file, proposal, "afterwards", town.nameOf(seat)));
                }
            }
            case RETURNED -> send(drafter, file, proposal, "returned", "");
            case WITHDRAWN, LAPSED, CONFIRMED -> {}
        }
    }

    private void send(StaffId to, CaseFile file, Proposal proposal, String what, String seat) {
        Optional<String> address = directory
                .find(to)
                .filter(StaffMember::active)
                .map(StaffMember::mail)
                .filter(Mail::isAddress);
        if (address.isEmpty()) {
            return;
        }
        Texts texts = messages.in(Language.JA);
        String number = file.receipt().format();
        String body = texts.get(
                "casework.mail.decision-" + what + "-body",
                number,
                town.baseUri() + "/office/decisions/" + proposal.id(),
                seat);
        outbox.send(new Mail(
                address.get(),
                texts.get("casework.mail.decision-" + what + "-subject", number),
                body,
                file.id().subject(),
                null));
    }
}
