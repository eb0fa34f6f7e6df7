package town.machi.casework.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.Picture;
import town.machi.casework.jdbc.PictureRows;
import town.machi.casework.jdbc.PictureRows.Came;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Question;

/// Puts the figures of one's own sections together.
@Component
public class Pictures {

    private static final int MONTHS = 12;
    private static final int QUESTIONS = 20;

    private final PictureRows rows;
    private final Procedures procedures;
    private final Town town;
    private final Clock clock;

    Pictures(PictureRows rows, Procedures procedures, Town town, Clock clock) {
        this.rows = rows;
        this.procedures = procedures;
        this.town = town;
        this.clock = clock;
    }

    /// The last twelve months, this one included.
    public Picture draw(Actor.Staff staff) {
        Set<SectionId> sections = Access.sections(staff);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        YearMonth first = YearMonth.from(today).minusMonths(MONTHS - 1L);
        Instant since = first.atDay(1).atStartOfDay(BusinessCalendar.TOKYO).toInstant();
        List<Came> came = rows.came(sections, since);
        Map<String, Picture.Waiting> waiting = rows.waiting(sections, today);
        return new Picture(
                first.atDay(1),
                procedures(waiting, came),
                months(first, came),
                rows.sentBack(sections, since, QUESTIONS).stream()
                        .map(this::question)
                        .toList());
    }

    private List<Picture.OfProcedure> procedures(Map<String, Picture.Waiting> waiting, List<Came> came) {
        Map<String, List<Came>> byName = came.stream().collect(Collectors.groupingBy(Came::procedure));
        Set<String> names = new TreeSet<>(waiting.keySet());
        names.addAll(byName.keySet());
        List<Picture.OfProcedure> lines = new ArrayList<>();
        Map<Days, Integer> counted = new HashMap<>();
        for (String name : names) {
            List<Came> own = byName.getOrDefault(name, List.of());
            Optional<Definition> definition = definition(name);
            lines.add(new Picture.OfProcedure(
                    new ProcedureName(name),
                    definition.map(found -> found.title().ja()).orElse(name),
                    waiting.getOrDefault(name, Picture.Waiting.NONE),
                    sum(own, Came::number),
                    sum(own, one -> one.online() ? one.number() : 0),
                    sum(own, one -> isFinished(one) ? one.number() : 0),
                    days(own, counted),
                    definition.map(Definition::processing).orElseGet(OptionalInt::empty)));
        }
        lines.sort(Comparator.comparingLong(
                (Picture.OfProcedure line) -> -line.waiting().number()));
        return lines;
    }

    private record Days(LocalDate from, LocalDate to) {}

    private OptionalDouble days(List<Came> own, Map<Days, Integer> counted) {
        long number = 0;
        long days = 0;
        for (Came one : own) {
            LocalDate closed = one.closedOn();
            if (closed != null && isFinished(one)) {
                int took = counted.computeIfAbsent(
                        new Days(one.countsFrom(), closed),
                        pair -> Math.max(0, town.calendar().businessDaysBetween(pair.from(), pair.to())));
                number += one.number();
                days += took * one.number();
            }
        }
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) days / number);
    }

    private static List<Picture.OfMonth> months(YearMonth first, List<Came> came) {
        Map<YearMonth, List<Came>> byMonth = came.stream().collect(Collectors.groupingBy(Came::month));
        List<Picture.OfMonth> months = new ArrayList<>();
        for (int i = 0; i < MONTHS; i++) {
            YearMonth month = first.plusMonths(i);
            List<Came> own = byMonth.getOrDefault(month, List.of());
            months.add(new Picture.OfMonth(
                    month,
                    sum(own, Came::number),
                    sum(own, one -> one.online() ? one.number() : 0),
                    sum(own, one -> isFinished(one) ? one.number() : 0)));
        }
        return months;
    }

    private Picture.OfQuestion question(PictureRows.SentBack row) {
        Optional<Definition> definition = definition(row.procedure());
        String label = definition.stream()
                .flatMap(found -> found.questions().stream())
                .filter(question -> question.id().equals(row.field()))
                .map(Question::label)
                .map(words -> words.ja())
                .findFirst()
                .orElse(row.field());
        String title = definition.map(found -> found.title().ja()).orElse(row.procedure());
        return new Picture.OfQuestion(title, label, row.times());
    }

    private Optional<Definition> definition(String name) {
        return procedures.findPublished(new ProcedureName(name)).map(published -> published.definition());
    }

    private static boolean isFinished(Came one) {
        return one.closedOn() != null && !one.withdrawn();
    }

    private static long sum(List<Came> rows, ToLongFunction<Came> what) {
        return rows.stream().mapToLong(what).sum();
    }
}
