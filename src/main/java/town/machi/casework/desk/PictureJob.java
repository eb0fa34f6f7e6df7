package town.machi.casework.desk;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.casework.jdbc.PictureRows;
import town.machi.platform.Jobs;
import town.machi.platform.Town;

/// Keeps the counts short. Nobody has to wait for it: what is not folded yet is counted all the same.
@Component
class PictureJob {

    static final String NAME = "casework.picture";

    private final PictureRows rows;
    private final Town town;
    private final TransactionOperations transaction;

    PictureJob(PictureRows rows, Town town, TransactionOperations transaction, Jobs jobs) {
        this.rows = rows;
        this.town = town;
        this.transaction = transaction;
        jobs.every(NAME, Duration.ofMinutes(1), this::fold);
    }

    private void fold() {
        for (PictureRows.Uncounted between : rows.listUncounted()) {
            rows.putDays(
                    between, Math.max(0, town.calendar().businessDaysBetween(between.countsFrom(), between.endedOn())));
        }
        transaction.executeWithoutResult(status -> rows.fold());
    }
}
