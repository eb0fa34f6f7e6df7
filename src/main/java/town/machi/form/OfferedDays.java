package town.machi.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import town.machi.procedure.Question;

/// The days that a question for a day offers, where its definition says `offer: workDays`: those of the fact with
/// that name, and of `workDaysFull` those that would do but are taken. Without the facts (a room that is not there, a
/// command without a database) any day can be typed.
///
/// @param free earliest first
/// @param full open days that nobody can have any more
public record OfferedDays(List<LocalDate> free, Set<LocalDate> full) {

    /// The option of a definition.
    public static final String OPTION = "offer";

    /// As many as a person takes in at a glance.
    private static final int SHOWN = 8;

    private static final String FULL = "Full";

    public OfferedDays {
        free = List.copyOf(free);
        full = Set.copyOf(full);
    }

    public static OfferedDays of(Slot slot) {
        String fact = slot.option(OPTION, "");
        return new OfferedDays(
                days(slot, fact).toList(), Set.copyOf(days(slot, fact + FULL).toList()));
    }

    static Set<String> factsOf(Question question) {
        String fact = question.options().get(OPTION);
        return fact == null ? Set.of() : Set.of(fact, fact + FULL);
    }

    private static Stream<LocalDate> days(Slot slot, String fact) {
        return slot.form().facts().get(fact) instanceof List<?> days
                ? days.stream().map(day -> LocalDate.parse(day.toString()))
                : Stream.empty();
    }

    public List<LocalDate> shown() {
        return free.stream().limit(SHOWN).toList();
    }

    /// The free days from that one on, for somebody who cannot have it.
    public List<LocalDate> instead(LocalDate day) {
        List<LocalDate> later =
                free.stream().filter(each -> each.isAfter(day)).limit(4).toList();
        return later.isEmpty() ? shown().stream().limit(4).toList() : later;
    }
}
