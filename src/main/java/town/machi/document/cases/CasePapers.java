package town.machi.document.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseState;
import town.machi.casework.Cases;
import town.machi.casework.Proposal;
import town.machi.document.Documents;
import town.machi.document.EntryGroup;
import town.machi.document.FiledCopy;
import town.machi.document.Letter;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Meaning;

/// What papers a case can have now, and what stands in them.
///
/// A 様式 can be issued when everything it names is known of the case: a notice of completion needs a day of
/// completion, and only a completed case has one. So a town that adds a 様式 needs to tell nobody when it applies.
@Component
public class CasePapers {

    private static final Map<String, String> ENDS = Map.of(
            "completedOn", "good",
            "grantedOn", "good",
            "partlyOn", "partly",
            "refusedOn", "refused",
            "extendedTo", "extended",
            "cancelledOn", "refused");

    private final Cases cases;
    private final Documents documents;
    private final FormAnswers answers;
    private final MoneyWords money;
    private final DraftWords drafts;
    private final Town town;

    CasePapers(Cases cases, Documents documents, FormAnswers answers, MoneyWords money, DraftWords drafts, Town town) {
        this.cases = cases;
        this.documents = documents;
        this.answers = answers;
        this.money = money;
        this.drafts = drafts;
        this.town = town;
    }

    /// The kinds whose fields are all known of this case.
    public List<Documents.Kind> listPossible(CaseFile file) {
        return listPossible(file, values(file));
    }

    private List<Documents.Kind> listPossible(CaseFile file, Map<String, String> known) {
        String procedure = file.basis().procedure().value();
        List<Documents.Kind> fitting = documents.listKinds().stream()
                .filter(kind -> known.keySet().containsAll(kind.fields()))
                .filter(kind -> kind.procedures().isEmpty() || kind.procedures().contains(procedure))
                .toList();
        Set<String> own = fitting.stream()
                .filter(kind -> !kind.procedures().isEmpty())
                .flatMap(kind -> ends(kind).stream())
                .collect(Collectors.toSet());
        return fitting.stream()
                .filter(kind -> !kind.procedures().isEmpty() || Collections.disjoint(ends(kind), own))
                .toList();
    }

    /// What a kind tells the end of: a procedure's own 様式 takes the place of the general one.
    private static List<String> ends(Documents.Kind kind) {
        return kind.fields().stream()
                .filter(ENDS::containsKey)
                .map(field -> ENDS.getOrDefault(field, field))
                .toList();
    }

    /// Empty when this kind cannot be issued for the case as it stands.
    public Optional<Letter> findLetter(CaseFile file, String template, UUID request) {
        return listPossible(file).stream()
                .filter(kind -> kind.template().equals(template))
                .findFirst()
                .map(kind -> letter(file, kind, request, values(file)));
    }

    /// The notice that will go out when a draft is decided and done, as far as its words are known now; empty where no
    /// 様式 tells of what it decides.
    public Optional<Letter> findDraft(CaseFile file, Proposal proposal) {
        Map<String, String> now = values(file);
        Map<String, String> then = new HashMap<>(now);
        then.putAll(drafts.values(file, cases.definitionOf(file), proposal));
        Set<String> already =
                listPossible(file, now).stream().map(Documents.Kind::template).collect(Collectors.toSet());
        return listPossible(file, then).stream()
                .filter(kind -> !already.contains(kind.template()))
                .findFirst()
                .map(kind -> letter(file, kind, proposal.id().value(), then));
    }

    private Letter letter(CaseFile file, Documents.Kind kind, UUID request, Map<String, String> values) {
        return new Letter(
                request,
                kind.template(),
                file.section(),
                file.id().subject(),
                file.filing().submission(),
                values,
                details(file));
    }

    /// How the resident wants to receive a notice, in the words of the form; empty where the form does not ask.
    public Optional<String> findWish(CaseFile file) {
        return answers.entries(source(file), Set.of("notice")).stream()
                .flatMap(entry -> entry.values().stream())
                .findFirst();
    }

    /// A copy of what was filed, with the corrections that came since.
    public FiledCopy copy(CaseFile file) {
        FormAnswers.Source source = source(file);
        boolean corrected = cases.history(file).stream().anyMatch(event -> event.kind() == CaseEvent.Kind.CORRECTED);
        return new FiledCopy(
                source.definition().title().ja(),
                file.receipt().format(),
                file.filing().receivedAt(),
                SubmissionPapers.window(town, source.definition()),
                answers.groups(source),
                answers.photos(source),
                corrected ? List.of("届いた補正を反映した、今の内容です。") : List.of());
    }

    /// By the names that the 様式 use. What is not known is not in it.
    private Map<String, String> values(CaseFile file) {
        Definition definition = cases.definitionOf(file);
        List<CaseEvent> history = cases.history(file);
        Map<String, String> values = new HashMap<>();
        if (!file.name().isBlank()) {
            values.put("applicant", file.name());
        }
        values.put("procedure", definition.title().ja());
        values.put("receipt", file.receipt().format());
        values.put("receivedOn", day(file.filing().receivedAt()));
        acceptedAt(definition.workflow(), history).ifPresent(at -> values.put("acceptedOn", day(at)));
        if (file.state() instanceof CaseState.Closed closed) {
            values.putAll(DecisionWords.ending(definition, closed.end(), day(closed.since()), lastWords(history)));
        }
        values.putAll(DecisionWords.extension(history));
        money.findValues(file, definition, history).ifPresent(found -> {
            values.putAll(found);
            if (found.containsKey(MoneyWords.CANCELLED)) {
                values.keySet().removeAll(Set.of("refusedOn", "decisionReason"));
            }
        });
        if (file.state() instanceof CaseState.Correcting) {
            lastWords(history).ifPresent(words -> values.put("reason", words));
        }
        return values;
    }

    /// When the case first went on, as opposed to back to the resident or to an end without success.
    private static Optional<Instant> acceptedAt(WorkflowPlan plan, List<CaseEvent> history) {
        return history.stream()
                .filter(event -> event.kind() == CaseEvent.Kind.MOVED)
                .filter(event -> {
                    WorkflowPlan.State to = plan.states().get(event.place().toState());
                    return to != null && (to.meaning() == Meaning.OPEN || to.meaning() == Meaning.DONE);
                })
                .findFirst()
                .map(CaseEvent::at);
    }

    private static Optional<String> lastWords(List<CaseEvent> history) {
        return history.reversed().stream()
                .filter(event -> event.kind() == CaseEvent.Kind.MOVED)
                .findFirst()
                .map(CaseEvent::words)
                .filter(words -> !words.isBlank());
    }

    /// While the resident is asked to correct: the questions that are open. Else everything that was said.
    private List<EntryGroup> details(CaseFile file) {
        FormAnswers.Source source = source(file);
        if (file.state() instanceof CaseState.Correcting correcting) {
            return List.of(new EntryGroup("直していただくところ（今の内容）", answers.entries(source, correcting.openFields())));
        }
        return answers.groups(source);
    }

    private FormAnswers.Source source(CaseFile file) {
        String owner = "submission:" + file.filing().submission();
        return new FormAnswers.Source(cases.definitionOf(file), file.answers(), owner);
    }

    private static String day(Instant at) {
        return Wareki.format(LocalDate.ofInstant(at, BusinessCalendar.TOKYO));
    }
}
