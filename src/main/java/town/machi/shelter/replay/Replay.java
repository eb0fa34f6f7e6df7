package town.machi.shelter.replay;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;

/// Plays 2026-07-28 to 08-08 again, step by step. Everything has ids that follow from what it is, so that a
/// replay that
/// was broken off goes on, and one that is over changes nothing.
@Component
@org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty("machi.replay")
public class Replay {

    public static final DisasterId DISASTER = new DisasterId(Cast.id("disaster"));

    private static final Actor BY = new Actor.SystemJob("shelter.replay");
    private static final Duration STEP = Duration.ofHours(1);

    private final OpeningRows openings;
    private final ShelterRows shelters;
    private final Arrivals arrivals;
    private final Town town;
    private final java.time.Clock clock;
    private @Nullable Play play;

    Replay(OpeningRows openings, ShelterRows shelters, Arrivals arrivals, Town town, java.time.Clock clock) {
        this.openings = openings;
        this.shelters = shelters;
        this.arrivals = arrivals;
        this.town = town;
        this.clock = clock;
    }

    private static final class Play {
        private final List<Nights.Door> doors;
        private final List<ShelterEvent> events;
        private final Instant end;
        private Instant at;

        Play(List<Nights.Door> doors, List<ShelterEvent> events) {
            this.doors = doors;
            this.events = events;
            this.at = doors.stream()
                    .map(Nights.Door::opened)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            this.end = events.getLast().at().plus(STEP);
        }
    }

    /// Everybody's name, birth date and telephone, for whoever looks for them where they must not be.
    public static Set<String> names() {
        return Nights.words();
    }

    /// One hour of then.
    ///
    /// @return false when it is over
    public synchronized boolean step() {
        Play playing = play == null ? begin() : play;
        play = playing;
        if (playing.at.isAfter(playing.end)) {
            return false;
        }
        Instant until = playing.at.plus(STEP);
        playing.doors.stream().filter(door -> door.opened().isBefore(until)).forEach(this::open);
        List<ShelterEvent> now = playing.events.stream()
                .filter(event -> !event.at().isBefore(playing.at) && event.at().isBefore(until))
                .toList();
        if (!now.isEmpty()) {
            arrivals.append(new Arrivals.Batch(Cast.id("player"), clock.instant(), now), BY);
        }
        playing.doors.stream()
                .filter(door -> door.closed() != null && door.closed().isBefore(until))
                .forEach(this::close);
        playing.at = until;
        return true;
    }

    private Play begin() {
        List<Nights.Door> doors = doors();
        Instant shock = doors.getFirst().opened();
        if (openings.findDisaster(DISASTER).isEmpty()) {
            var quake = new Disaster(DISASTER, "令和8年熊本地震（記録の再生・例の人）", Set.of(Hazard.EARTHQUAKE), false, shock, null);
            openings.insert(quake, BY);
        }
        return new Play(doors, Nights.of(reports(), doors));
    }

    private void open(Nights.Door door) {
        Opening opening = opening(door);
        if (openings.find(opening.id()).isEmpty()) {
            openings.insert(opening);
        }
    }

    private Opening opening(Nights.Door door) {
        Shelter shelter = shelters.findByNationalId(door.nationalId()).orElseThrow();
        return new Opening(
                new OpeningId(door.opening()),
                shelter.id(),
                DISASTER,
                OpeningState.OPEN,
                "地震のため",
                Set.of(SafetyCheck.values()),
                null,
                false,
                new Opening.Times(door.opened(), door.opened(), null, clock.instant()),
                1);
    }

    private void close(Nights.Door door) {
        Opening open = openings.find(new OpeningId(door.opening())).orElseThrow();
        if (open.isLive()) {
            openings.update(new Opening(
                    open.id(),
                    open.shelter(),
                    DISASTER,
                    OpeningState.CLOSED,
                    open.reason(),
                    open.safety(),
                    null,
                    false,
                    new Opening.Times(door.opened(), door.opened(), door.closed(), clock.instant()),
                    open.revision() + 1));
        }
    }

    private List<Nights.Door> doors() {
        List<Nights.Door> doors = new ArrayList<>();
        for (NamedCsvRecord row : rows("openings-2026.csv")) {
            String id = row.getField("id");
            String closed = row.getField("closed");
            UUID opening = Cast.id("opening " + id);
            doors.add(
                    new Nights.Door(opening, id, time(row.getField("opened")), closed.isEmpty() ? null : time(closed)));
        }
        return doors;
    }

    private List<Nights.Report> reports() {
        return rows("nights-2026.csv").stream()
                .map(row -> new Nights.Report(time(row.getField("at")), Integer.parseInt(row.getField("evacuees"))))
                .toList();
    }

    private List<NamedCsvRecord> rows(String name) {
        Path file = town.folder().resolve("demo").resolve(name);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
