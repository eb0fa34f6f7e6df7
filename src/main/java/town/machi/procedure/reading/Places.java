package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import town.machi.procedure.yaml.Mark;
import town.machi.procedure.yaml.Node;

/// Where the parts of a definition stand in its files, for the rules that look at the whole.
public final class Places {

    /// What has a name in a definition.
    public enum Kind {
        PAGE("ページ"),
        QUESTION("質問"),
        STATE("状態"),
        ACT("処理"),
        RULE("決まり"),
        HEADER("項目"),
        ROUTE("決裁"),
        PATH("語彙");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param id of an act: its state's id, a dot, its own
    public record Named(Kind kind, String id, Mark mark) {}

    private final List<Named> named = new ArrayList<>();
    private final List<Node.Text> sentences = new ArrayList<>();
    private final Mark start;

    public Places(Mark start) {
        this.start = start;
    }

    void add(Kind kind, String id, Mark mark) {
        named.add(new Named(kind, id, mark));
    }

    /// A text that may name values in braces.
    void addSentence(Node.Text text) {
        sentences.add(text);
    }

    public List<Named> list(Kind kind) {
        return named.stream().filter(one -> one.kind() == kind).toList();
    }

    /// The first place of that name; the start of the file where it stands nowhere.
    public Mark at(Kind kind, String id) {
        return named.stream()
                .filter(one -> one.kind() == kind && one.id().equals(id))
                .map(Named::mark)
                .findFirst()
                .orElse(start);
    }

    public List<Node.Text> sentences() {
        return List.copyOf(sentences);
    }
}
