package town.machi.shelter.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.report.Timeline;

/// How many were inside over time, as a picture: a stepped line, and a dot for what each roll call saw.
///
/// @param line points of the stepped line, as SVG writes them
/// @param area the same, closed down to the ground
/// @param times where days begin, with their words; hours or minutes where it is a short time
/// @param levels lines across, with their numbers
/// @param calls dots
record Chart(String line, String area, List<Tick> times, List<Tick> levels, List<Dot> calls, int most) {

    static final int WIDTH = 960;
    static final int HEIGHT = 300;
    private static final int LEFT = 50;
    private static final int BOTTOM = 260;
    private static final int TOP = 20;

    /// Minutes between two times on the ground line.
    private static final List<Integer> STEPS = List.of(1, 2, 5, 10, 15, 30, 60, 120, 180, 360);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    record Tick(String at, String words) {}

    record Dot(String x, String y, String words) {}

    static Chart of(Timeline timeline) {
        List<Timeline.Point> points = timeline.points();
        int highest = Math.max(
                points.stream().mapToInt(Timeline.Point::all).max().orElse(0),
                timeline.rollCalls().stream()
                        .mapToInt(Timeline.RollCall::heads)
                        .max()
                        .orElse(0));
        int step = highest <= 10 ? 2 : highest <= 50 ? 10 : highest <= 120 ? 20 : Math.max(50, highest / 5 / 50 * 50);
        int top = Math.max(step, (highest + step - 1) / step * step);
        if (points.isEmpty()) {
            return new Chart("", "", List.of(), List.of(), List.of(), highest);
        }
        var scale = new Scale(points.getFirst().at(), points.getLast().at(), top);
        StringBuilder line = new StringBuilder();
        int before = points.getFirst().all();
        for (Timeline.Point point : points) {
            line.append(scale.x(point.at())).append(',').append(scale.y(before)).append(' ');
            line.append(scale.x(point.at()))
                    .append(',')
                    .append(scale.y(point.all()))
                    .append(' ');
            before = point.all();
        }
        String area = LEFT + "," + BOTTOM + " " + line + (WIDTH - 10) + "," + BOTTOM;
        List<Tick> levels = new ArrayList<>();
        for (int level = 0; level <= top; level += step) {
            levels.add(new Tick(scale.y(level), Integer.toString(level)));
        }
        return new Chart(line.toString().strip(), area, times(scale), levels, dots(timeline, scale), highest);
    }

    private static List<Tick> times(Scale scale) {
        Duration length = Duration.between(scale.from(), scale.until());
        return length.compareTo(Duration.ofHours(36)) > 0 ? days(scale) : hours(scale, length);
    }

    private static List<Tick> hours(Scale scale, Duration length) {
        int minutes = STEPS.stream()
                .filter(step -> length.toMinutes() / step <= 8)
                .findFirst()
                .orElse(360);
        ZonedDateTime day = scale.from().atZone(BusinessCalendar.TOKYO).truncatedTo(ChronoUnit.DAYS);
        List<Tick> ticks = new ArrayList<>();
        for (ZonedDateTime at = day; at.toInstant().isBefore(scale.until()); at = at.plusMinutes(minutes)) {
            if (at.toInstant().isAfter(scale.from())) {
                ticks.add(new Tick(scale.x(at.toInstant()), CLOCK.format(at)));
            }
        }
        return ticks;
    }

    private static List<Tick> days(Scale scale) {
        ZonedDateTime day = scale.from().atZone(BusinessCalendar.TOKYO).truncatedTo(ChronoUnit.DAYS);
        List<Tick> days = new ArrayList<>();
        for (ZonedDateTime at = day.plusDays(1); at.toInstant().isBefore(scale.until()); at = at.plusDays(1)) {
            days.add(new Tick(scale.x(at.toInstant()), at.getMonthValue() + "/" + at.getDayOfMonth()));
        }
        return days.size() > 16
                ? days.stream().filter(tick -> days.indexOf(tick) % 3 == 0).toList()
                : days;
    }

    /// Heads of all shelters that were called within the same two hours belong to one dot.
    private static List<Dot> dots(Timeline timeline, Scale scale) {
        List<Dot> dots = new ArrayList<>();
        Instant at = Instant.MIN;
        int heads = 0;
        for (Timeline.RollCall call : timeline.rollCalls()) {
            if (!at.equals(Instant.MIN) && Duration.between(at, call.at()).toMinutes() > 120) {
                dots.add(scale.dot(at, heads));
                heads = 0;
            }
            at = call.at();
            heads += call.heads();
        }
        if (!at.equals(Instant.MIN)) {
            dots.add(scale.dot(at, heads));
        }
        return dots;
    }

    private record Scale(Instant from, Instant until, int top) {

        String x(Instant at) {
            double share = (double) Duration.between(from, at).toMillis()
                    / Math.max(1, Duration.between(from, until).toMillis());
            return number(LEFT + share * (WIDTH - 10 - LEFT));
        }

        String y(int value) {
            return number(BOTTOM - (double) value / top * (BOTTOM - TOP));
        }

        Dot dot(Instant at, int heads) {
            return new Dot(x(at), y(heads), "点呼 " + heads + "人");
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
