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
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Tells a resident what became of what they filed, in the language in which they filed it: by mail where they gave an
/// address, and on LINE where they chose it. What the office writes to them stays out of LINE; the talk says where to
/// read it.
@Component
class ResidentMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Town town;
    private final FriendLinks friends;

    ResidentMail(Outbox outbox, Messages messages, Town town, FriendLinks friends) {
        this.outbox = outbox;
        this.messages = messages;
        this.town = town;
        this.friends = friends;
    }

    /// Nothing where there is nothing to say.
    void send(CaseFile file, Definition definition, Reporting.Words words) {
        if (words.mail().isEmpty() && words.message().isBlank()) {
            return;
        }
        tellOnLine(file, definition);
        String address = file.filing().mail();
        if (address != null) {
            mail(address, file, definition, words);
        }
    }

    private void tellOnLine(CaseFile file, Definition definition) {
        String about = "submission:" + file.filing().submission();
        friends.findTied(about).ifPresent(friend -> {
            Texts texts = messages.in(file.filing().language());
            String title = definition.title().in(texts.language());
            LineMessage message = LineMessage.text(
                    texts.get("casework.line.moved", title, file.receipt().format()),
                    new QuickReply.Open(
                            texts.get("casework.line.look"), town.baseUri().resolve("/track")));
            outbox.push(new Push(friend, message, about, null));
        });
    }

    private void mail(String address, CaseFile file, Definition definition, Reporting.Words words) {
        Language language = file.filing().language();
        Texts texts = messages.in(language);
        String title = definition.title().in(language);
        String said = words.mail().map(mail -> mail.in(language) + "\n\n").orElse("")
                + (words.message().isBlank() ? "" : texts.get("casework.mail.office-says", words.message()) + "\n\n");
        String body = texts.get(
                "casework.mail.body",
                title,
                file.receipt().format(),
                said.strip(),
                town.baseUri() + "/track",
                section(file, language),
                townName(language));
        String about = "submission:" + file.filing().submission();
        outbox.send(
                new Mail(address, texts.get("casework.mail.subject", title, townName(language)), body, about, null));
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
