package town.machi.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.platform.Ticker;

/// Tells the dispatcher of this node that something waits, so that a receipt leaves at once and not at the next round.
@Component
class DispatcherBell {

    private volatile @Nullable Ticker ticker;

    void hang(Ticker rung) {
        this.ticker = rung;
    }

    void ring() {
        Ticker rung = ticker;
        if (rung != null) {
            rung.wake();
        }
    }
}
