package town.machi.shelter.vacancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two connections of the shelters' own: while the whole house waits for the others, the public still sees
/// where it is
/// open.
@Configuration(proxyBeanMethods = false)
class OwnPool {

    static final String NAME = "shelterPool";

    @Bean(name = NAME, defaultCandidate = false, destroyMethod = "close")
    HikariDataSource shelterPool(DataSource house) throws SQLException {
        HikariConfig config = new HikariConfig();
        house.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("machi-shelter");
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setIdleTimeout(TimeUnit.MINUTES.toMillis(1));
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    @Qualifier(NAME)
    JdbcClient shelterJdbc(@Qualifier(NAME) DataSource pool) {
        return JdbcClient.create(pool);
    }
}
