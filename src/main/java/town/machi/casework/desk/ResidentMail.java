package town.machi.casework.desk;

import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.kernel.Language;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Tells a resident by mail what became of what they filed, in the language in which they filed it.
@Component
class ResidentMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Town town;

    ResidentMail(Outbox outbox, Messages messages, Town town) {
        this.outbox = outbox;
        this.messages = messages;
        this.town = town;
    }

    /// Nothing where no address was given, or there is nothing to say.
    void send(CaseFile file, Definition definition, Reporting.Words words) {
        String address = file.filing().mail();
        if (address == null || (words.mail().isEmpty() && words.message().isBlank())) {
            return;
        }
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
