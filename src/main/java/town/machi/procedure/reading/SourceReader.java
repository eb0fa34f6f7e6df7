package town.machi.procedure.reading;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import town.machi.procedure.Definition;
import town.machi.procedure.Fault;
import town.machi.procedure.FormPage;
import town.machi.procedure.Nature;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Surroundings;
import town.machi.procedure.Words;
import town.machi.procedure.conditions.ConditionCompiler;
import town.machi.procedure.conditions.Scope;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Node;
import town.machi.procedure.yaml.YamlText;

/// Reads a source into a definition, and says everything that is wrong with its parts. What is wrong with the whole
/// is for the rules of `checks`. Read this first.
public final class SourceReader {

    private final Surroundings surroundings;

    public SourceReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param definition the best that could be made of the source, even where there are faults; empty where there is
    ///     not so much as a name
    public record Outcome(Optional<Definition> definition, Places places, List<Fault> faults) {}

    public Outcome read(ProcedureSource source) {
        Faults faults = new Faults();
        Places places = new Places(new Mark(ProcedureSource.MAIN, 1, 1));
        String main = source.files().get(ProcedureSource.MAIN);
        if (main == null) {
            faults.add(new Mark(ProcedureSource.MAIN, 1, 1), "procedure.yaml がありません。手続のフォルダーに作ってください。");
            return new Outcome(Optional.empty(), places, faults.list());
        }
        Node.Table table = YamlText.read(ProcedureSource.MAIN, main, faults);
        Optional<Definition> definition = definition(table, source.files(), places, faults);
        return new Outcome(definition, places, faults.list());
    }

    private Optional<Definition> definition(
            Node.Table table, SortedMap<String, String> files, Places places, Faults faults) {
        Translations translations = new Translations(files, faults, places);
        String words = files.get(Vocabulary.FILE);
        Vocabulary vocabulary =
                words == null ? Vocabulary.none() : new Vocabulary(words, surroundings.shapes(), faults);
        Scope scope = Declarations.read(table, vocabulary, surroundings);
        ConditionCompiler conditions = new ConditionCompiler(scope, surroundings.calendar());
        QuestionReader questions =
                new QuestionReader(surroundings.shapes(), vocabulary, translations, conditions, places, faults);
        Fields fields = Fields.of(table, "手続", faults);
        Optional<Definition> definition = definition(
                fields,
                new HeaderReader(fields, translations, places),
                new FormReader(questions, translations, conditions, places, faults),
                new WorkflowReader(translations, places, faults));
        fields.close();
        translations.close();
        return definition;
    }

    private static Optional<Definition> definition(
            Fields fields, HeaderReader header, FormReader form, WorkflowReader workflow) {
        Optional<ProcedureName> name = header.name();
        Words title = header.required("title", "題");
        Nature nature = header.nature();
        List<FormPage> pages = form.pages(fields);
        Definition read = new Definition(
                name.orElseGet(() -> new ProcedureName("unnamed")),
                title,
                header.summary(title),
                header.section(),
                nature,
                header.required("basis", "根拠の法律・条例"),
                header.required("purpose", "個人情報の利用目的"),
                Measures.keep(fields.requiredText("keep", "保存年限。5 years のように書きます"), fields.faults()),
                header.channels(),
                Measures.businessDays(fields.text("processing"), fields.faults()),
                header.fee(),
                header.agent(),
                header.amount(nature),
                header.ruling(),
                header.bring(),
                header.lifeEvents(),
                header.words(),
                pages,
                form.rules(fields, pages),
                workflow.read(fields, nature, pages));
        return name.map(_ -> read);
    }
}
