package town.machi.submission.draft;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.platform.Files;
import town.machi.platform.Jobs;
import town.machi.submission.jdbc.DraftRows;
import town.machi.submission.jdbc.PasscodeRows;

/// Drafts that nobody sent have their day, and so have wrong passcodes.
@Component
class Forgetting {

    static final String JOB = "submission.forget-drafts";

    private static final int BATCH = 200;
    private static final Duration WRONG_TRIES_KEPT = Duration.ofDays(2);

    private final DraftRows rows;
    private final PasscodeRows passcodes;
    private final Files files;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Forgetting(
            DraftRows rows,
            PasscodeRows passcodes,
            Files files,
            TransactionTemplate transaction,
            Clock clock,
            Jobs jobs) {
        this.rows = rows;
        this.passcodes = passcodes;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        jobs.everyNight(JOB, this::forget);
    }

    void forget() {
        passcodes.deleteBefore(clock.instant().minus(WRONG_TRIES_KEPT));
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> forgetSome()));
        }
    }

    private boolean forgetSome() {
        List<DraftRows.Expired> gone = rows.deleteExpired(clock.instant(), BATCH);
        gone.stream()
                .filter(draft -> !draft.sent() && draft.corrects() == null)
                .forEach(draft -> files.deleteOwned("submission:" + draft.id()));
        return gone.size() == BATCH;
    }
}
