package town.machi.casework.desk;

import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.platform.Jobs;

/// Looks for what has run out, every few minutes; each look commits by itself.
@Component
class DeadlineJob {

    static final String NAME = "casework.deadlines";

    private final Deadlines deadlines;

    DeadlineJob(Deadlines deadlines, Jobs jobs) {
        this.deadlines = deadlines;
        jobs.every(NAME, Duration.ofMinutes(5), this::lookUntilNothingIsLeft);
    }

    private void lookUntilNothingIsLeft() {
        int noticed = Integer.MAX_VALUE;
        while (noticed > 0) {
            noticed = deadlines.look();
        }
    }
}
