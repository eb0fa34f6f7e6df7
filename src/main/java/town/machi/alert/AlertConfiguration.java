package town.machi.alert;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.machi.alert.desk.CurrentAlerts;
import town.machi.platform.Ticker;

/// What every node does by itself in this room.
@Configuration(proxyBeanMethods = false)
class AlertConfiguration {

    /// @param pause `machi.alert.look`; zero in tests
    @Bean
    Ticker alertLook(CurrentAlerts current, @Value("${machi.alert.look:PT2S}") Duration pause) {
        return new Ticker("alert-look", pause, current::refresh);
    }
}
