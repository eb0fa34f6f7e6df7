package town.machi.messaging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.PushRows;
import town.machi.messaging.line.LineBell;
import town.machi.messaging.line.LineJson;
import town.machi.platform.Ids;

/// The outbox's shelf for single friends.
@Component
class LineOutbox {

    private final Ids ids;
    private final Clock clock;
    private final PushRows rows;
    private final LineJson json;
    private final LineBell bell;

    LineOutbox(Ids ids, Clock clock, PushRows rows, LineJson json, LineBell bell) {
        this.ids = ids;
        this.clock = clock;
        this.rows = rows;
        this.json = json;
        this.bell = bell;
    }

    UUID take(Push push) {
        UUID id = ids.next();
        if (!rows.insert(id, push, json.write(push.messages()), clock.instant())) {
            return rows.getIdByOnceKey(push.onceKey());
        }
        bell.ringAfterCommit();
        return id;
    }

    List<Delivery> listAbout(String about) {
        return rows.listAbout(about);
    }
}
