package town.machi.casework.desk;

import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.kernel.Language;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.messaging.Push;
import town.machi.messaging.QuickReply;
import town.machi.platform.Exchange;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.platform.Zone;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.submission.Submissions;

/// Tells a resident what became of what they filed, in the language in which they filed it: by mail where they gave an
/// address, and on LINE where they chose it. What the office writes to them stays out of LINE; the talk says where to
/// read it.
@Component
class ResidentMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Town town;
    private final FriendLinks friends;
    private final Cut cut;

    ResidentMail(Outbox outbox, Messages messages, Town town, FriendLinks friends, Cut cut) {
        this.outbox = outbox;
        this.messages = messages;
        this.town = town;
        this.friends = friends;
        this.cut = cut;
    }

    /// Whether residents are told from here, or from the town's other zone.
    @Component
    record Cut(Exchange exchange, Submissions submissions) {

        boolean runsBefore(CaseFile file) {
            return exchange.zone() == Zone.INNER
                    && submissions.find(file.filing().submission()).isEmpty();
        }
    }

    /// Nothing where there is nothing to say. What was filed in the other zone is told from there, where the resident's
    /// pages and their LINE are.
    void send(CaseFile file, Definition definition, Reporting.Words words) {
        if (words.mail().isEmpty() && words.message().isBlank()) {
            return;
        }
        ResidentNote note = note(file, definition, words);
        if (cut.runsBefore(file)) {
            cut.exchange().send(note.letter());
        } else {
            deliver(note);
        }
    }

    /// What was taken back in the other zone goes on here: it came too late. In a whole town that cannot be.
    void withdrawalLate(CaseFile file, Definition definition) {
        if (cut.runsBefore(file)) {
            String said = messages.in(file.filing().language()).get("casework.mail.withdrawal-late");
            cut.exchange().send(note(file, definition, said).letter());
        }
    }

    private ResidentNote note(CaseFile file, Definition definition, Reporting.Words words) {
        Language language = file.filing().language();
        String said = words.mail().map(mail -> mail.in(language) + "\n\n").orElse("")
                + (words.message().isBlank()
                        ? ""
                        : messages.in(language).get("casework.mail.office-says", words.message()) + "\n\n");
        return note(file, definition, said.strip());
    }

    private ResidentNote note(CaseFile file, Definition definition, String said) {
        Language language = file.filing().language();
        return new ResidentNote(
                file.filing().submission(),
                file.receipt(),
                language,
                definition.title().in(language),
                file.filing().mail(),
                said,
                section(file, language));
    }

    void deliver(ResidentNote note) {
        tellOnLine(note);
        String address = note.mail();
        if (address != null) {
            mail(address, note);
        }
    }

    private void tellOnLine(ResidentNote note) {
        friends.findTied(note.about()).ifPresent(friend -> {
            Texts texts = messages.in(note.language());
            LineMessage message = LineMessage.text(
                    texts.get(
                            "casework.line.moved", note.title(), note.receipt().format()),
                    new QuickReply.Open(
                            texts.get("casework.line.look"), town.baseUri().resolve("/track")));
            outbox.push(new Push(friend, message, note.about(), null));
        });
    }

    private void mail(String address, ResidentNote note) {
        Texts texts = messages.in(note.language());
        String townName = townName(note.language());
        String body = texts.get(
                "casework.mail.body",
                note.title(),
                note.receipt().format(),
                note.said(),
                town.baseUri() + "/track",
                note.section(),
                townName);
        String subject = texts.get("casework.mail.subject", note.title(), townName);
        outbox.send(new Mail(address, subject, body, note.about(), null));
    }

    private String section(CaseFile file, Language language) {
        return town.findSection(file.section())
                .map(section -> name(section, language) + " " + section.telephone())
                .orElse("")
                .strip();
    }

    private static String name(Section section, Language language) {
        return switch (language) {
            case JA -> section.name();
            case EASY -> section.nameEasy();
            case EN -> section.nameEn();
        };
    }

    private String townName(Language language) {
        return switch (language) {
            case JA -> town.name();
            case EASY -> town.nameEasy();
            case EN -> town.nameEn();
        };
    }
}
