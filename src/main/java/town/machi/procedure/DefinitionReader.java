package town.machi.procedure;

import java.util.List;
import java.util.Optional;
import town.machi.procedure.checks.DefinitionRules;
import town.machi.procedure.checks.Subject;
import town.machi.procedure.reading.SourceReader;
import town.machi.procedure.yaml.Faults;

/// From a source to a definition, or to everything that is wrong with it. Pure: no Spring, no database, no clock.
public final class DefinitionReader {

    private final Surroundings surroundings;

    public DefinitionReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// @param definition the best that could be made of the source, even where there are faults; empty where there is
    ///     not so much as a name
    /// @param faults in the order of the files
    public record Outcome(Optional<Definition> definition, List<Fault> faults) {

        /// The definition, if nothing at all is wrong with it.
        public Optional<Definition> whole() {
            return faults.isEmpty() ? definition : Optional.empty();
        }
    }

    /// @param folder the name that the procedure must have; empty where it may have any
    public Outcome read(ProcedureSource source, String folder) {
        SourceReader.Outcome read = new SourceReader(surroundings).read(source);
        Faults faults = new Faults();
        read.faults().forEach(faults::add);
        read.definition()
                .map(definition -> new Subject(definition, read.places(), surroundings, folder, faults))
                .ifPresent(subject -> DefinitionRules.ALL.forEach(rule -> rule.check(subject)));
        return new Outcome(read.definition(), faults.list());
    }
}
