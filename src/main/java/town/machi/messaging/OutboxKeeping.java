package town.machi.messaging;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import town.machi.platform.Jobs;

/// Forgets what was sent: after its days only the fact that something was sent remains.
@Component
class OutboxKeeping {

    OutboxKeeping(Jobs jobs, Dispatcher dispatcher, @Value("${machi.messaging.keep:30d}") Duration keep) {
        jobs.everyNight("messaging.erase", () -> dispatcher.eraseSettledBefore(keep));
    }
}
