package town.machi.water;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import town.machi.kernel.Refusal;
import town.machi.water.VisitReport.Result;

/// When a crew may say "done". Pure: no Spring, no SQL.
///
/// Source: what 検針 and メーター取替 specifications of other towns ask (confirm number and calibre, read exactly, take a
/// photo), and what went wrong elsewhere: the wrong room's meter, a valve left open behind a billed stop.
public final class VisitRules {

    /// What the register says of the point.
    ///
    /// @param lastReading m³; empty where there is none
    public record Known(String meterNumber, int calibre, OptionalInt lastReading) {}

    @FunctionalInterface
    interface VisitRule {
        Optional<Refusal> findReasonAgainst(OrderKind kind, Known known, VisitReport report);
    }

    static final List<VisitRule> RULES = List.of(
            VisitRules::reasonWhereNotDone,
            VisitRules::sameMeterOrReason,
            VisitRules::readingOrPhotoOrReason,
            VisitRules::readingFits,
            VisitRules::valveAsOrdered,
            VisitRules::pilotStandsStill,
            VisitRules::exchangeIsToldWhole);

    private VisitRules() {}

    /// The first rule that says no; empty where the report may stand.
    public static Optional<Refusal> findReasonAgainst(OrderKind kind, Known known, VisitReport report) {
        return RULES.stream()
                .flatMap(rule -> rule.findReasonAgainst(kind, known, report).stream())
                .findFirst();
    }

    private static Optional<Refusal> reasonWhereNotDone(OrderKind kind, Known known, VisitReport report) {
        return refuseWhen(report.result() == Result.UNABLE && report.reason().isBlank(), "water.visit.reason-missing");
    }

    /// The wrong room's valve is the mistake that hurts most: another number on the meter needs a word about it.
    private static Optional<Refusal> sameMeterOrReason(OrderKind kind, Known known, VisitReport report) {
        boolean same = MeterNumber.isSame(known.meterNumber(), report.meter().number())
                && known.calibre() == report.meter().calibre();
        boolean told = !report.reason().isBlank() || isChanged(report);
        return report.result() == Result.DONE && !same && !told
                ? Optional.of(Refusal.of("water.visit.other-meter", known.meterNumber(), known.calibre()))
                : Optional.empty();
    }

    private static Optional<Refusal> readingOrPhotoOrReason(OrderKind kind, Known known, VisitReport report) {
        boolean nothing = report.reading().isEmpty()
                && report.photo().isBlank()
                && report.reason().isBlank();
        return refuseWhen(report.result() == Result.DONE && nothing, "water.visit.nothing-shown");
    }

    private static Optional<Refusal> readingFits(OrderKind kind, Known known, VisitReport report) {
        return report.reading().flatMap(reading -> reading.findReasonAgainst(known.lastReading()));
    }

    private static Optional<Refusal> valveAsOrdered(OrderKind kind, Known known, VisitReport report) {
        if (report.result() != Result.DONE) {
            return Optional.empty();
        }
        return switch (kind) {
            case CLOSE -> refuseWhen(report.meter().opened(), "water.visit.still-open");
            case OPEN -> refuseWhen(!report.meter().opened(), "water.visit.still-closed");
            case EXCHANGE -> Optional.empty();
        };
    }

    /// Water that runs behind closed taps runs into somebody's floor: then the valve is closed again.
    private static Optional<Refusal> pilotStandsStill(OrderKind kind, Known known, VisitReport report) {
        boolean open = report.meter().opened();
        if (kind != OrderKind.OPEN || !open) {
            return Optional.empty();
        }
        return switch (report.meter().pilot()) {
            case STILL -> Optional.empty();
            case TURNING -> Optional.of(Refusal.of("water.visit.pilot-turns"));
            case NOT_LOOKED -> refuseWhen(report.result() == Result.DONE, "water.visit.pilot-not-looked");
        };
    }

    private static Optional<Refusal> exchangeIsToldWhole(OrderKind kind, Known known, VisitReport report) {
        boolean whole = isChanged(report)
                && !MeterNumber.isSame(known.meterNumber(), report.meter().number());
        return refuseWhen(
                kind == OrderKind.EXCHANGE && report.result() == Result.DONE && !whole, "water.visit.exchange-untold");
    }

    private static boolean isChanged(VisitReport report) {
        return report.reading()
                .map(MeterReading::story)
                .filter(MeterReading.Story.METER_CHANGED::equals)
                .isPresent();
    }

    private static Optional<Refusal> refuseWhen(boolean no, String key) {
        return no ? Optional.of(new Refusal(key, List.of())) : Optional.empty();
    }
}
