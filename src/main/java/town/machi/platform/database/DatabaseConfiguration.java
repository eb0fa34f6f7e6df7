package town.machi.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import town.machi.platform.CannotStart;
import town.machi.platform.MachiProperties;

/// From the server to the pool: start the embedded server (unless an address was given), migrate as the owner, open
/// the pool as the working role.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final String DATABASE = "machi";

    @Bean(destroyMethod = "close")
    @Conditional(NoAddressGiven.class)
    EmbeddedServer embeddedServer(MachiProperties properties) {
        DataFolder data = new DataFolder(properties.data());
        PostgresBinaries binaries = PostgresBinaries.unpackInto(data.tools());
        if (properties.clean()) {
            data.clear(binaries);
        }
        data.prepare();
        return EmbeddedServer.start(data.postgres(), binaries, Durability.DURABLE);
    }

    @Bean(destroyMethod = "close")
    @Conditional(NoAddressGiven.class)
    ServerWatch serverWatch(EmbeddedServer server) {
        return new ServerWatch(server);
    }

    @Bean
    DatabaseAddress databaseAddress(MachiProperties properties, ObjectProvider<EmbeddedServer> embedded) {
        MachiProperties.Db db = properties.db();
        if (!db.url().isEmpty()) {
            if (properties.clean()) {
                throw new CannotStart("Starting anew (--clean) empties the embedded database only. For " + db.url()
                        + " make an empty database and give its address.");
            }
            return new DatabaseAddress(db.url(), db.user(), db.password(), emptyToNull(db.appUser()));
        }
        return embedded.getObject().database(DATABASE);
    }

    /// Closed before the server is: it was made after it.
    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(
            DatabaseAddress address,
            @Value("${machi.db.pool.size}") int size,
            @Value("${machi.db.pool.wait-millis}") long waitMillis) {
        new Migrations(address).run();
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("machi");
        pool.setJdbcUrl(address.url());
        pool.setUsername(address.appRole());
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(Math.min(2, size));
        pool.setConnectionTimeout(waitMillis);
        pool.setValidationTimeout(Math.min(1_000, waitMillis));
        pool.addDataSourceProperty("ApplicationName", "machi");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "2");
        // A server that neither answers nor dies: nobody waits for it longer than this, in seconds.
        pool.addDataSourceProperty("socketTimeout", "15");
        return new HikariDataSource(pool);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// `MACHI_DB_URL` is empty or missing.
    static final class NoAddressGiven implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("machi.db.url", "").isEmpty();
        }
    }
}
