package town.machi.procedure.conditions;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import town.machi.procedure.Condition;
import town.machi.procedure.Truth;
import town.machi.procedure.Words;

/// A compiled condition.
///
/// @param variables every variable of the program: `startsOn`, `user.family`
record CelCondition(String source, List<String> reads, List<String> variables, CelRuntime.Program program)
        implements Condition {

    CelCondition {
        reads = List.copyOf(reads);
        variables = List.copyOf(variables);
    }

    @Override
    public Truth holds(Map<String, Object> values) {
        Map<String, Object> known = new HashMap<>();
        List<CelAttributePattern> unknown = new ArrayList<>();
        for (String variable : variables) {
            find(variable, values)
                    .ifPresentOrElse(
                            value -> known.put(variable, value),
                            () -> unknown.add(CelAttributePattern.fromQualifiedIdentifier(variable)));
        }
        try {
            return truth(program.eval(PartialVars.of(known, unknown.toArray(CelAttributePattern[]::new))));
        } catch (CelEvaluationException cannot) {
            return Truth.UNKNOWN;
        }
    }

    private static Truth truth(Object result) {
        return switch (result) {
            case Boolean yes -> yes ? Truth.YES : Truth.NO;
            case CelUnknownSet unknown -> Truth.UNKNOWN;
            default -> Truth.UNKNOWN;
        };
    }

    /// By its whole name, or as a part of the answer that the first word names.
    private static Optional<Object> find(String variable, Map<String, Object> values) {
        Object whole = values.get(variable);
        int dot = variable.indexOf('.');
        if (whole == null && dot > 0 && values.get(variable.substring(0, dot)) instanceof Map<?, ?> parts) {
            whole = parts.get(variable.substring(dot + 1));
        }
        return Optional.ofNullable(whole).map(CelCondition::plain);
    }

    /// Facts may be words in several languages; a condition sees the Japanese ones. Numbers are long.
    private static Object plain(Object value) {
        return switch (value) {
            case Words words -> words.ja();
            case Integer number -> number.longValue();
            default -> value;
        };
    }

    @Override
    public String toString() {
        return source;
    }
}
