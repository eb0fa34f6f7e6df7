package town.machi.identity.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import town.machi.kernel.Role;
import town.machi.shell.ScreenSecurity;

/// The office's door: everything under `/office`, `/api/office` and `/api/v1/cases` is for staff who proved both
/// factors.
/// What somebody may do inside, by section and role, is each room's own question.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class OfficeSecurity {

    /// There is no other way in than the two of this room.
    @Bean
    AuthenticationManager nobodyElse() {
        return authentication -> {
            throw new BadCredentialsException("Sign in at /office/sign-in");
        };
    }

    @Bean
    @Order(100)
    SecurityFilterChain office(
            HttpSecurity http, ScreenSecurity screens, StandingFilter standing, Turnstile turnstile) {
        return screens.furnish(http)
                .securityMatcher("/office", "/office/**", "/api/office/**", "/api/v1/cases", "/api/v1/cases/**")
                .addFilterBefore(standing, AuthorizationFilter.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(turnstile).accessDeniedHandler(turnstile))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/office/sign-in", "/office/sign-in/**", "/office/welcome/**")
                        .permitAll()
                        .requestMatchers(
                                "/office/staff",
                                "/office/staff/**",
                                "/office/settings",
                                "/office/settings/**",
                                StatusController.PATH)
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
