package town.machi.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.audit.jdbc.AuditRows;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditRows auditRows(JdbcClient jdbc) {
        return new AuditRows(jdbc);
    }
}
