package town.machi.casework.web;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.casework.PictureFilter;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;

/// The query of the figures' address, and the filter that it means. What cannot be meant falls back to what is usual:
/// the
/// last twelve months of everything.
///
/// @param from `2026-04`, a month in Tokyo
/// @param turned whether the months were typed the wrong way round, and are read the right way
record PictureQuery(String section, String procedure, YearMonth from, YearMonth to, boolean turned) {

    private static final int USUAL_MONTHS = 12;

    /// @param parameter the value of a parameter by its name, null where it is missing
    static PictureQuery of(Function<String, @Nullable String> parameter, YearMonth now) {
        YearMonth to = month(parameter.apply("to"))
                .filter(month -> !month.isAfter(now))
                .orElse(now);
        YearMonth from = month(parameter.apply("from"))
                .filter(month -> !month.isAfter(now))
                .orElse(to.minusMonths(USUAL_MONTHS - 1L));
        boolean turned = from.isAfter(to);
        YearMonth first = turned ? to : from;
        YearMonth last = turned ? from : to;
        YearMonth earliest = last.minusMonths(PictureFilter.MOST_MONTHS - 1L);
        return new PictureQuery(
                shaped(parameter.apply("section"), "[a-z][a-z0-9-]{0,39}"),
                shaped(parameter.apply("procedure"), "[a-z][a-z0-9-]{1,59}"),
                first.isBefore(earliest) ? earliest : first,
                last,
                turned);
    }

    PictureFilter filter(Set<SectionId> own) {
        Optional<ProcedureName> name =
                procedure.isEmpty() ? Optional.empty() : Optional.of(new ProcedureName(procedure));
        Set<SectionId> sections = section.isEmpty() ? own : Set.of(new SectionId(section));
        return new PictureFilter(sections, name, from, to);
    }

    String query() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("section", section);
        all.put("procedure", procedure);
        all.put("from", from.toString());
        all.put("to", to.toString());
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String shaped(@Nullable String typed, String shape) {
        return typed != null && typed.matches(shape) ? typed : "";
    }

    private static Optional<YearMonth> month(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
