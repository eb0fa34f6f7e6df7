package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.CaseLine;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Masking;
import town.machi.casework.jdbc.CaseRows;
import town.machi.form.Form;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Question;
import town.machi.shell.Download;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// The list as a spreadsheet; of one procedure, with a column for each of its questions where somebody asks for it.
@Component
class ListSheet {

    private static final List<String> COLUMNS = List.of("受付番号", "手続", "版", "氏名", "受付日時", "状態", "期限", "期限切れ", "担当", "課");

    /// Cases whose answers are in memory at once.
    private static final int CHUNK = 200;

    private final CaseDefinitions definitions;
    private final CaseRows cases;
    private final Asking asking;
    private final StaffDirectory directory;
    private final Town town;
    private final Context context;

    ListSheet(
            CaseDefinitions definitions,
            CaseRows cases,
            Asking asking,
            StaffDirectory directory,
            Town town,
            Context context) {
        this.definitions = definitions;
        this.cases = cases;
        this.asking = asking;
        this.directory = directory;
        this.town = town;
        this.context = context;
    }

    /// How questions are shown.
    @Component
    record Asking(QuestionTypes types, Messages messages) {}

    Download lines(List<CaseLine> lines) {
        People people = new People(directory);
        return sheet(COLUMNS, lines.stream().map(line -> row(line, people)));
    }

    /// @param procedure of all the lines
    Download withAnswers(List<CaseLine> lines, ProcedureName procedure) {
        People people = new People(directory);
        List<Question> questions = questions(procedure);
        List<String> header = new ArrayList<>(COLUMNS);
        questions.forEach(question -> header.add(question.label().ja()));
        Stream<List<String>> rows = IntStream.iterate(0, from -> from < lines.size(), from -> from + CHUNK)
                .mapToObj(from -> lines.subList(from, Math.min(lines.size(), from + CHUNK)))
                .flatMap(chunk -> chunk(chunk, questions, people));
        return sheet(header, rows);
    }

    private Download sheet(List<String> header, Stream<List<String>> rows) {
        return new Download("案件一覧-" + context.today(), "案件一覧", header, rows);
    }

    private Stream<List<String>> chunk(List<CaseLine> lines, List<Question> questions, People people) {
        Map<CaseId, CaseFile> files = cases
                .list(lines.stream().map(CaseLine::id).toList())
                .stream()
                .collect(Collectors.toMap(CaseFile::id, Function.identity()));
        return lines.stream()
                .flatMap(line ->
                        Stream.ofNullable(files.get(line.id())).map(file -> row(line, file, questions, people)));
    }

    private List<String> row(CaseLine line, CaseFile file, List<Question> questions, People people) {
        List<String> row = new ArrayList<>(row(line, people));
        questions.forEach(question -> row.add(shown(file, question)));
        return row;
    }

    /// In the words of the version under which it was filed, where that version asks it.
    private String shown(CaseFile file, Question question) {
        Texts texts = asking.messages().in(Language.JA);
        Definition definition = definitions.get(file.basis());
        String owner = "submission:" + file.filing().submission();
        Form form = new Form(definition, asking.types(), Map.of(), owner);
        return definition.questions().stream()
                .filter(asked -> asked.id().equals(question.id()))
                .map(asked -> new Slot(asked, asked.id(), form))
                .map(slot -> String.join(
                        "\n",
                        slot.type().show(slot, Masking.masked(file, definition).answers(), texts)))
                .findFirst()
                .orElse("");
    }

    /// Those of every version under which a case was filed, the newest version's first.
    private List<Question> questions(ProcedureName procedure) {
        List<Question> questions = new ArrayList<>();
        for (CaseFile.Basis basis : definitions.list()) {
            if (basis.procedure().equals(procedure)) {
                definitions.get(basis).questions().stream()
                        .filter(question ->
                                questions.stream().noneMatch(known -> known.id().equals(question.id())))
                        .forEach(questions::add);
            }
        }
        return questions;
    }

    private List<String> row(CaseLine line, People people) {
        Definition definition = definitions.get(line.basis());
        return List.of(
                line.receipt().format(),
                definition.title().ja(),
                Integer.toString(line.basis().version()),
                line.name(),
                Words.sheetMoment(line.receivedAt()),
                Words.state(definition, line.state()),
                line.dueOn().map(Object::toString).orElse(""),
                line.isOverdue(context.today()) ? "期限切れ" : "",
                people.name(line.assignee()),
                Words.section(town, line.section()));
    }
}
