package town.machi.demo;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.demo.line.LineHooks;
import town.machi.demo.line.LinePlatform;
import town.machi.messaging.LineAccount;
import town.machi.messaging.LineStandIn;
import town.machi.platform.Town;

/// The demo's LINE: the Messaging API on a free port of the loopback, and the telephones of a few made-up residents.
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoLine implements LineStandIn {

    private final LinePlatform platform;

    DemoLine(Town town, Clock clock) {
        this.platform = LinePlatform.start(
                "demo-channel-secret",
                "demo-channel-token",
                LineHooks.to(() -> town.baseUri().resolve("/line/webhook")),
                clock);
    }

    @Override
    public LineAccount account() {
        return platform.account();
    }

    public LinePlatform platform() {
        return platform;
    }

    @PreDestroy
    void stop() {
        platform.close();
    }
}
