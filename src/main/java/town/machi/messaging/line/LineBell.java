package town.machi.messaging.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import town.machi.platform.Ticker;

/// Tells this node's LINE dispatcher that something waits, so that news leave at once and not at the next round.
@Component
public class LineBell {

    private volatile @Nullable Ticker ticker;

    void hang(Ticker rung) {
        this.ticker = rung;
    }

    public void ring() {
        Ticker rung = ticker;
        if (rung != null) {
            rung.wake();
        }
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
