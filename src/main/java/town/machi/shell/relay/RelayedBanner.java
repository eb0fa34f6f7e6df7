package town.machi.shell.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.platform.BoardNotice;
import town.machi.platform.Exchange;
import town.machi.platform.Zone;
import town.machi.shell.Banner;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Inside, hangs up what stands above every page; outside, shows it, and says so where nothing was heard for a while:
/// an old page must not read as if all were quiet.
@Component
class RelayedBanner implements Banner, BoardNotice {

    private static final Logger log = LoggerFactory.getLogger(RelayedBanner.class);
    private static final String KIND = "shell.banners";
    private static final Duration FRESH = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Exchange exchange;
    private final ObjectProvider<Banner> banners;
    private final Messages messages;
    private final Clock clock;
    private volatile @Nullable Known known;

    RelayedBanner(Exchange exchange, ObjectProvider<Banner> banners, Messages messages, Clock clock) {
        this.exchange = exchange;
        this.banners = banners;
        this.messages = messages;
        this.clock = clock;
    }

    /// What was last read of the board.
    private record Known(Instant at, Map<Language, List<Item>> items, Optional<Instant> heard) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String content() {
        Map<Language, List<Item>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(
                    language,
                    banners.orderedStream()
                            .filter(banner -> banner != this)
                            .flatMap(banner -> banner.current(language).stream())
                            .toList());
        }
        return BannersJson.write(all);
    }

    @Override
    public List<Item> current(Language language) {
        if (exchange.zone() != Zone.PUBLIC) {
            return List.of();
        }
        Known now = known();
        List<Item> items = new ArrayList<>(now.items().getOrDefault(language, List.of()));
        Instant limit = clock.instant().minus(FRESH);
        if (now.heard().filter(heard -> heard.isAfter(limit)).isEmpty()) {
            items.add(silent(now.heard(), messages.in(language)));
        }
        return List.copyOf(items);
    }

    private Item silent(Optional<Instant> heard, Texts texts) {
        String text = heard.map(at -> texts.get("shell.banner.silent-since", at))
                .orElseGet(() -> texts.get("shell.banner.silent-always"));
        return new Item(Tone.NOTICE, texts.get("shell.banner.silent"), text, null, heard.orElse(clock.instant()));
    }

    private Known known() {
        Known before = known;
        if (before != null && clock.instant().isBefore(before.at().plus(REMEMBERED))) {
            return before;
        }
        try {
            Map<Language, List<Item>> items =
                    exchange.findPosted(KIND).map(BannersJson::read).orElse(Map.of());
            Known now = new Known(clock.instant(), items, exchange.lastHeard());
            known = now;
            return now;
        } catch (RuntimeException e) {
            log.warn("The banners cannot be read: {}", e.getClass().getName());
            return before == null ? new Known(clock.instant(), Map.of(), Optional.empty()) : before;
        }
    }
}
