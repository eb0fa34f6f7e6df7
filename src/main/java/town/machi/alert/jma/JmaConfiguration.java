package town.machi.alert.jma;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import town.machi.alert.jdbc.TelegramRows;
import town.machi.platform.Jobs;
import town.machi.platform.Town;

/// Which feed is watched: the configured one, else in the demo the stand-in, else none.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class JmaConfiguration {

    @Bean
    @ConditionalOnBooleanProperty("machi.demo")
    FeedStandIn feedStandIn(Town town, Clock clock) {
        return new FeedStandIn(town.folder().resolve("demo/jma"), clock);
    }

    @Bean
    FeedWatch feedWatch(
            FeedProperties properties,
            TelegramDesk desk,
            TelegramRows rows,
            Clock clock,
            ObjectProvider<FeedStandIn> standIn) {
        Supplier<List<URI>> urls = () -> properties.isWatched()
                ? properties.urls(properties.base())
                : Optional.ofNullable(standIn.getIfAvailable())
                        .map(feed -> properties.urls(feed.base()))
                        .orElse(List.of());
        return new FeedWatch(properties, urls, desk, rows, clock);
    }

    @Bean
    FeedVitals feedVitals(FeedWatch watch) {
        return new FeedVitals(watch);
    }

    /// Named while the house is built, so that the clock knows them.
    @Bean
    FeedJobs feedJobs(FeedWatch watch, FeedProperties properties, Jobs jobs) {
        jobs.every("alert.jma", properties.every(), watch::look);
        jobs.everyNight("alert.forget-telegrams", watch::forget);
        return new FeedJobs();
    }

    /// That the jobs are named.
    record FeedJobs() {}
}
