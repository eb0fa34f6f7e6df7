package town.machi.water.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.water.MeterReading;
import town.machi.water.MeterReading.Story;
import town.machi.water.OrderKind;
import town.machi.water.SupplyPoint;
import town.machi.water.ValveState;
import town.machi.water.VisitReport;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;

/// The crew's form as it was typed, and the report that it makes.
///
/// @param same `yes`, `no`, or empty while nobody looked at the number on the meter
record VisitForm(
        String visitId,
        String at,
        String result,
        String same,
        String number,
        String calibre,
        String valve,
        String pilot,
        Figures figures,
        String photo,
        String reason,
        String box) {

    /// What the meter shows, as typed.
    record Figures(String reading, String story, String oldEnd, String newStart) {}

    static VisitForm empty(UUID visitId) {
        return new VisitForm(
                visitId.toString(), "", "DONE", "", "", "", "", "", new Figures("", "GROWN", "", ""), "", "", "");
    }

    /// @param parameter the value of a parameter by its name, null where it is missing
    /// @param photo what the phone calls the photo; empty: none
    static VisitForm from(Function<String, @Nullable String> parameter, String photo) {
        return new VisitForm(
                text(parameter, "visitId"),
                text(parameter, "at"),
                text(parameter, "result"),
                text(parameter, "same"),
                text(parameter, "number"),
                text(parameter, "calibre"),
                text(parameter, "valve"),
                text(parameter, "pilot"),
                new Figures(
                        text(parameter, "reading"),
                        text(parameter, "story"),
                        text(parameter, "oldEnd"),
                        text(parameter, "newStart")),
                photo.isBlank() ? text(parameter, "photoName") : photo,
                text(parameter, "reason"),
                text(parameter, "box"));
    }

    /// A form that can be read, or why not.
    sealed interface Reading {

        record Report(VisitReport report) implements Reading {}

        record Incomplete(Refusal refusal) implements Reading {}
    }

    /// @param now when no phone says when it was
    Reading read(OrderKind kind, SupplyPoint point, Instant now) {
        Optional<Result> what = parse(Result.class, result);
        boolean done = what.filter(Result.DONE::equals).isPresent();
        boolean numberKnown = same.equals("yes") || !number.isBlank();
        if (what.isEmpty() || (done && (!numberKnown || valve.isEmpty())) || !areNumbers()) {
            return new Reading.Incomplete(Refusal.of("water.visit.incomplete"));
        }
        return new Reading.Report(new VisitReport(
                UUID.fromString(visitId),
                time(now),
                what.get(),
                meter(kind, point),
                reading(),
                cut(photo, 200),
                cut(reason, 1000),
                cut(box, 500)));
    }

    private VisitReport.Meter meter(OrderKind kind, SupplyPoint point) {
        String known = point.meter().number() == null ? "" : point.meter().number();
        boolean other = kind == OrderKind.EXCHANGE || !same.equals("yes");
        OptionalInt typed = figure(calibre);
        return new VisitReport.Meter(
                other && !number.isBlank() ? cut(number, 40) : known,
                other && typed.isPresent() ? typed.getAsInt() : point.meter().calibreMillimetres(),
                valve.isEmpty() ? point.supply().valve() == ValveState.OPEN : valve.equals("open"),
                parse(Pilot.class, pilot).orElse(Pilot.NOT_LOOKED));
    }

    private Optional<MeterReading> reading() {
        OptionalInt shown = figure(figures.reading());
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Story story = parse(Story.class, figures.story()).orElse(Story.GROWN);
        return Optional.of(
                switch (story) {
                    case GROWN -> MeterReading.of(shown.getAsInt());
                    case WENT_ROUND -> MeterReading.wentRound(shown.getAsInt());
                    case METER_CHANGED ->
                        MeterReading.afterChange(
                                shown.getAsInt(),
                                figure(figures.oldEnd()),
                                figure(figures.newStart()).orElse(0));
                });
    }

    private boolean areNumbers() {
        return Stream.of(figures.reading(), figures.oldEnd(), figures.newStart(), calibre)
                        .allMatch(text -> text.isBlank() || figure(text).isPresent())
                && isId(visitId);
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    /// When it was, by the phone; never in the future, where a wrong clock would put it.
    private Instant time(Instant now) {
        try {
            Instant told = at.isBlank() ? now : Instant.parse(at);
            return told.isAfter(now) ? now : told;
        } catch (DateTimeException notATime) {
            return now;
        }
    }

    private static OptionalInt figure(String typed) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,]|m3|mm", "");
        return digits.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private static <E extends Enum<E>> Optional<E> parse(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static String text(Function<String, @Nullable String> parameter, String name) {
        String value = parameter.apply(name);
        return value == null ? "" : value.strip();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
