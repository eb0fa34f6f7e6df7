package town.machi.messaging.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.messaging.jdbc.BulkRows;
import town.machi.messaging.jdbc.FriendLinkRows;
import town.machi.messaging.jdbc.LineEventRows;
import town.machi.messaging.jdbc.PushRows;
import town.machi.messaging.jdbc.TalkRows;
import town.machi.platform.Jobs;

/// Forgets, every night: what was said to whom, which events were told, who left.
@Component
class LineKeeping {

    private static final Duration EVENTS_KNOWN = Duration.ofDays(7);

    private final Duration keep;
    private final Clock clock;
    private final PushRows pushes;
    private final BulkRows bulks;
    private final LineEventRows events;
    private final TalkRows talks;

    LineKeeping(
            @Value("${machi.messaging.keep:30d}") Duration keep,
            Clock clock,
            PushRows pushes,
            BulkRows bulks,
            LineEventRows events,
            TalkRows talks) {
        this.keep = keep;
        this.clock = clock;
        this.pushes = pushes;
        this.bulks = bulks;
        this.events = events;
        this.talks = talks;
    }

    @Autowired
    void every(Jobs jobs, FriendLinkRows links) {
        jobs.everyNight("messaging.line.forget", this::forget);
        jobs.everyNight("messaging.line.forget-links", () -> links.deleteExpiredBefore(clock.instant()));
    }

    private void forget() {
        Instant oldest = clock.instant().minus(keep);
        pushes.eraseSettledBefore(oldest);
        bulks.deleteRecipientsBefore(oldest);
        events.deleteDoneBefore(clock.instant().minus(EVENTS_KNOWN));
        talks.deleteLeftBefore(clock.instant().minus(EVENTS_KNOWN));
    }
}
