package town.machi.procedure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;

/// Reads sources with what this house knows, and keeps the definitions that were read lately.
@Component
class Definitions {

    private static final Logger log = LoggerFactory.getLogger(Definitions.class);
    private static final int MOST_KEPT = 500;

    private final Town town;
    private final ObjectProvider<AnswerShape> shapes;
    private final ObjectProvider<Facts> facts;
    private final Map<String, Definition> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Definition> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Definitions(Town town, ObjectProvider<AnswerShape> shapes, ObjectProvider<Facts> facts) {
        this.town = town;
        this.shapes = shapes;
        this.facts = facts;
    }

    /// What definitions are read against. Later rooms give types and facts, so it is asked for when it is needed.
    Surroundings surroundings() {
        Map<String, AnswerShape> types = shapes.stream().collect(Collectors.toMap(AnswerShape::type, shape -> shape));
        Map<String, ValueKind> kinds = new TreeMap<>();
        facts.forEach(given -> given.kinds().forEach((name, kind) -> {
            if (kinds.put(name, kind) != null) {
                throw new IllegalStateException("two rooms give the fact " + name);
            }
        }));
        return Surroundings.of(town, types, kinds);
    }

    DefinitionReader.Outcome check(ProcedureSource source, String folder) {
        return new DefinitionReader(surroundings()).read(source, folder);
    }

    /// The definition of a source that was published somewhere, some time: whole then, so that it is used even where
    /// today's rules would ask for more.
    ///
    /// @throws ProblemException [ProcedureProblem#UNREADABLE]
    Definition read(ProcedureSource source, String hash) {
        synchronized (kept) {
            Definition known = kept.get(hash);
            if (known != null) {
                return known;
            }
        }
        DefinitionReader.Outcome outcome = check(source, "");
        List<Fault> faults = outcome.faults();
        if (!faults.isEmpty()) {
            log.warn("A published source has faults by today's rules; it is used as far as it can be read: {}", faults);
        }
        Definition definition =
                outcome.definition().orElseThrow(() -> new ProblemException(ProcedureProblem.UNREADABLE));
        synchronized (kept) {
            kept.put(hash, definition);
        }
        return definition;
    }

    /// Everything that the rooms know now for a form of this procedure, by name; what is not known is absent.
    Map<String, Object> facts(Facts.Context context) {
        Map<String, Object> values = new TreeMap<>();
        facts.forEach(given -> values.putAll(given.findAll(given.kinds().keySet(), context)));
        return values;
    }
}
