package town.machi.messaging;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import town.machi.messaging.jdbc.OutgoingRows;
import town.machi.platform.Ids;

/// The one way out of the house. A message is a row in the caller's transaction: undone with it, and sent by the
/// [Dispatcher] once it is committed.
@Component
public class Outbox {

    private final Ids ids;
    private final Clock clock;
    private final OutgoingRows rows;
    private final DispatcherBell bell;
    private final LineOutbox line;

    Outbox(Ids ids, Clock clock, OutgoingRows rows, DispatcherBell bell, LineOutbox line) {
        this.ids = ids;
        this.clock = clock;
        this.rows = rows;
        this.bell = bell;
        this.line = line;
    }

    /// Takes the mail in. With a key that was used before, nothing is added.
    ///
    /// @return the message's id: that of the first one with the same key
    public UUID send(Mail mail) {
        UUID id = ids.next();
        if (!rows.insert(id, mail, clock.instant())) {
            return rows.getIdByOnceKey(mail.onceKey());
        }
        ringAfterCommit();
        return id;
    }

    /// Takes in what one friend gets in the LINE talk. With a key that was used before, nothing is added. Who has left
    /// meanwhile gets nothing; the delivery says so.
    ///
    /// @return the push's id: that of the first one with the same key
    public UUID push(Push push) {
        return line.take(push);
    }

    /// How it stands with what was sent about a record, mails first, the oldest first.
    ///
    /// @param about `submission:<uuid>`
    public List<Delivery> listAbout(String about) {
        return Stream.concat(rows.listAbout(about).stream(), line.listAbout(about).stream())
                .toList();
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            bell.ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
