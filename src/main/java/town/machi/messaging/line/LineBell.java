package town.machi.messaging.line;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import town.machi.platform.Ticker;

/// Tells this node's LINE lanes that something waits, so that news leave at once and not at the next round.
@Component
public class LineBell {

    private final List<Ticker> tickers = new CopyOnWriteArrayList<>();

    Ticker hang(Ticker rung) {
        tickers.add(rung);
        return rung;
    }

    public void ring() {
        tickers.forEach(Ticker::wake);
    }

    /// Now, where there is no transaction to wait for.
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }
}
