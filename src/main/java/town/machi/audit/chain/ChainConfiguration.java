package town.machi.audit.chain;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.audit.jdbc.ChainRows;
import town.machi.platform.MachiProperties;
import town.machi.platform.Ticker;

@Configuration(proxyBeanMethods = false)
class ChainConfiguration {

    @Bean
    ChainRows chainRows(JdbcClient jdbc) {
        return new ChainRows(jdbc);
    }

    @Bean
    HeadFile headFile(MachiProperties properties) {
        return new HeadFile(properties.data());
    }

    @Bean
    Sealer sealer(Clock clock, ChainRows rows, HeadFile headFile, PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        return new Sealer(clock, rows, headFile, transaction);
    }

    @Bean
    Ticker sealerTicker(Sealer sealer, @Value("${machi.audit.pause:1s}") Duration pause) {
        return new Ticker("sealer", pause, sealer::seal);
    }

    @Bean
    SealVitals sealVitals(Sealer sealer) {
        return new SealVitals(sealer);
    }
}
