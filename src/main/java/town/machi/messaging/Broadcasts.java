package town.machi.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import town.machi.messaging.jdbc.BulkRows;
import town.machi.messaging.line.LineBell;
import town.machi.messaging.line.LineJson;
import town.machi.platform.Ids;

/// News to many at once. Who gets it is settled in the caller's transaction, in calls of 500; the calls go out once it
/// is committed, each with its own retry key, so that no accident makes two of one.
@Component
public class Broadcasts {

    private final Ids ids;
    private final Clock clock;
    private final BulkRows rows;
    private final LineJson json;
    private final LineBell bell;
    private final MailList mailList;

    Broadcasts(Ids ids, Clock clock, BulkRows rows, LineJson json, LineBell bell, MailList mailList) {
        this.ids = ids;
        this.clock = clock;
        this.rows = rows;
        this.json = json;
        this.bell = bell;
        this.mailList = mailList;
    }

    /// Takes it in. With a key that was used before, nothing is added.
    ///
    /// @return the bulk's id: that of the first one with the same key
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(Bulk bulk) {
        UUID id = ids.next();
        if (!rows.insert(id, bulk, clock.instant())) {
            return rows.getIdByOnceKey(bulk.onceKey());
        }
        bulk.content().forEach((language, content) -> rows.insertText(id, language, json.write(content.line())));
        rows.divide(id, bulk.segment(), bulk.content().keySet(), clock.instant());
        mailList.write(id, bulk);
        bell.ringAfterCommit();
        return id;
    }

    /// How many a bulk to this segment would reach now, by channel LINE.
    public int countReach(Segment segment) {
        return rows.countReach(segment);
    }

    /// How it stands with one bulk.
    public Optional<BulkResult> findResult(UUID bulk) {
        return rows.findResult(bulk);
    }

    /// How it stands with all that was sent about a record, the oldest first.
    public List<BulkResult> listAbout(String about) {
        return rows.listIdsAbout(about).stream()
                .flatMap(id -> rows.findResult(id).stream())
                .toList();
    }

    /// Stops what is not gone yet about a record, because it is not to be said any more. It stays stopped: nobody can
    /// try it again. What is on its way meanwhile is counted as soon as it is answered.
    ///
    /// @return how many heads and letters get nothing
    @Transactional(propagation = Propagation.MANDATORY)
    public int stop(String about) {
        return rows.listIdsAbout(about).stream()
                .mapToInt(bulk -> rows.stop(bulk, clock.instant()))
                .sum();
    }

    /// Tries those again that failed. Who was accepted gets nothing a second time.
    ///
    /// @return how many heads are tried again
    @Transactional
    public int retry(UUID bulk) {
        int heads = rows.retry(bulk, clock.instant());
        bell.ringAfterCommit();
        return heads;
    }
}
