package town.machi.procedure.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Whether a node has the shape that its place asks for: text, list, table.
final class Shapes {

    private static final Pattern WIDE_COLON = Pattern.compile("(?s)^\\s*[A-Za-z]\\w*\\s*：.*");

    private Shapes() {}

    static Optional<Node.Table> table(Node node, String what, Faults faults) {
        return switch (node) {
            case Node.Table table -> Optional.of(table);
            case Node.Broken broken -> Optional.empty();
            case Node.Listing listing -> {
                faults.add(listing.mark(), what + "は「- 」の並びではなく「項目: 値」の形で書いてください。");
                yield Optional.empty();
            }
            case Node.Text text -> {
                faults.add(text.mark(), notATable(text, what));
                yield Optional.empty();
            }
        };
    }

    private static String notATable(Node.Text text, String what) {
        if (WIDE_COLON.matcher(text.value()).matches()) {
            return "全角のコロン「：」が使われています。半角の「:」と半角の空白に直してください。";
        }
        return text.isBlank() ? what + "の中身がありません。次の行に半角の空白 2 つ分下げて「項目: 値」の形で書いてください。" : what + "は「項目: 値」の形で書いてください。";
    }

    static Optional<Node.Text> text(Node node, String key, Faults faults) {
        return switch (node) {
            case Node.Text text -> {
                if (text.isBlank()) {
                    faults.add(text.mark(), "「" + key + "」が空です。値を書くか、行ごと消してください。");
                }
                yield text.isBlank() ? Optional.empty() : Optional.of(text);
            }
            case Node.Broken broken -> Optional.empty();
            case Node.Table table -> {
                faults.add(table.mark(), "「" + key + "」には文を書きます。「{」や「: 」を含む文は全体を \"…\" で囲んでください。");
                yield Optional.empty();
            }
            case Node.Listing listing -> {
                faults.add(listing.mark(), "「" + key + "」には並びではなく文を一つ書きます。「[」で始まる文は全体を \"…\" で囲んでください。");
                yield Optional.empty();
            }
        };
    }

    static List<Node> items(Node node, String key, Faults faults) {
        return switch (node) {
            case Node.Listing listing -> listing.items();
            case Node.Text text when !text.isBlank() -> List.of(text);
            case Node.Text text -> {
                faults.add(text.mark(), "「" + key + "」が空です。「- 」で始まる行を書くか、行ごと消してください。");
                yield List.of();
            }
            case Node.Broken broken -> List.of();
            case Node.Table table -> {
                faults.add(table.mark(), "「" + key + "」は並びです。一つずつ「- 」で始めて書いてください。");
                yield List.of();
            }
        };
    }

    static Optional<Boolean> yes(Node.Text text, Faults faults) {
        return switch (text.value().strip()) {
            case "true", "yes", "はい" -> Optional.of(true);
            case "false", "no", "いいえ" -> Optional.of(false);
            default -> {
                faults.add(text.mark(), "「" + text.value() + "」は使えません。true か false と書いてください。");
                yield Optional.empty();
            }
        };
    }
}
