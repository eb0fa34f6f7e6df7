package town.machi.platform.exchange;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.platform.BoardNotice;
import town.machi.platform.Exchange;
import town.machi.platform.Files;
import town.machi.platform.Jobs;
import town.machi.platform.LetterReader;
import town.machi.platform.MachiProperties;
import town.machi.platform.Zone;
import town.machi.platform.jdbc.ReceivedRows;
import town.machi.platform.jdbc.SentRows;
import town.machi.platform.jdbc.ZoneKeyRows;

/// Which zone this is; and where there is a cut, the looks into the folder.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExchangeProperties.class)
@Import(ExchangeConfiguration.Cut.class)
class ExchangeConfiguration {

    /// How long a letter that has arrived is kept for a restore from a backup, and a refused file for whoever looks.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration REFUSED_KEPT = Duration.ofDays(30);

    @Bean
    Zone zone(ExchangeProperties properties) {
        return properties.zone();
    }

    /// Only where there is a cut.
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnCut.class)
    static class Cut {

        @Bean
        ZoneKeys zoneKeys(ExchangeProperties properties, ZoneKeyRows rows, MachiProperties machi) {
            Path own = machi.data().resolve("exchange");
            String given = properties.exchange().partner();
            return new ZoneKeys(
                    rows,
                    properties.zone(),
                    own.resolve(properties.zone().word() + ".pub"),
                    given.isEmpty() ? own.resolve("partner.pub") : Path.of(given));
        }

        @Bean
        ExchangeRound exchangeRound(
                ExchangeProperties properties, ZoneKeys keys, Rows rows, MachiProperties machi, Clock clock) {
            Path own = machi.data().resolve("exchange");
            SentBook sent =
                    new SentBook(properties.zone(), rows.sent(), rows.received(), rows.files(), rows.transaction());
            ReceivedBook received = new ReceivedBook(rows.received(), rows.readers(), rows.transaction(), clock);
            var books = new ExchangeRound.Books(sent, received, rows.received());
            return new ExchangeRound(properties, keys, books, own, clock);
        }

        /// What the books are kept in.
        record Rows(
                SentRows sent,
                ReceivedRows received,
                Files files,
                ObjectProvider<LetterReader> readers,
                TransactionOperations transaction) {}

        @Bean
        Rows zoneBooks(
                SentRows sent,
                ReceivedRows received,
                Files files,
                ObjectProvider<LetterReader> readers,
                TransactionOperations transaction) {
            return new Rows(sent, received, files, readers, transaction);
        }

        @Bean
        ExchangeVitals exchangeVitals(
                ExchangeProperties properties, ExchangeRound round, ZoneKeys keys, Rows rows, Clock clock) {
            return new ExchangeVitals(
                    properties,
                    round,
                    keys,
                    new ExchangeVitals.Rows(rows.sent(), rows.received()),
                    round.setAside(),
                    clock);
        }

        @Bean
        ZoneBoard zoneBoard(Exchange exchange, ObjectProvider<BoardNotice> notices) {
            return new ZoneBoard(exchange, notices);
        }

        /// Named while the house is built, so that the clock knows them.
        @Bean
        ExchangeJobs exchangeJobs(
                ExchangeRound round,
                ExchangeProperties properties,
                Rows rows,
                ZoneBoard board,
                Clock clock,
                Jobs jobs) {
            jobs.every("platform.exchange", properties.exchange().every(), round::run);
            if (properties.zone() == Zone.INNER) {
                jobs.every(
                        "platform.exchange-board", properties.exchange().every().multipliedBy(2), board::hangUp);
            }
            jobs.everyNight("platform.forget-letters", () -> {
                rows.transaction()
                        .executeWithoutResult(_ -> rows.sent()
                                .emptyAcknowledgedBefore(clock.instant().minus(KEPT)));
                rows.received().deleteRefusedBefore(clock.instant().minus(REFUSED_KEPT));
                round.forgetSetAside(clock.instant().minus(REFUSED_KEPT));
            });
            return new ExchangeJobs();
        }

        /// That the jobs are named.
        record ExchangeJobs() {}
    }
}
