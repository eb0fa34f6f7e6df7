package town.machi.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.Picture;
import town.machi.casework.PictureFilter;
import town.machi.casework.jdbc.PictureRows;
import town.machi.casework.jdbc.PictureRows.SentBack;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Question;

/// Puts the figures together.
@Component
public class Pictures {

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

    /// Whose figures this person sees: one's own sections', an administrator every section's. They name nobody.
    public Set<SectionId> sections(Actor.Staff staff) {
        return staff.has(Role.ADMINISTRATOR)
                ? town.sections().stream().map(Section::id).collect(Collectors.toUnmodifiableSet())
                : Access.sections(staff);
    }

    public YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    /// @param filter its sections are cut down to those that this person sees
    @Transactional(readOnly = true)
    public Picture draw(PictureFilter filter, Actor.Staff staff) {
        Set<SectionId> seen =
                filter.sections().stream().filter(sections(staff)::contains).collect(Collectors.toUnmodifiableSet());
        PictureFilter own = new PictureFilter(seen, filter.procedure(), filter.from(), filter.to());
        Map<String, Optional<Definition>> definitions = new HashMap<>();
        Figures figures = new Figures(
                rows.waiting(own, today()),
                rows.came(own),
                rows.ended(own),
                name -> definition(name, definitions)
                        .map(Definition::processing)
                        .orElseGet(OptionalInt::empty));
        return new Picture(
                own,
                figures.line(any -> true),
                procedures(figures, definitions),
                town.sections().stream()
                        .map(Section::id)
                        .filter(seen::contains)
                        .map(id -> new Picture.OfSection(
                                id, figures.line(key -> key.section().equals(id.value()))))
                        .toList(),
                months(own, figures),
                rows.sentBack(own, QUESTIONS).stream()
                        .map(row -> question(row, definitions))
                        .toList());
    }

    private List<Picture.OfProcedure> procedures(Figures figures, Map<String, Optional<Definition>> definitions) {
        Set<String> names = new TreeSet<>(figures.procedures());
        List<Picture.OfProcedure> lines = new ArrayList<>();
        for (String name : names) {
            Predicate<Figures.Key> its = key -> key.procedure().equals(name);
            Optional<Definition> definition = definition(name, definitions);
            lines.add(new Picture.OfProcedure(
                    new ProcedureName(name),
                    definition.map(found -> found.title().ja()).orElse(name),
                    figures.line(its),
                    definition.map(Definition::processing).orElseGet(OptionalInt::empty)));
        }
        lines.sort(Comparator.comparingLong(
                (Picture.OfProcedure line) -> -line.line().waiting().number()));
        return lines;
    }

    private List<Picture.OfMonth> months(PictureFilter filter, Figures figures) {
        List<PictureRows.Open> open = rows.open(filter);
        return Stream.iterate(filter.from(), month -> !month.isAfter(filter.to()), month -> month.plusMonths(1))
                .map(month -> new Picture.OfMonth(
                        month,
                        figures.received(key -> month.equals(key.month())),
                        figures.finished(key -> month.equals(key.month())),
                        open.stream()
                                .filter(some -> !some.came().isAfter(month))
                                .filter(some ->
                                        some.ended() == null || some.ended().isAfter(month))
                                .mapToLong(PictureRows.Open::number)
                                .sum()))
                .toList();
    }

    private Picture.OfQuestion question(SentBack row, Map<String, Optional<Definition>> definitions) {
        Optional<Definition> definition = definition(row.procedure(), definitions);
        String label = definition.stream()
                .flatMap(found -> found.questions().stream())
                .filter(question -> question.id().equals(row.field()))
                .map(Question::label)
                .map(words -> words.ja())
                .findFirst()
                .orElse(row.field());
        String title = definition.map(found -> found.title().ja()).orElse(row.procedure());
        return new Picture.OfQuestion(new ProcedureName(row.procedure()), title, label, row.times());
    }

    private Optional<Definition> definition(String name, Map<String, Optional<Definition>> known) {
        return known.computeIfAbsent(
                name, any -> procedures.findPublished(new ProcedureName(any)).map(published -> published.definition()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
