package town.machi.submission;

import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// The mail that says what was received: the number, what comes next, where to look. Never the passcode: whoever reads
/// the mail box should not be able to open what was filed.
@Component
class ReceiptMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Town town;
    private final Advices advices;

    ReceiptMail(Outbox outbox, Messages messages, Town town, Advices advices) {
        this.outbox = outbox;
        this.messages = messages;
        this.town = town;
        this.advices = advices;
    }

    void send(Filed.New filed, Definition definition) {
        String to = filed.mail();
        if (to == null || !Mail.isAddress(to)) {
            return;
        }
        Texts texts = messages.in(filed.language());
        String title = definition.title().in(filed.language());
        String about = "submission:" + filed.submission();
        String subject = texts.get("submission.mail.subject", town.name(), title);
        outbox.send(new Mail(to, subject, body(filed, definition, texts), about, filed.submission()));
    }

    private String body(Filed.New filed, Definition definition, Texts texts) {
        Language language = filed.language();
        String title = definition.title().in(language);
        String section = town.findSection(definition.section())
                .map(found -> nameOf(found, language))
                .orElse("");
        return texts.get("submission.mail.received", title)
                + "\n\n"
                + texts.get("submission.mail.number", filed.receipt().format())
                + "\n"
                + texts.get("submission.mail.at", filed.at())
                + "\n\n"
                + next(definition, filed.at(), texts)
                + advice(filed, texts)
                + "\n\n"
                + texts.get("submission.mail.track", town.baseUri() + "/track")
                + "\n\n"
                + town.name() + " " + section
                + "\n";
    }

    private String advice(Filed.New filed, Texts texts) {
        return advices.list(filed.procedure(), filed.answers(), texts).stream()
                .map(words -> "\n\n" + words)
                .collect(Collectors.joining());
    }

    private String next(Definition definition, Instant at, Texts texts) {
        BusinessCalendar calendar = town.calendar();
        return definition.processing().isEmpty()
                ? texts.get("submission.next.not-set")
                : texts.get(
                        "submission.next.by",
                        calendar.due(at, definition.processing().getAsInt()));
    }

    private static String nameOf(Section section, Language language) {
        return switch (language) {
            case JA -> section.name();
            case EASY -> section.nameEasy();
            case EN -> section.nameEn();
        };
    }
}
