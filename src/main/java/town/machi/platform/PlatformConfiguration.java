package town.machi.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.random.RandomGenerator;
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

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(TOKYO);
    }

    @Bean
    @ConditionalOnMissingBean
    RandomGenerator randomGenerator() {
        return new SecureRandom();
    }
}
