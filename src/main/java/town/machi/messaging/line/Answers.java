package town.machi.messaging.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.messaging.Friend;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Push;
import town.machi.messaging.jdbc.PushRows;
import town.machi.platform.Ids;

/// Lays answers in the outbox, with the event's id as their key: one answer to one event.
@Component
class Answers {

    /// LINE: within a minute. Ours ends earlier, for the call itself.
    private static final Duration REPLY_TOKEN_LIVES = Duration.ofSeconds(50);

    private final PushRows rows;
    private final LineJson json;
    private final Ids ids;
    private final Clock clock;

    Answers(PushRows rows, LineJson json, Ids ids, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    void lay(Friend friend, UUID event, List<LineMessage> messages, @Nullable String replyToken, Instant heardAt) {
        if (messages.isEmpty()) {
            return;
        }
        Push push = new Push(friend.id(), messages, "line-event:" + event, event, false);
        String text = json.write(messages);
        Instant now = clock.instant();
        if (replyToken == null) {
            rows.insert(ids.next(), push, text, now);
        } else {
            rows.insertReply(ids.next(), push, text, replyToken, now, heardAt.plus(REPLY_TOKEN_LIVES));
        }
    }
}
