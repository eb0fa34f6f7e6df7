package town.machi.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Time and chance are injected, so that tests can set them.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MachiProperties.class)
class PlatformConfiguration {

    /// Days mean Asia/Tokyo, wherever the machine stands.
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /// @param ahead how far the demo lives in the future, as ISO 8601 says it: `P2200D`. A real town has the true time
    @Bean
    @ConditionalOnMissingBean
    Clock clock(MachiProperties properties, @Value("${machi.clock-ahead:PT0S}") Duration ahead) {
        Clock clock = Clock.system(TOKYO);
        return properties.demo() ? Clock.offset(clock, ahead) : clock;
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator randomGenerator() {
        return new SecureRandom();
    }
}
