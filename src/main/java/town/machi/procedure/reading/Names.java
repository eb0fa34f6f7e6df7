package town.machi.procedure.reading;

import java.util.Set;
import java.util.regex.Pattern;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Ids that conditions, addresses and the database can carry.
final class Names {

    private static final Pattern QUESTION = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final Pattern PAGE = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    /// Words of the condition language, which no question may be called.
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "has",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "size",
            "true",
            "var",
            "void",
            "while",
            "type",
            "int",
            "string",
            "bool",
            "bytes",
            "double",
            "uint",
            "list",
            "map",
            "dyn",
            "date",
            "timestamp",
            "duration");

    private Names() {}

    /// Tells where an id of a question, state or act cannot be used.
    static void checkId(Node.Text id, String what, Faults faults) {
        String value = id.value();
        if (RESERVED.contains(value)) {
            faults.add(id.mark(), what + "の名前「" + value + "」は条件の言葉と同じです。別の名前にしてください。");
        } else if (!QUESTION.matcher(value).matches()) {
            faults.add(
                    id.mark(), what + "の名前「" + value + "」は使えません。半角の英小文字で始め、半角の英字と数字だけで書いてください（画面に出す言葉は label に書きます）。");
        }
    }

    static void checkPage(Node.Text id, Faults faults) {
        if (!PAGE.matcher(id.value()).matches()) {
            faults.add(
                    id.mark(),
                    "ページの名前「" + id.value() + "」は使えません。半角の英小文字で始め、半角の英字・数字・ハイフンだけで書いてください（画面に出す言葉は title に書きます）。");
        }
    }

    static void checkCode(Node.Text code, Faults faults) {
        if (!CODE.matcher(code.value()).matches()) {
            faults.add(
                    code.mark(), "選択肢の名前「" + code.value() + "」は使えません。「slip: 納付書」のように、半角の英数字の名前と画面に出す言葉を組にして書いてください。");
        }
    }
}
