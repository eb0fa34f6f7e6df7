package town.machi.identity.posting;

import java.time.Duration;
import org.springframework.stereotype.Component;
import town.machi.platform.Jobs;

/// Looks every minute for a transfer whose day has come; each commits by itself.
@Component
class PostingJob {

    static final String NAME = "identity.postings";

    private final Postings postings;

    PostingJob(Postings postings, Jobs jobs) {
        this.postings = postings;
        jobs.every(NAME, Duration.ofMinutes(1), this::doAll);
    }

    private void doAll() {
        boolean more = true;
        while (more) {
            more = postings.doNext();
        }
    }
}
