package town.machi.procedure.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import town.machi.procedure.ValueKind;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// What CEL's own types cannot find in a condition: a word that is none of the choices, a day that does not exist, a
/// pattern that cannot be read. And what the condition reads.
final class ConditionTree {

    private final CelAbstractSyntaxTree tree;
    private final Scope scope;
    private final List<CelExpr> expressions;

    ConditionTree(CelAbstractSyntaxTree tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
        this.expressions = CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .toList();
    }

    /// Every variable, in the order of the text.
    List<String> variables() {
        Set<String> names = scope.names();
        Set<String> found = new LinkedHashSet<>();
        expressions.forEach(
                expression -> name(expression).filter(names::contains).ifPresent(found::add));
        return List.copyOf(found);
    }

    /// Questions by their id, facts by their name.
    List<String> reads() {
        return variables().stream()
                .map(name -> scope.facts().containsKey(name) ? name : name.split("\\.", 2)[0])
                .distinct()
                .toList();
    }

    /// The variable that an expression stands for: an identifier, or one with its part, as CEL resolved it.
    private Optional<String> name(CelExpr expression) {
        return tree.getReference(expression.id())
                .map(reference -> reference.name())
                .filter(name -> !name.isEmpty());
    }

    void check(Node.Text text, Faults faults) {
        for (CelExpr expression : expressions) {
            if (expression.getKind() == Kind.SELECT) {
                part(expression, text, faults);
            }
            if (expression.getKind() == Kind.CALL) {
                CelExpr.CelCall call = expression.call();
                switch (call.function()) {
                    case "_==_", "_!=_" -> compared(call, text, faults);
                    case "@in" -> contained(call, text, faults);
                    case "date" -> literal(call.args().getFirst()).ifPresent(day -> day(call, day, text, faults));
                    case "matches" ->
                        literal(call.args().getLast()).ifPresent(pattern -> pattern(call, pattern, text, faults));
                    default -> {}
                }
            }
        }
    }

    /// A part that the answer does not have.
    private void part(CelExpr expression, Node.Text text, Faults faults) {
        Optional<String> id = name(expression.select().operand()).filter(scope.questions()::containsKey);
        String part = expression.select().field();
        Scope.Value value = scope.questions().getOrDefault(id.orElse(""), Scope.Value.UNKNOWN);
        boolean parts = value.kind().filter(kind -> kind == ValueKind.PARTS).isPresent();
        if (parts && !value.parts().containsKey(part)) {
            faults.add(
                    mark(expression, text),
                    "「" + id.orElse("") + "." + part + "」という部分はありません。"
                            + Nearest.hint(part, new TreeSet<>(value.parts().keySet())));
        }
    }

    private void compared(CelExpr.CelCall call, Node.Text text, Faults faults) {
        CelExpr left = call.args().getFirst();
        CelExpr right = call.args().getLast();
        choice(left, right, text, faults);
        choice(right, left, text, faults);
    }

    private void contained(CelExpr.CelCall call, Node.Text text, Faults faults) {
        CelExpr item = call.args().getFirst();
        CelExpr list = call.args().getLast();
        if (list.getKind() == Kind.LIST) {
            list.list().elements().forEach(element -> choice(item, element, text, faults));
        } else {
            choice(list, item, text, faults);
        }
    }

    /// A choice stands beside a literal that is none of its codes.
    private void choice(CelExpr question, CelExpr written, Node.Text text, Faults faults) {
        Optional<String> id = name(question).filter(scope.questions()::containsKey);
        Optional<String> word = literal(written);
        if (id.isEmpty() || word.isEmpty()) {
            return;
        }
        Scope.Value value = scope.questions().getOrDefault(id.get(), Scope.Value.UNKNOWN);
        boolean known = value.choices().isEmpty() || value.choices().contains(word.get());
        if (!known
                && value.kind()
                        .filter(kind -> kind == ValueKind.TEXT || kind == ValueKind.LIST)
                        .isPresent()) {
            faults.add(
                    mark(written, text),
                    "「" + id.get() + "」の選択肢に「" + word.get() + "」はありません。"
                            + Nearest.hint(word.get(), new TreeSet<>(value.choices())));
        }
    }

    private void day(CelExpr.CelCall call, String day, Node.Text text, Faults faults) {
        try {
            LocalDate.parse(day);
        } catch (DateTimeParseException wrong) {
            faults.add(mark(call.args().getFirst(), text), "「" + day + "」という日はありません。date('2026-12-24') のように書いてください。");
        }
    }

    private void pattern(CelExpr.CelCall call, String pattern, Node.Text text, Faults faults) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            faults.add(mark(call.args().getLast(), text), "型紙「" + pattern + "」が読めません。括弧の数と記号を確かめてください。");
        }
    }

    private static Optional<String> literal(CelExpr expression) {
        boolean word = expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return word ? Optional.of(expression.constant().stringValue()) : Optional.empty();
    }

    private Mark mark(CelExpr expression, Node.Text text) {
        Integer offset = tree.getSource().getPositionsMap().get(expression.id());
        Optional<CelSourceLocation> location =
                offset == null ? Optional.empty() : tree.getSource().getOffsetLocation(offset);
        return location.map(at -> text.at(at.getLine(), at.getColumn())).orElse(text.mark());
    }
}
