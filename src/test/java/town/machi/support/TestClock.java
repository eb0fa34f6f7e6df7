package town.machi.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that a test sets and moves; it starts on Tuesday 2026-11-24 at 10:00 in Japan and stands still.
public final class TestClock extends Clock {

    public static final OffsetDateTime START = OffsetDateTime.parse("2026-11-24T10:00:00+09:00");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public TestClock() {
        this(new AtomicReference<>(START.toInstant()), TOKYO);
    }

    private TestClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public void set(OffsetDateTime time) {
        now.set(time.toInstant());
    }

    /// @param time for example `2026-12-24T16:00:00+09:00`
    public void set(String time) {
        set(OffsetDateTime.parse(time));
    }

    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(now, other);
    }
}
