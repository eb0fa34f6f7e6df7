package town.machi.casework.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.casework.CaseFilter;
import town.machi.kernel.Reading;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.procedure.ProcedureName;

/// The query of the inbox's address, as typed, and the filter that it means.
///
/// @param from first day of receipt as typed: 令和8年11月1日, R8.11.1, 2026-11-01
/// @param cursor of the page; empty: the first
/// @param at number of the first row of the page, counted from 1
record InboxQuery(
        String view,
        String words,
        String from,
        String to,
        String procedure,
        String state,
        String section,
        String sort,
        String cursor,
        int at) {

    /// @param parameter the value of a parameter by its name, null where it is missing
    static InboxQuery of(Function<String, @Nullable String> parameter) {
        return new InboxQuery(
                text(parameter, "view"),
                text(parameter, "q"),
                text(parameter, "from"),
                text(parameter, "to"),
                text(parameter, "procedure"),
                text(parameter, "state"),
                text(parameter, "section"),
                text(parameter, "sort"),
                text(parameter, "cursor"),
                number(text(parameter, "at")));
    }

    CaseFilter filter() {
        return new CaseFilter(
                viewOf(),
                words,
                day(from),
                day(to),
                procedure.matches("[a-z][a-z0-9-]{1,59}")
                        ? Optional.of(new ProcedureName(procedure))
                        : Optional.empty(),
                state.isBlank() ? Optional.empty() : Optional.of(state),
                section.matches("[a-z][a-z0-9-]{0,39}") ? Optional.of(new SectionId(section)) : Optional.empty(),
                sortOf());
    }

    CaseFilter.View viewOf() {
        return Arrays.stream(CaseFilter.View.values())
                .filter(each -> each.code().equals(view))
                .findFirst()
                .orElse(CaseFilter.View.SECTION);
    }

    CaseFilter.Sort sortOf() {
        return Arrays.stream(CaseFilter.Sort.values())
                .filter(each -> each.code().equals(sort))
                .findFirst()
                .orElse(CaseFilter.Sort.DUE);
    }

    /// Whether a day was typed that is none.
    boolean isWrong(String typed) {
        return !typed.isBlank() && day(typed).isEmpty();
    }

    /// Whether anything beyond the view narrows the list.
    boolean isNarrowed() {
        return !(words + from + to + procedure + state + section).isBlank();
    }

    /// The query of this filter on its first page.
    String query() {
        return query(Map.of());
    }

    /// The same with something set or taken away (empty text).
    String query(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("view", viewOf().code());
        all.put("q", words);
        all.put("from", from);
        all.put("to", to);
        all.put("procedure", procedure);
        all.put("state", state);
        all.put("section", section);
        all.put("sort", sort);
        all.putAll(changes);
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Optional<LocalDate> day(String typed) {
        return switch (Wareki.parse(typed)) {
            case Reading.Read<LocalDate>(LocalDate day) -> Optional.of(day);
            case Reading.Refused<LocalDate> _ -> Optional.empty();
        };
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private static String text(Function<String, @Nullable String> parameter, String name) {
        String value = parameter.apply(name);
        return value == null ? "" : value.strip();
    }
}
