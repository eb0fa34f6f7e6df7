package town.machi.shell.web;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.AbstractHandlerExceptionResolver;
import org.springframework.web.servlet.handler.HandlerExceptionResolverComposite;

/// Tells Spring MVC about our replies, and serves the WebJars (their addresses carry the version).
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final ReplyReturnValues replies;
    private final LanguageArguments languages;

    WebSetup(ReplyReturnValues replies, LanguageArguments languages) {
        this.replies = replies;
        this.languages = languages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(languages);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(replies);
    }

    /// What was typed could stand in the messages of these exceptions; the outermost filter logs without.
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        for (var resolver : resolvers) {
            quieten(resolver);
        }
    }

    private static void quieten(HandlerExceptionResolver resolver) {
        if (resolver instanceof HandlerExceptionResolverComposite composite) {
            composite.getExceptionResolvers().forEach(WebSetup::quieten);
        } else if (resolver instanceof AbstractHandlerExceptionResolver logging) {
            logging.setWarnLogCategory("");
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
