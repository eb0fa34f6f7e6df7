package town.machi.identity.web;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/// `/office` is a later room's; where there is none, it leads to one's own account. Asked last of all.
@Configuration(proxyBeanMethods = false)
class EmptyOffice {

    @Bean
    SimpleUrlHandlerMapping officeWithoutRooms() {
        HttpRequestHandler toAccount = (request, response) -> response.sendRedirect(AccountController.PATH);
        return new SimpleUrlHandlerMapping(Map.of("/office", toAccount), Ordered.LOWEST_PRECEDENCE - 100);
    }
}
