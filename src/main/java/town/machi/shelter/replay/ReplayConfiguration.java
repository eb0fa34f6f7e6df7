package town.machi.shelter.replay;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import town.machi.platform.Ticker;
import town.machi.platform.Town;

/// Lets the replay run by itself: an hour of then for each `machi.replay-pause` (a second).
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("machi.replay")
class ReplayConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ReplayConfiguration.class);

    /// Steps once the town stands, and has its list of shelters.
    @Bean(destroyMethod = "stop")
    Player replayPlayer(
            Replay replay, Practice practice, Town town, @Value("${machi.replay-pause:1s}") Duration pause) {
        return new Player(replay, practice, town, pause);
    }

    static final class Player {

        private final Practice practice;
        private final Town town;
        private final Ticker ticker;

        Player(Replay replay, Practice practice, Town town, Duration pause) {
            this.practice = practice;
            this.town = town;
            this.ticker = new Ticker("shelter-replay", pause, replay::step);
        }

        @EventListener(ApplicationReadyEvent.class)
        @Order(Ordered.LOWEST_PRECEDENCE)
        void start() {
            practice.hold();
            log.info(
                    "The nights of 2026-07-28 to 08-08 are played again (4 minutes). Watch, as bosai@example.jp:\n    {}",
                    town.baseUri() + "/office/shelters/reports/" + Replay.DISASTER + "?watch=true");
            ticker.start();
        }

        void stop() {
            ticker.stop();
        }
    }
}
