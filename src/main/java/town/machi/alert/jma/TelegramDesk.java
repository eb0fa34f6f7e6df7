package town.machi.alert.jma;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.jdbc.TelegramRows;
import town.machi.platform.Ids;

/// Takes a telegram in: keeps it, reads it, and lets it change a draft. Nothing that comes can stop what comes next.
@Component
public class TelegramDesk {

    private final TelegramRows rows;
    private final HazardDesk hazards;
    private final TelegramReader reader;
    private final Ids ids;
    private final Clock clock;

    TelegramDesk(TelegramRows rows, HazardDesk hazards, JmaRules rules, Ids ids, Clock clock) {
        this.rows = rows;
        this.hazards = hazards;
        this.reader = new TelegramReader(rules.areas());
        this.ids = ids;
        this.clock = clock;
    }

    /// Whether a file of that name needs to be fetched at all.
    boolean mayBeOurs(String fileName) {
        return reader.mayBeOurs(fileName);
    }

    /// @param source its address; the same one again changes nothing
    /// @param fileName from which its type is known
    /// @return what became of it; empty: it was there already
    @Transactional
    public Optional<TelegramOutcome> take(String source, String fileName, byte[] xml) {
        if (rows.isKnown(source)) {
            return Optional.empty();
        }
        String type = TelegramReader.typeOf(fileName).orElse("");
        if (!TelegramReader.TYPES.contains(type)) {
            return keep(new Arrived(source, type, xml), TelegramOutcome.OTHER_TYPE, "", Optional.empty());
        }
        Arrived arrived = new Arrived(source, type, xml);
        try {
            return read(arrived, reader.read(type, xml));
        } catch (TelegramReader.Unreadable unreadable) {
            return keep(arrived, TelegramOutcome.UNREADABLE, String.valueOf(unreadable.getMessage()), Optional.empty());
        }
    }

    private record Arrived(String source, String type, byte[] xml) {}

    private Optional<TelegramOutcome> read(Arrived arrived, Telegram telegram) {
        UUID id = ids.next();
        var kept = kept(id, arrived, telegram, clock.instant());
        if (!rows.insert(kept, arrived.xml())) {
            return Optional.empty();
        }
        HazardDesk.Result result = telegram.status() == Telegram.Status.REAL
                ? hazards.apply(telegram)
                : new HazardDesk.Result(TelegramOutcome.EXERCISE, Optional.empty());
        rows.settle(id, result.outcome().name(), result.alert());
        return Optional.of(result.outcome());
    }

    private static TelegramRows.Kept kept(UUID id, Arrived arrived, Telegram telegram, Instant now) {
        return new TelegramRows.Kept(
                id,
                arrived.source(),
                arrived.type(),
                telegram.headline(),
                TelegramOutcome.SAME.name(),
                "",
                now,
                Optional.of(telegram.reportedAt()),
                Optional.empty());
    }

    private Optional<TelegramOutcome> keep(
            Arrived arrived, TelegramOutcome outcome, String fault, Optional<Instant> reportedAt) {
        String shortFault = fault.length() > 500 ? fault.substring(0, 500) : fault;
        var kept = new TelegramRows.Kept(
                ids.next(),
                arrived.source(),
                arrived.type(),
                "",
                outcome.name(),
                shortFault,
                clock.instant(),
                reportedAt,
                Optional.empty());
        return rows.insert(kept, arrived.xml()) ? Optional.of(outcome) : Optional.empty();
    }

    /// The newest first.
    public List<TelegramRows.Kept> list(int limit) {
        return rows.list(limit);
    }

    public Optional<String> findXml(UUID id) {
        return rows.findXml(id).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
