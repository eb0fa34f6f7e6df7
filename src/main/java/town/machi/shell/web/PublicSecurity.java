package town.machi.shell.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import town.machi.shell.ScreenSecurity;

/// Everything that no other chain takes is public: nobody signs in there and no session is made.
/// The staff side (`/office/**`) has its own chain before this one; until that stands, it is closed.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PublicSecurity {

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain publicPages(HttpSecurity http, ScreenSecurity screens) {
        return screens.furnish(http)
                .csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/office", "/office/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
