package town.machi.messaging;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.messaging.jdbc.OutgoingRows;
import town.machi.platform.Ticker;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpServer.class)
class MessagingConfiguration {

    @Bean
    OutgoingRows outgoingRows(JdbcClient jdbc) {
        return new OutgoingRows(jdbc);
    }

    /// Looks every two seconds for what became due or was written by another node.
    @Bean
    Ticker dispatcherTicker(
            Dispatcher dispatcher, DispatcherBell bell, @Value("${machi.messaging.pause:2s}") Duration pause) {
        Ticker ticker = new Ticker("dispatcher", pause, dispatcher::sendAllDue);
        bell.hang(ticker);
        return ticker;
    }
}
