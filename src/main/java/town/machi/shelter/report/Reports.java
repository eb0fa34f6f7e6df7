package town.machi.shelter.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.platform.Settings;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.Presence;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ReportRows;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.shelter.jdbc.StockRows;

/// Draws reports and timelines from the log.
@Component
public class Reports {

    private static final Duration SILENCE = Duration.ofHours(6);

    private final OpeningRows openings;
    private final ShelterRows shelters;
    private final ReportRows rows;
    private final StockRows stock;
    private final Settings settings;
    private final Clock clock;

    Reports(
            OpeningRows openings,
            ShelterRows shelters,
            ReportRows rows,
            StockRows stock,
            Settings settings,
            Clock clock) {
        this.openings = openings;
        this.shelters = shelters;
        this.rows = rows;
        this.stock = stock;
        this.settings = settings;
        this.clock = clock;
    }

    public Report at(Disaster disaster, Instant at) {
        List<Opening> opened = openings.of(disaster.id());
        List<ShelterEvent> events = rows.events(ids(opened), at);
        Presence.Register register = Presence.of(events);
        Map<UUID, Map<String, Supplies.Note>> notes = stock.notes(ids(opened), at);
        List<Report.Line> lines = new ArrayList<>();
        for (Opening opening : opened) {
            Map<String, Supplies.Note> noted = notes.getOrDefault(opening.id().value(), Map.of());
            shelters.find(opening.shelter())
                    .ifPresent(shelter -> lines.add(line(opening, shelter, register, noted, at)));
        }
        return new Report(disaster, at, lines, events);
    }

    private static Report.Line line(
            Opening opening,
            Shelter shelter,
            Presence.Register register,
            Map<String, Supplies.Note> notes,
            Instant at) {
        UUID id = opening.id().value();
        List<Presence.Standing> standings = register.persons().values().stream()
                .filter(standing -> standing.opening().equals(id))
                .toList();
        List<Presence.OpenPlaces> places = register.places().values().stream()
                .filter(place -> place.opening().equals(id))
                .toList();
        Counts counts = Counts.of(standings, places);
        Meals meals = Meals.of(standings, places);
        List<Supplies.Line> supplies =
                Supplies.of(counts.registered(), shelter.house().toilets(), meals, notes);
        return new Report.Line(opening, shelter, Report.stateAt(opening, at), counts, meals, supplies);
    }

    /// Up to the report's time.
    public DayAndNight dayAndNight(Report report) {
        Instant end = lastNews(report.disaster());
        Report until =
                report.at().isAfter(end) ? new Report(report.disaster(), end, report.lines(), report.events()) : report;
        return DayAndNight.of(
                until,
                DayAndNight.Hours.of(settings.find("shelter.day-and-night").orElse("")));
    }

    /// From the first call to now, or to the end.
    public Timeline timeline(Report report) {
        Instant from = report.lines().stream()
                .map(line -> line.opening().times().preparedAt())
                .min(Instant::compareTo)
                .orElse(report.disaster().startedAt());
        Instant end = lastNews(report.disaster());
        Instant until = report.at().isBefore(end) ? report.at() : end;
        Collection<UUID> ids =
                ids(report.lines().stream().map(Report.Line::opening).toList());
        return until.isAfter(from)
                ? Timeline.of(report.events(), ids, from, until)
                : new Timeline(List.of(), List.of());
    }

    /// A quarter of a day after the last event, the end or now, whichever was first: a long silence is not
    /// drawn.
    public Instant lastNews(Disaster disaster) {
        Instant now = clock.instant();
        Instant end = disaster.closedAt() == null ? now : disaster.closedAt();
        Instant last = rows.latest(ids(openings.of(disaster.id())))
                .map(at -> at.plus(SILENCE))
                .orElse(end);
        return last.isBefore(end) ? last : end;
    }

    private static List<UUID> ids(List<Opening> opened) {
        return opened.stream().map(opening -> opening.id().value()).toList();
    }
}
