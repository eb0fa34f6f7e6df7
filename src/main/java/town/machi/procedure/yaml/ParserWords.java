package town.machi.procedure.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The YAML parser's complaints as sentences that say what to do.
final class ParserWords {

    private record Known(String part, String sentence) {}

    private static final List<Known> KNOWN = List.of(
            new Known("quoted scalar", "引用符「\"」か「'」が閉じていません。文の終わりに同じ引用符を書いてください。"),
            new Known("TAB", "字下げにタブが使われています。半角の空白 2 つずつで下げてください。"),
            new Known(
                    "mapping values are not allowed",
                    "「: 」の置き場所が正しくありません。文の中に「: 」があるときは全体を \"…\" で囲み、そうでなければ字下げを前の行とそろえてください。"),
            new Known("could not find expected ':'", "「項目: 値」の形になっていません。半角のコロンと半角の空白を入れてください。"),
            new Known("escape character", "\"…\" の中の「\\」は特別な記号です。「\\\\」と二つ書くか、'…' で囲んでください。"),
            new Known("flow mapping", "「{」が閉じていないか、「,」が抜けています。{項目: 値, 項目: 値} の形にしてください。"),
            new Known("flow sequence", "「[」が閉じていないか、「,」が抜けています。[値, 値] の形にしてください。"),
            new Known("block mapping", "字下げが前の行とそろっていません。同じ並びの項目は同じ桁から書いてください。"),
            new Known("block collection", "字下げが前の行とそろっていません。「-」は同じ桁から書いてください。"),
            new Known("anchor", "「&」「*」で始まる値は YAML の特別な書き方で、ここでは使えません。文ならば全体を \"…\" で囲んでください。"),
            new Known("alias", "「&」「*」で始まる値は YAML の特別な書き方で、ここでは使えません。文ならば全体を \"…\" で囲んでください。"),
            new Known("cannot start any token", "この記号で始まる値は YAML の特別な書き方です。文全体を \"…\" で囲んでください。"),
            new Known("sequence entries are not allowed", "「- 」の置き場所が正しくありません。一つ上の行の終わりの「:」と字下げを確かめてください。"));

    /// What was opened and not closed is told where it was opened.
    private static final List<String> OPENED = List.of("quoted scalar", "flow mapping", "flow sequence");

    private ParserWords() {}

    /// @param line counted from 1; 0 where the parser does not say
    record Found(int line, int column, String sentence) {}

    static Found of(YamlEngineException broken) {
        return switch (broken) {
            case MarkedYamlEngineException marked -> marked(marked);
            case ReaderException hidden ->
                new Found(0, 0, "目に見えない文字（U+%04X）が入っています。その行を打ち直してください。".formatted(hidden.getCodePoint()));
            default -> new Found(0, 0, unknown());
        };
    }

    private static Found marked(MarkedYamlEngineException broken) {
        String words = broken.getContext() + " " + broken.getProblem();
        Optional<Known> known =
                KNOWN.stream().filter(one -> words.contains(one.part())).findFirst();
        Optional<Mark> mark =
                OPENED.stream().anyMatch(words::contains) ? broken.getContextMark() : broken.getProblemMark();
        return new Found(
                mark.map(at -> at.getLine() + 1).orElse(0),
                mark.map(at -> at.getColumn() + 1).orElse(0),
                known.map(Known::sentence).orElseGet(ParserWords::unknown));
    }

    private static String unknown() {
        return "YAML として読めません。字下げ（半角の空白 2 つずつ）、引用符、コロンを確かめてください。";
    }
}
