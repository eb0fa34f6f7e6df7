package town.machi.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// What the house has in tests instead of the real thing: a clock that stands still until it is moved.
@TestConfiguration(proxyBeanMethods = false)
public class TestHouse {

    @Bean
    TestClock clock() {
        return new TestClock();
    }
}
