package town.machi.procedure;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.procedure.yaml.Nearest;

/// A test beside a procedure, written by a clerk: who answers this, on that day, reads that sentence.
///
/// @param file `examples/person.yaml`
/// @param title what happens, in one line
/// @param at when it is filed
/// @param settings the town's settings on that day, over those of its files: `water.lead-time-days` → `3`
/// @param answers what is typed
/// @param expected the sentences that must come, each at its question; empty: it can be sent
/// @param pages ids of the pages that are asked, in order; empty where the example does not say
public record Example(
        String file,
        String title,
        Instant at,
        Map<String, String> settings,
        List<Line> answers,
        List<Line> expected,
        Optional<Line> pages) {

    /// One entry of the file, and where it stands.
    ///
    /// @param path `startsOn`, `user.family`, `members[0].birth`
    /// @param values several where it is a list
    public record Line(String file, int line, int column, String path, List<String> values) {

        public String text() {
            return String.join("、", values);
        }

        public Fault fault(String sentence) {
            return new Fault(file, line, column, sentence);
        }

        /// A fault that ends in the known word that was probably meant, or in all of them.
        public Fault fault(String sentence, Collection<String> known) {
            return fault(sentence + Nearest.hint(path, known));
        }
    }

    /// What came of reading all examples of a procedure.
    public record Outcome(List<Example> examples, List<Fault> faults) {}
}
