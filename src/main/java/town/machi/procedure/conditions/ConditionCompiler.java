package town.machi.procedure.conditions;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.procedure.Condition;
import town.machi.procedure.ValueKind;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Types and compiles the conditions of one definition. They are CEL (<https://cel.dev>) with our `date`.
public final class ConditionCompiler {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableUnknownTracking(true)
            .comprehensionMaxIterations(1_000)
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(60)
            .maxParseErrorRecoveryLimit(4)
            .build();

    /// `age(birth)` means the age today, so that a condition never looks at a clock.
    private static final CelMacro AGE = CelMacro.newGlobalMacro(
            "age",
            1,
            (factory, target, arguments) ->
                    Optional.of(factory.newGlobalCall("ageOn", arguments.getFirst(), factory.newIdentifier("today"))));

    private final Scope scope;
    private final BusinessCalendar calendar;
    private @Nullable Engine engine;

    private record Engine(CelCompiler compiler, CelRuntime runtime) {}

    public ConditionCompiler(Scope scope, BusinessCalendar calendar) {
        this.scope = scope;
        this.calendar = calendar;
    }

    /// The condition of a text; its faults where it is none.
    public Optional<Condition> compile(Node.Text text, Faults faults) {
        int before = faults.size();
        WideSigns.check(text, faults);
        if (faults.size() > before) {
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree =
                    engine().compiler().compile(text.value()).getAst();
            if (!mayBeTrue(tree.getResultType())) {
                faults.add(text.mark(), "条件は「成り立つ・成り立たない」で終わる形に書いてください。「==」「>=」などで比べます。");
                return Optional.empty();
            }
            ConditionTree looked = new ConditionTree(tree, scope);
            looked.check(text, faults);
            return faults.size() > before ? Optional.empty() : Optional.of(condition(text, tree, looked));
        } catch (CelValidationException wrong) {
            wrong.getErrors().forEach(issue -> ConditionWords.tell(issue, text, scope, faults));
            return Optional.empty();
        }
    }

    private static boolean mayBeTrue(CelType type) {
        return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN);
    }

    private Condition condition(Node.Text text, CelAbstractSyntaxTree tree, ConditionTree looked) {
        try {
            return new CelCondition(
                    text.value().strip(),
                    looked.reads(),
                    looked.variables(),
                    engine().runtime().createProgram(tree));
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("a condition that was typed cannot be planned: " + text, impossible);
        }
    }

    private Engine engine() {
        if (engine == null) {
            engine = build();
        }
        return engine;
    }

    private Engine build() {
        Dates dates = Dates.of(calendar);
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(AGE)
                .addFunctionDeclarations(dates.declarations());
        scope.facts().forEach((name, kind) -> compiler.addVar(name, type(kind)));
        scope.questions().forEach((id, value) -> declare(compiler, id, value));
        CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(dates.bindings())
                .build();
        return new Engine(compiler.build(), runtime);
    }

    private static void declare(CelCompilerBuilder compiler, String id, Scope.Value value) {
        if (!id.matches("[A-Za-z]\\w*")) {
            return;
        }
        compiler.addVar(id, value.kind().map(ConditionCompiler::type).orElse(SimpleType.DYN));
        value.parts().forEach((part, kind) -> compiler.addVar(id + "." + part, type(kind)));
    }

    private static CelType type(ValueKind kind) {
        return switch (kind) {
            case TEXT -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case DATE -> Dates.DATE;
            case BOOLEAN -> SimpleType.BOOL;
            case LIST -> ListType.create(SimpleType.STRING);
            case PARTS -> MapType.create(SimpleType.STRING, SimpleType.DYN);
        };
    }

    static List<String> functions() {
        return ImmutableList.<String>builder()
                .addAll(Dates.FUNCTIONS)
                .add("size", "has", "matches", "startsWith", "endsWith", "contains", "all", "exists")
                .build();
    }
}
