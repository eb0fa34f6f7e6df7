package town.machi.shelter.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Presence;

/// How many were there by day, and how many by night: many come to sleep only, or only while the sun is up.
///
/// @param moments in order of time; those that are still to come are left out
public record DayAndNight(List<Moment> moments) {

    private static final int MOST_DAYS = 60;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /// When is counted.
    public record Hours(LocalTime day, LocalTime night) {

        /// Reads the setting `shelter.day-and-night`: `昼 14:00 夜 22:00`. What cannot be read is as in this example.
        public static Hours of(String text) {
            return new Hours(
                    WrittenTimes.after("昼", text).orElse(LocalTime.of(14, 0)),
                    WrittenTimes.after("夜", text).orElse(LocalTime.of(22, 0)));
        }
    }

    /// @param here by shelter, those that were open or had people then
    public record Moment(LocalDate day, boolean night, LocalTime hour, List<Place> here) {

        public int inside() {
            return here.stream().mapToInt(Place::inside).sum();
        }

        public int outside() {
            return here.stream().mapToInt(Place::outside).sum();
        }
    }

    /// @param outside in cars, tents, at home
    public record Place(String shelter, int inside, int outside) {}

    /// One day; null: that time did not come, or the shelters were not called yet.
    public record Day(
            LocalDate day, @Nullable Moment noon, @Nullable Moment night) {}

    public static DayAndNight of(Report report, Hours hours) {
        Instant from = report.disaster().startedAt();
        LocalDate last = LocalDate.ofInstant(report.at(), BusinessCalendar.TOKYO);
        LocalDate first = LocalDate.ofInstant(from, BusinessCalendar.TOKYO);
        LocalDate start = first.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : first;
        List<Moment> moments = new ArrayList<>();
        for (LocalDate day = start; !day.isAfter(last); day = day.plusDays(1)) {
            for (boolean night : new boolean[] {false, true}) {
                LocalTime hour = night ? hours.night() : hours.day();
                Instant at = day.atTime(hour).atZone(BusinessCalendar.TOKYO).toInstant();
                if (!at.isBefore(from) && !at.isAfter(report.at())) {
                    moments.add(new Moment(day, night, hour, places(report, at)));
                }
            }
        }
        return new DayAndNight(moments);
    }

    private static List<Place> places(Report report, Instant at) {
        Presence.Register register = Presence.of(Timeline.upTo(report.events(), at));
        List<Place> places = new ArrayList<>();
        for (Report.Line line : report.lines()) {
            Counts counts = Counts.of(register, line.opening().id().value());
            boolean open = Report.stateAt(line.opening(), at) == OpeningState.OPEN;
            if (open || counts.inside() + counts.outsideAll() > 0) {
                places.add(new Place(line.shelter().name(), counts.inside(), counts.outsideAll()));
            }
        }
        return places;
    }

    public List<Day> days() {
        return moments.stream()
                .map(Moment::day)
                .distinct()
                .map(day -> new Day(day, find(day, false), find(day, true)))
                .toList();
    }

    private @Nullable Moment find(LocalDate day, boolean night) {
        return moments.stream()
                .filter(each -> each.day().equals(day) && each.night() == night)
                .findFirst()
                .orElse(null);
    }

    /// A row for each shelter and time, and one for all of them together.
    public Forms.Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Moment moment : moments) {
            moment.here().forEach(place -> rows.add(row(moment, place)));
            rows.add(row(moment, new Place("計", moment.inside(), moment.outside())));
        }
        return new Forms.Table(
                "昼と夜の人数", "昼と夜の人数", List.of("日", "昼・夜", "時刻", "避難所", "中の人", "在宅・車中泊など"), List.copyOf(rows));
    }

    private static List<String> row(Moment moment, Place place) {
        return List.of(
                moment.day().toString(),
                moment.night() ? "夜" : "昼",
                CLOCK.format(moment.hour()),
                place.shelter(),
                Integer.toString(place.inside()),
                Integer.toString(place.outside()));
    }
}
