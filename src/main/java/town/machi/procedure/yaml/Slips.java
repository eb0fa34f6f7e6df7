package town.machi.procedure.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people who write Japanese in YAML trip over. Each has its own sentence.
///
/// They are looked for only where the file could not be read, since most of them are allowed inside a text.
final class Slips {

    /// @param pattern its first group is the place
    private record Slip(Pattern pattern, String sentence) {}

    private static final String KEY = "^\\s*(?:-\\s+)?[A-Za-z][\\w-]*";

    private static final List<Slip> KNOWN = List.of(
            slip("^ *(\\t)", "字下げにタブが使われています。半角の空白 2 つずつで下げてください。"),
            slip("^[ \\t]*(\u3000)", "字下げに全角の空白が使われています。半角の空白 2 つずつで下げてください。"),
            slip("(?:" + KEY + "|[{,]\\s*[A-Za-z]\\w*)\\s*(：)", "全角のコロン「：」が使われています。半角の「:」と半角の空白に直してください。"),
            slip(KEY + ":(\u3000)", "コロンの後に全角の空白があります。半角の空白に直してください。"),
            slip(KEY + ":\\s+(\\{[^:}]*\\}.*\\S)", "「{」で始まる文は YAML の表と読まれます。文全体を \"…\" で囲んでください。"),
            slip(KEY + ":\\s+(!)", "「!」で始まる値は YAML の「タグ」と読まれます。check: \"!x\" のように全体を \"…\" で囲んでください。"),
            slip(KEY + ":\\s+([*&@`%|>])(?=\\S)", "この記号で始まる値は YAML の特別な書き方です。文全体を \"…\" で囲んでください。"),
            slip(KEY + ":([^\\s:/\"'\\\\])", "コロンの後に半角の空白がありません。「項目: 値」のように空けてください。"),
            slip("^\\s*([・－‐–—●○])", "並びの先頭は半角の「- 」（ハイフンと空白）で書いてください。"),
            slip("^\\s*(-)[^\\s-]", "並びの「-」の後に半角の空白がありません。「- 」と空けてください。"));

    private Slips() {}

    private static Slip slip(String pattern, String sentence) {
        return new Slip(Pattern.compile(pattern), sentence);
    }

    /// At most one for each line.
    ///
    /// @param from index of the first line
    /// @param to index after the last line
    static List<Found> find(List<String> lines, int from, int to) {
        List<Found> found = new ArrayList<>();
        for (int line = from; line < Math.min(to, lines.size()); line++) {
            find(lines.get(line), line + 1).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Found> find(String raw, int number) {
        return KNOWN.stream()
                .flatMap(slip -> {
                    Matcher matcher = slip.pattern().matcher(raw);
                    return matcher.find()
                            ? Stream.of(new Found(number, matcher.start(1) + 1, slip.sentence()))
                            : Stream.empty();
                })
                .findFirst();
    }

    /// @param line counted from 1
    /// @param column counted from 1
    record Found(int line, int column, String sentence) {}
}
