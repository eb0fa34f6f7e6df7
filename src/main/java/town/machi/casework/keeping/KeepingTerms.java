package town.machi.casework.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.Disposal;
import town.machi.casework.KeepingRules;
import town.machi.casework.desk.Access;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.platform.Settings;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Keep;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;

/// The 保存年限 that counts for each case today, and who may see what is past it.
@Component
public class KeepingTerms {

    private final CaseDefinitions definitions;
    private final Procedures procedures;
    private final Settings settings;
    private final Town town;
    private final Clock clock;

    KeepingTerms(CaseDefinitions definitions, Procedures procedures, Settings settings, Town town, Clock clock) {
        this.definitions = definitions;
        this.procedures = procedures;
        this.settings = settings;
        this.town = town;
        this.clock = clock;
    }

    /// As filed, or as published today where that is longer or was 未設定 before.
    public Keep keepOf(CaseFile.Basis basis) {
        Keep filed = definitions.get(basis).keep();
        return procedures
                .findPublished(basis.procedure())
                .map(now -> KeepingRules.longer(filed, now.definition().keep()))
                .orElse(filed);
    }

    /// Empty: it has none.
    public Optional<LocalDate> lastDay(KeepingRows.Line line) {
        return line.closedOn().flatMap(day -> KeepingRules.lastDay(keepOf(line.basis()), day));
    }

    public boolean isPast(KeepingRows.Line line) {
        return lastDay(line).filter(today()::isAfter).isPresent();
    }

    /// For each definition under which something was filed: closed before which day it is past today.
    List<KeepingRows.Edge> edges() {
        LocalDate today = today();
        return definitions.list().stream()
                .flatMap(basis -> KeepingRules.closedBefore(keepOf(basis), today).stream()
                        .map(before -> new KeepingRows.Edge(basis.hash(), before)))
                .toList();
    }

    /// What cases were filed under, and how long it is kept; each procedure once, by name.
    public List<Term> list() {
        return definitions.list().stream()
                .map(CaseFile.Basis::procedure)
                .distinct()
                .map(name -> new Term(name, title(name), keepNow(name)))
                .toList();
    }

    public record Term(ProcedureName procedure, String title, Keep keep) {}

    private Keep keepNow(ProcedureName name) {
        return keepOf(newest(name));
    }

    private CaseFile.Basis newest(ProcedureName name) {
        return definitions.list().stream()
                .filter(basis -> basis.procedure().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// As it is called today; the short name where nobody knows it.
    public String title(ProcedureName name) {
        return procedures
                .findPublished(name)
                .map(published -> published.definition())
                .or(() -> definitions.list().stream()
                        .filter(basis -> basis.procedure().equals(name))
                        .findFirst()
                        .map(definitions::get))
                .map(Definition::title)
                .map(title -> title.ja())
                .orElse(name.value());
    }

    /// Whose cases this person finds here: those of their sections; in the one that looks after the town's records,
    /// whoever decides finds those of all. The lists say no names.
    public Set<SectionId> sections(Actor.Staff staff) {
        if (Disposal.mayDecide(staff, records(), records())) {
            return town.sections().stream().map(Section::id).collect(Collectors.toUnmodifiableSet());
        }
        return Access.sections(staff);
    }

    /// 文書主管課
    public SectionId records() {
        return new SectionId(settings.find("keeping.section").orElse("general"));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
