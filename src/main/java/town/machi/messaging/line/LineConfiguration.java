package town.machi.messaging.line;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.machi.messaging.LineAccount;
import town.machi.messaging.Topic;
import town.machi.platform.Ticker;

/// The lanes of the LINE account; each looks every second for what became due or was written by another node.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LineAccount.class)
class LineConfiguration {

    @Bean
    Ticker lineCallTicker(LineLanes lanes, LineBell bell, @Value("${machi.messaging.pause:1s}") Duration pause) {
        return bell.hang(new Ticker("line-calls", pause, lanes::callAllDue));
    }

    @Bean
    Routing routing(ObjectProvider<Topic> topics) {
        return new Routing(topics.stream().toList());
    }

    @Bean
    Ticker lineEventTicker(LineLanes lanes, LineBell bell, @Value("${machi.messaging.pause:1s}") Duration pause) {
        return bell.hang(new Ticker("line-events", pause, lanes::hearAllDue));
    }

    @Bean
    Ticker linePictureTicker(LineLanes lanes, LineBell bell, @Value("${machi.messaging.pause:1s}") Duration pause) {
        return bell.hang(new Ticker("line-pictures", pause, lanes::fetchAllDue));
    }

    @Bean
    Ticker lineMenuTicker(LineLanes lanes, LineBell bell, @Value("${machi.messaging.pause:2s}") Duration pause) {
        return bell.hang(new Ticker("line-menu", pause, lanes::showMenu));
    }

    @Bean
    Ticker linePushTicker(LineLanes lanes, LineBell bell, @Value("${machi.messaging.pause:1s}") Duration pause) {
        return bell.hang(new Ticker("line-pushes", pause, lanes::pushAllDue));
    }
}
