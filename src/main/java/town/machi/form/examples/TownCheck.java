package town.machi.form.examples;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import town.machi.form.QuestionTypes;
import town.machi.form.type.PlainTypes;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Definition;
import town.machi.procedure.DefinitionReader;
import town.machi.procedure.Example;
import town.machi.procedure.Fault;
import town.machi.procedure.ProcedureFolder;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Surroundings;
import town.machi.procedure.TownFacts;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Checks the procedures of a town's folder as the program does when it starts, and runs their examples. Needs neither
/// Spring nor a database.
public final class TownCheck {

    private final Town town;
    private final QuestionTypes types;
    private final Surroundings surroundings;
    private final Texts texts = new Messages().in(Language.JA);

    private TownCheck(Town town) {
        this.town = town;
        this.types = PlainTypes.of(town);
        Map<String, AnswerShape> shapes =
                types.list().stream().collect(Collectors.toMap(AnswerShape::type, type -> type));
        TownFacts facts = new TownFacts(town, _ -> Optional.empty(), Clock.systemUTC());
        this.surroundings = Surroundings.of(town, shapes, facts.kinds());
    }

    /// @param folder the town's, with `town.yaml` in it
    public static TownCheck of(Path folder) {
        return new TownCheck(Town.ofFolder(folder, false));
    }

    /// What came of checking one procedure.
    ///
    /// @param examples how many of them were run
    public record Checked(Path folder, int examples, List<Located> faults) {}

    /// A fault with the file that it is in.
    public record Located(Path path, Fault fault) {}

    /// All procedures of the town.
    public List<Checked> list() {
        return new ProcedureFolder(town.folder())
                .list().stream().map(this::check).toList();
    }

    private Checked check(ProcedureFolder.Found found) {
        List<Fault> faults = new ArrayList<>(ProcedureFolder.check(found, surroundings));
        Example.Outcome read = found.readExamples();
        faults.addAll(read.faults());
        Optional<Definition> definition = new DefinitionReader(surroundings)
                .read(found.source(), found.folder())
                .whole();
        definition.ifPresent(whole -> read.examples().forEach(example -> faults.addAll(run(example, whole))));
        Path folder = town.folder().resolve("procedures").resolve(found.folder());
        List<Located> located =
                faults.stream().map(fault -> located(folder, fault)).toList();
        return new Checked(folder, definition.isPresent() ? read.examples().size() : 0, located);
    }

    private List<Fault> run(Example example, Definition definition) {
        return ExampleRun.run(example, definition, town, types, texts);
    }

    /// The vocabulary stands beside the procedures.
    private Located located(Path folder, Fault fault) {
        boolean shared = fault.file().equals(ProcedureSource.VOCABULARY);
        return new Located((shared ? town.folder() : folder).resolve(fault.file()), fault);
    }
}
