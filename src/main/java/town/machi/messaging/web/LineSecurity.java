package town.machi.messaging.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import town.machi.shell.ScreenSecurity;

/// LINE's webhook signs what it sends; it has no form, no cookie and no session.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LineSecurity {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 30)
    SecurityFilterChain lineDoor(HttpSecurity http, ScreenSecurity screens) {
        return screens.furnish(http)
                .securityMatcher("/line/webhook")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
