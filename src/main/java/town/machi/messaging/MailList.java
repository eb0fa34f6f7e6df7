package town.machi.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.Language;
import town.machi.messaging.jdbc.MailListRows;
import town.machi.messaging.line.UserHash;
import town.machi.platform.Ids;
import town.machi.platform.Jobs;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Those who take the town's news by mail. Nobody is on it before they have followed the link in a mail to them, and
/// every mail has the way out.
@Component
public class MailList {

    private static final Duration CONFIRM_WITHIN = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;

    private final MailListRows rows;
    private final Outbox outbox;
    private final Messages messages;
    private final Town town;
    private final Making making;

    MailList(MailListRows rows, Outbox outbox, Messages messages, Town town, Making making, Jobs jobs) {
        this.rows = rows;
        this.outbox = outbox;
        this.messages = messages;
        this.town = town;
        this.making = making;
        jobs.everyNight(
                "messaging.mail-list.forget",
                () -> rows.deleteUnconfirmed(making.clock().instant()));
    }

    /// Ids, time and chance.
    @Component
    record Making(Ids ids, Clock clock, RandomGenerator random) {

        String newToken() {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    /// Asks by mail whether the address wants it. Says nothing of whether it is on the list.
    ///
    /// @param request made by the client: asked again with the same, no second mail leaves
    /// @param district id of a [District]; empty: the whole town's news
    @Transactional
    public void ask(UUID request, String mail, Optional<String> district, Language language) {
        Instant now = making.clock().instant();
        String token = making.newToken();
        Texts texts = messages.in(language);
        String about = "mail-list:" + request;
        if (!outbox.listAbout(about).isEmpty()) {
            return;
        }
        var wish = new MailListRows.Subscriber(making.ids().next(), mail, district, language);
        rows.ask(wish, UserHash.of(token), now.plus(CONFIRM_WITHIN), making.newToken(), now);
        String body =
                texts.get("messaging.notices.mail", town.name(), town.baseUri().resolve("/notices/confirm/" + token));
        outbox.send(new Mail(mail, texts.get("messaging.notices.mail.subject", town.name()), body, about, request));
    }

    public boolean isConfirmable(String token) {
        return rows.isConfirmable(UserHash.of(token), making.clock().instant());
    }

    /// @return false when the link is too old
    @Transactional
    public boolean confirm(String token) {
        return rows.confirm(UserHash.of(token), making.clock().instant());
    }

    /// Forgets the address. Who was not on the list is not on it.
    @Transactional
    public void leave(String token) {
        rows.leave(token);
    }

    /// Lays the letters of a bulk in the outbox, in its transaction.
    void write(UUID id, Bulk bulk) {
        for (Map.Entry<Language, Bulk.Content> entry : bulk.content().entrySet()) {
            Bulk.Letter letter = entry.getValue().mail();
            if (letter != null) {
                String leaving = "\n\n--\n" + messages.in(entry.getKey()).get("messaging.notices.leave-line") + "\n"
                        + town.baseUri().resolve("/notices/leave/");
                rows.write(id, bulk.segment(), readers(entry.getKey(), bulk), letter, leaving);
            }
        }
    }

    /// Where a language has no text, its readers get the Japanese.
    private static List<Language> readers(Language language, Bulk bulk) {
        List<Language> readers = new ArrayList<>(List.of(language));
        if (language == Language.JA) {
            Arrays.stream(Language.values())
                    .filter(other -> !bulk.content().containsKey(other))
                    .forEach(readers::add);
        }
        return readers;
    }
}
