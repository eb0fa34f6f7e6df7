package town.machi.shelter.after;

import org.springframework.stereotype.Component;
import town.machi.platform.Jobs;

/// Looks each night whose day has come.
@Component
class ForgettingJob {

    private final Afterwards afterwards;

    ForgettingJob(Afterwards afterwards, Jobs jobs) {
        this.afterwards = afterwards;
        jobs.everyNight("shelter.forget-names", this::run);
    }

    private void run() {
        afterwards.waiting().forEach(each -> afterwards.forget(each.disaster()));
    }
}
