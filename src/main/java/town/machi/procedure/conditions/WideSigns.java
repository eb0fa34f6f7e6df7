package town.machi.procedure.conditions;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Signs and words in a condition that look right and are not: full-width ones, `and`, a single `=`.
final class WideSigns {

    private record Sign(Pattern pattern, String sentence) {}

    /// What stands between quotes is a value; it may hold anything.
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    private static final List<Sign> SIGNS = List.of(
            sign("[≧≥]", "「%s」は使えません。半角の >= と書いてください。"),
            sign("[≦≤]", "「%s」は使えません。半角の <= と書いてください。"),
            sign("≠", "「%s」は使えません。半角の != と書いてください。"),
            sign("[＝＞＜！＆｜（）［］，．＋－＊／：０-９ａ-ｚＡ-Ｚ\u3000]+", "全角の「%s」が使われています。半角で書いてください。"),
            sign("[“”‘’「」『』＂＇]", "「%s」は使えません。言葉は半角の ' で囲んでください。"),
            sign("\\b(and|AND)\\b", "「%s」は使えません。「かつ」は && と書いてください。"),
            sign("\\b(or|OR)\\b", "「%s」は使えません。「または」は || と書いてください。"),
            sign("\\b(not|NOT)\\b", "「%s」は使えません。「でない」は ! と書いてください。"),
            sign("(?<![=!<>&|])=(?![=])", "「%s」は一つでは使えません。「等しい」は == と書いてください。"),
            sign("(?<!&)&(?!&)", "「%s」は一つでは使えません。「かつ」は && と書いてください。"),
            sign("(?<!\\|)\\|(?!\\|)", "「%s」は一つでは使えません。「または」は || と書いてください。"),
            sign("=>", "「%s」は使えません。「以上」は >= と書いてください。"),
            sign("=<", "「%s」は使えません。「以下」は <= と書いてください。"),
            sign("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+", "条件の中の「%s」は読めません。質問の半角の名前を使ってください。"));

    private WideSigns() {}

    private static Sign sign(String pattern, String sentence) {
        return new Sign(Pattern.compile(pattern), sentence);
    }

    static void check(Node.Text text, Faults faults) {
        String bare = QUOTED.matcher(text.value())
                .replaceAll(quoted -> "'" + "_".repeat(quoted.group().length() - 2) + "'");
        for (Sign sign : SIGNS) {
            Matcher matcher = sign.pattern().matcher(bare);
            if (matcher.find()) {
                String before = bare.substring(0, matcher.start());
                int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
                int column = before.length() - (before.lastIndexOf('\n') + 1);
                String found = matcher.group().replace("\u3000", "空白");
                faults.add(text.at(line, column), sign.sentence().formatted(found));
            }
        }
    }
}
