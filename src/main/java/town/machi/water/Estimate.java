package town.machi.water;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import town.machi.kernel.Yen;

/// 精算見込: what the last bill will come to, as far as Machi can know. The 調定 is the billing system's. Pure.
///
/// @param from day of the last reading
/// @param to day of this one
/// @param used m³ between them; empty where it cannot be known
/// @param lines one for each service of the point, in the order of [Service]
public record Estimate(LocalDate from, LocalDate to, OptionalInt used, List<Line> lines) {

    public Estimate {
        lines = List.copyOf(lines);
    }

    /// @param charge empty where the town has set no table for it (未設定), or the usage is not known
    /// @param example whether the table is only a sample
    public record Line(Service service, Optional<Tariff.Charge> charge, boolean example) {}

    /// @param tables the table of a service that holds on a day; empty where there is none
    public static Estimate of(
            Period period,
            int calibre,
            Set<Service> services,
            BiFunction<Service, LocalDate, Optional<Tariff>> tables) {
        List<Line> lines = services.stream()
                .sorted()
                .map(service -> line(service, period, calibre, tables.apply(service, period.to())))
                .toList();
        return new Estimate(period.from(), period.to(), period.used(), lines);
    }

    /// @param used m³; empty where it cannot be known
    public record Period(LocalDate from, LocalDate to, OptionalInt used) {}

    private static Line line(Service service, Period period, int calibre, Optional<Tariff> table) {
        Optional<Tariff.Charge> charge = period.used().isEmpty()
                ? Optional.empty()
                : table.flatMap(found -> found.charge(calibre, period.used().getAsInt(), period.from(), period.to()));
        return new Line(service, charge, table.map(Tariff::example).orElse(false));
    }

    /// The sum; empty as soon as one line is not known: unknown is not zero.
    public Optional<Yen> total() {
        Yen sum = Yen.ZERO;
        for (Line line : lines) {
            if (line.charge().isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(line.charge().get().total());
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    public boolean isExample() {
        return lines.stream().anyMatch(Line::example);
    }
}
