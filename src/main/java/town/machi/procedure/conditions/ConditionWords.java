package town.machi.procedure.conditions;

import dev.cel.common.CelIssue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;

/// CEL's complaints as sentences for a clerk.
final class ConditionWords {

    private record Known(Pattern pattern, BiFunction<Matcher, Scope, String> sentence) {}

    private static final List<Known> KNOWN = List.of(
            known("undeclared reference to '([^']*)'", (found, scope) -> undeclared(found.group(1), scope)),
            known(
                    "found no matching overload for '([^']*)' applied to '\\((.*?)\\)'",
                    (found, scope) -> overload(found.group(1), found.group(2))),
            known(
                    "undefined field '([^']*)'",
                    (found, scope) -> "「" + found.group(1) + "」という部分はありません。質問の名前と部分の名前を確かめてください。"),
            known(
                    "type '([^']*)' does not support field selection",
                    (found, scope) -> type(found.group(1)) + "には「.」で続く部分がありません。"),
            known(
                    "expected type '([^']*)' but found '([^']*)'",
                    (found, scope) -> type(found.group(2)) + "が書かれていますが、ここには" + type(found.group(1)) + "が要ります。"),
            known(
                    "(?i)expression .*(recursion|code ?point|exceeds|limit)",
                    (found, scope) -> "条件が長すぎます。いくつかの決まりに分けてください。"),
            known(
                    "(?:extraneous|mismatched) input '(?!<EOF>)(.*?)' expecting <EOF>",
                    (found, scope) -> "「" + found.group(1) + "」のところで条件が読めなくなりました。その前に && や || や括弧が抜けていないか確かめてください。"),
            known("<EOF>|unexpected end", (found, scope) -> "条件が途中で終わっています。続きを書くか、括弧と引用符を閉じてください。"),
            known(
                    "token recognition error at: '(.*)'",
                    (found, scope) -> "「" + found.group(1) + "」が読めません。言葉は半角の ' で囲み、記号は半角で書いてください。"),
            known(
                    "(?:extraneous|mismatched) input '(.*?)'|missing .* at '(.*?)'|no viable alternative at input '(.*?)'",
                    (found, scope) -> "「" + first(found) + "」のところで条件が読めなくなりました。その前に && や || や括弧が抜けていないか確かめてください。"));

    private static final Map<String, String> TYPES = Map.of(
            "date",
            "日付",
            "int",
            "数",
            "double",
            "小数",
            "string",
            "言葉",
            "bool",
            "はい・いいえ",
            "list(string)",
            "選んだものの並び",
            "map(string, dyn)",
            "部分に分かれた答え",
            "null",
            "空");

    private ConditionWords() {}

    private static Known known(String pattern, BiFunction<Matcher, Scope, String> sentence) {
        return new Known(Pattern.compile(pattern, Pattern.DOTALL), sentence);
    }

    static void tell(CelIssue issue, Node.Text text, Scope scope, Faults faults) {
        int line = issue.getSourceLocation().getLine();
        int column = issue.getSourceLocation().getColumn();
        faults.add(
                line < 1 || column < 0 ? text.mark() : text.at(line, column),
                KNOWN.stream()
                        .flatMap(known -> Optional.of(known.pattern().matcher(issue.getMessage()))
                                .filter(Matcher::find)
                                .map(found -> known.sentence().apply(found, scope))
                                .stream())
                        .findFirst()
                        .orElse("条件が読めません。名前、記号、括弧、引用符を確かめてください。"));
    }

    private static String undeclared(String name, Scope scope) {
        if (ConditionCompiler.functions().contains(name)) {
            return "「" + name + "」の使い方が違います。" + name + "(…) の形で書いてください。";
        }
        boolean function = Nearest.find(name, ConditionCompiler.functions()).isPresent()
                && Nearest.find(name, scope.names()).isEmpty();
        return "「" + name + "」という質問も値もありません。"
                + Nearest.hint(name, function ? ConditionCompiler.functions() : scope.names());
    }

    private static String overload(String function, String arguments) {
        String words = String.join(
                "と",
                Pattern.compile(", (?![^(]*\\))")
                        .splitAsStream(arguments)
                        .map(ConditionWords::type)
                        .toList());
        return switch (function) {
            case "_==_", "_!=_", "_>=_", "_<=_", "_>_", "_<_" -> words + "は比べられません。" + compareHint(arguments);
            case "_&&_", "_||_", "!_" -> "&& や || や ! は「はい・いいえ」にだけ使えます。ここにあるのは" + words + "です。";
            case "_+_", "_-_", "_*_", "_/_", "_%_" -> words + "は計算できません。日付には日数（数）だけを足し引きできます。";
            case "@in" -> words + "では in を使えません。in の右には ['a', 'b'] か、いくつも選べる質問を書いてください。";
            default -> "「" + function + "」に" + words + "は渡せません。";
        };
    }

    private static String compareHint(String arguments) {
        if (arguments.contains("date") && arguments.contains("string")) {
            return "日付は date('2026-12-24') のように書いてください。";
        }
        if (arguments.contains("list(") && arguments.contains("string")) {
            return "いくつも選べる質問は 'x' in 質問 の形で書いてください。";
        }
        return arguments.contains("string") && arguments.contains("int")
                ? "言葉は '…' で囲み、数は囲まないでください。"
                : "同じ種類のものどうしを比べてください。";
    }

    private static String type(String type) {
        return TYPES.getOrDefault(type.strip(), "値");
    }

    private static String first(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }
}
