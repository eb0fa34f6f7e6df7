package town.machi.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.Ids;

/// What the house has in tests instead of the real thing: a clock that stands still until it is moved.
@TestConfiguration(proxyBeanMethods = false)
public class TestHouse {

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    @Lazy
    TestStaff testStaff(JdbcClient db, Ids ids, TestClock clock) {
        return new TestStaff(db, ids, clock);
    }
}
