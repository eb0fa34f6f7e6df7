package town.machi.submission.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.messaging.Mail;
import town.machi.messaging.Outbox;
import town.machi.platform.Town;
import town.machi.shell.Texts;
import town.machi.submission.jdbc.DraftRows;
import town.machi.submission.seal.Token;

/// Going on on another device, by a link that was mailed and works once.
@Component
public class Resuming {

    private static final Duration LINK_LIFE = Duration.ofDays(7);

    private final DraftRows rows;
    private final Drafts drafts;
    private final Drafts.Making making;
    private final Outbox outbox;
    private final Town town;

    Resuming(DraftRows rows, Drafts drafts, Drafts.Making making, Outbox outbox, Town town) {
        this.rows = rows;
        this.drafts = drafts;
        this.making = making;
        this.outbox = outbox;
        this.town = town;
    }

    @Transactional
    public void mailLink(Course course, String to, Texts texts) {
        Token token = Token.generate(making.random());
        Instant until = making.now().plus(LINK_LIFE);
        rows.insertLink(token.hash(), course.draft().id(), until);
        String title = course.published().definition().title().in(texts.language());
        String body = texts.get("submission.mail.resume", title)
                + "\n\n" + town.baseUri() + "/resume/" + token.value()
                + "\n\n" + texts.get("submission.mail.resume-until", until)
                + "\n\n" + town.name() + "\n";
        String subject = texts.get("submission.mail.resume-subject", town.name(), title);
        outbox.send(new Mail(to, subject, body, course.draft().owner(), null));
    }

    /// Uses the link up.
    @Transactional
    public Optional<Begun> open(String token) {
        return rows.takeLink(new Token(token).hash(), making.now())
                .flatMap(drafts::find)
                .filter(draft -> !draft.isSent())
                .map(draft -> new Begun(draft, drafts.newSecret(draft.id())));
    }

    /// Number and passcode were right: the draft goes on here.
    @Transactional
    public Optional<Begun> open(UUID draft) {
        return drafts.find(draft)
                .filter(found -> !found.isSent())
                .map(found -> new Begun(found, drafts.newSecret(found.id())));
    }
}
