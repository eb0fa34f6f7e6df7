package town.machi.platform;

import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// New identifiers: UUIDv7 (RFC 9562), so that rows made one after the other lie beside each other in the index.
@Component
public class Ids {

    private final NoArgGenerator generator;

    public Ids(Clock clock, RandomGenerator random) {
        this.generator = new TimeBasedEpochGenerator(Random.from(random), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    public UUID next() {
        return generator.generate();
    }
}
