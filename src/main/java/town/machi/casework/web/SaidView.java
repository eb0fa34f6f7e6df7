package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.Form;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.kernel.Language;
import town.machi.procedure.Definition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.shell.component.Upload;
import town.machi.submission.Filed;

/// What was said, in the words of the definition under which it was said, with what was changed since.
@Component
class SaidView {

    /// Kinds of answers that most of the work does not need to see.
    private static final Set<String> FOLDED = Set.of("bankAccount", "birthDate", "sex", "mail");

    private final QuestionTypes types;
    private final Messages messages;

    SaidView(QuestionTypes types, Messages messages) {
        this.types = types;
        this.messages = messages;
    }

    List<CasePage.Answers> pages(CaseFile file, Definition definition, List<CaseEvent> history, People people) {
        Form form = new Form(
                definition, types, Map.of(), "submission:" + file.filing().submission());
        Case view = new Case(file, form, first(file.answers(), history), messages.in(Language.JA), people);
        List<CasePage.Answers> pages = new ArrayList<>();
        for (FormPage page : definition.pages()) {
            List<CasePage.Said> said = page.questions().stream()
                    .filter(question -> isShown(page, question, file.answers()))
                    .map(question -> said(view, question, page.later()))
                    .toList();
            if (!said.isEmpty()) {
                pages.add(new CasePage.Answers(
                        page.title().ja(), said, !file.state().isClosed()));
            }
        }
        return pages;
    }

    /// @param first the answers as they were when the case was opened
    private record Case(CaseFile file, Form form, Answers first, Texts texts, People people) {}

    /// @param later asked later than the rest: that it was empty before is no change
    private CasePage.Said said(Case view, Question question, boolean later) {
        CaseFile file = view.file();
        Slot slot = new Slot(question, question.id(), view.form());
        List<String> now = slot.type().show(slot, file.answers(), view.texts());
        List<String> first = slot.type().show(slot, view.first(), view.texts());
        Map<UUID, Filed.FileRef> known = file.files().stream()
                .collect(Collectors.toMap(Filed.FileRef::id, Function.identity(), (one, _) -> one));
        List<CasePage.File> files = slot.type().files(slot, file.answers()).stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .map(SaidView::file)
                .toList();
        return new CasePage.Said(
                question.id(),
                question.label().ja(),
                files.isEmpty() ? now : List.of(),
                now.equals(first) || (later && first.isEmpty())
                        ? List.of()
                        : (first.isEmpty() ? List.of("（回答なし）") : first),
                source(view, question),
                files,
                FOLDED.contains(question.type()) && !now.isEmpty());
    }

    /// A question that was left out because its condition did not hold is not shown.
    static boolean isShown(FormPage page, Question question, Answers answers) {
        boolean answered = answers.byPath().tailMap(question.id()).keySet().stream()
                .takeWhile(path -> path.startsWith(question.id()))
                .anyMatch(path -> Answers.belongsTo(question.id(), path));
        return answered || (page.when().isEmpty() && question.when().isEmpty() && !page.later());
    }

    private static String source(Case view, Question question) {
        return view.file().answers().byPath().entrySet().stream()
                .filter(entry -> Answers.belongsTo(question.id(), entry.getKey()))
                .map(Map.Entry::getValue)
                .map(answer -> source(answer, view.people()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String source(Answer answer, People people) {
        String how = switch (answer.source()) {
            case TYPED -> "";
            case CARD -> "カードから";
            case REGISTER -> "台帳から";
            case SAID -> "聞き取り";
            case PREFILLED -> "前の回答から";
        };
        String who = answer.by().startsWith("staff:") ? "入力 " + people.actor(answer.by()) : "";
        return (how + " " + who).strip();
    }

    /// The answers before every correction that was taken in.
    private static Answers first(Answers now, List<CaseEvent> history) {
        SortedMap<String, Answer> first = new TreeMap<>(now.byPath());
        for (CaseEvent event : history.reversed()) {
            if (event.kind() == CaseEvent.Kind.CORRECTED) {
                event.changes().forEach(change -> undo(first, change, event));
            }
        }
        return new Answers(first);
    }

    private static void undo(SortedMap<String, Answer> answers, CaseEvent.Change change, CaseEvent event) {
        String before = change.before();
        if (before == null) {
            answers.remove(change.path());
        } else {
            answers.put(change.path(), new Answer(before, Answer.Source.TYPED, event.actor(), event.at()));
        }
    }

    private static CasePage.File file(Filed.FileRef ref) {
        return new CasePage.File(
                ref.id().toString(),
                ref.name(),
                Upload.sizeOf(ref.bytes()),
                ref.contentType().startsWith("image/"));
    }
}
