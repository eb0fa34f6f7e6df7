package town.machi.shelter.desk;

import org.springframework.stereotype.Component;
import town.machi.shelter.DisasterId;
import town.machi.shelter.jdbc.ForgettingRows;
import town.machi.shelter.jdbc.LogRows;

/// Takes the names of a disaster out of the log, and out of what was computed from it.
@Component
public class TakingNames {

    private final ForgettingRows rows;
    private final LogRows events;
    private final Register register;

    TakingNames(ForgettingRows rows, LogRows events, Register register) {
        this.rows = rows;
        this.events = events;
        this.register = register;
    }

    /// In the caller's transaction. Whoever is in a later disaster's shelter keeps what they said there, and only that.
    public ForgettingRows.Gone forget(DisasterId disaster) {
        events.lock();
        ForgettingRows.Gone gone = rows.forget(disaster);
        register.recompute(rows.named(disaster));
        return gone;
    }
}
