package town.machi.alert.jalert;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import town.machi.platform.Jobs;
import town.machi.shell.ScreenSecurity;

/// The receiver shows a key; it has no form, no cookie and no session.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JalertProperties.class)
class JalertConfiguration {

    @Bean
    @ConditionalOnWebApplication
    @Order(Ordered.LOWEST_PRECEDENCE - 29)
    SecurityFilterChain jalertDoor(HttpSecurity http, ScreenSecurity screens) {
        return screens.furnish(http)
                .securityMatcher("/api/v1/jalert")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /// One node looks at the folder at a time.
    @Bean
    JalertJobs jalertJobs(JalertProperties properties, JalertDesk desk, Jobs jobs) {
        if (!properties.folder().isBlank()) {
            JalertFolder folder = new JalertFolder(Path.of(properties.folder()), desk);
            jobs.every("alert.jalert", properties.every(), folder::look);
        }
        return new JalertJobs();
    }

    /// That the job is named.
    record JalertJobs() {}
}
