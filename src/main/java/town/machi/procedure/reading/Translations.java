package town.machi.procedure.reading;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Words;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Nearest;
import town.machi.procedure.yaml.Node;
import town.machi.procedure.yaml.YamlText;

/// The texts of `procedure.easy.yaml` and `procedure.en.yaml`, flat: `questions.startsOn.label`, `bring[0]`.
/// What the definition never asks for is told by [#close], so that a slip in a key cannot hide.
final class Translations {

    static final String EASY = ProcedureSource.EASY;
    static final String EN = ProcedureSource.ENGLISH;

    private final Map<String, Node.Text> easy;
    private final Map<String, Node.Text> english;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Faults faults;
    private final Places places;

    Translations(SortedMap<String, String> files, Faults faults, Places places) {
        this.faults = faults;
        this.places = places;
        this.easy = read(EASY, files);
        this.english = read(EN, files);
    }

    private Map<String, Node.Text> read(String file, SortedMap<String, String> files) {
        Map<String, Node.Text> texts = new LinkedHashMap<>();
        String content = files.get(file);
        if (content != null) {
            flatten("", YamlText.read(file, content, faults), texts);
        }
        return texts;
    }

    private void flatten(String path, Node node, Map<String, Node.Text> texts) {
        switch (node) {
            case Node.Text text -> texts.put(path, text);
            case Node.Broken broken -> {}
            case Node.Listing listing -> {
                for (int i = 0; i < listing.items().size(); i++) {
                    flatten(path + "[" + i + "]", listing.items().get(i), texts);
                }
            }
            case Node.Table table ->
                table.entries().stream()
                        .filter(entry -> !entry.key().value().equals(Node.UNREADABLE))
                        .filter(entry -> !isTornOff(entry))
                        .forEach(entry -> flatten(
                                path.isEmpty()
                                        ? entry.key().value()
                                        : path + "." + entry.key().value(),
                                entry.value(),
                                texts));
        }
    }

    private boolean isTornOff(Node.Entry entry) {
        boolean torn = StrayKeys.isRestOfSentence(entry);
        if (torn) {
            faults.add(entry.key().mark(), StrayKeys.sentence(entry, "訳", Set.of()));
        }
        return torn;
    }

    /// The text of an entry with what the other files say at that path; empty where there is no such entry.
    Optional<Words> find(String path, Fields fields, String key) {
        return fields.node(key).flatMap(node -> find(path, key, node));
    }

    /// As above, for a node that is at hand.
    Optional<Words> find(String path, String key, Node node) {
        asked.add(path);
        return InlineWords.read(node, key, faults).map(inline -> {
            inline.texts().forEach(places::addSentence);
            return words(path, inline.words());
        });
    }

    /// Standard words, with what the other files say instead of them.
    Words words(String path, Words standard) {
        asked.add(path);
        return new Words(standard.ja(), other(easy, path, standard.easy()), other(english, path, standard.en()));
    }

    private @Nullable String other(Map<String, Node.Text> texts, String path, @Nullable String standard) {
        Node.Text text = texts.get(path);
        if (text == null) {
            return standard;
        }
        places.addSentence(text);
        Optional<Node.Text> filled = Shapes.text(text, path, faults);
        return filled.map(words -> words.value().strip()).orElse(standard);
    }

    void close() {
        List.of(easy, english)
                .forEach(texts -> texts.forEach((path, text) -> {
                    if (!asked.contains(path)) {
                        faults.add(text.mark(), "「" + path + "」に当たる文が procedure.yaml にありません。" + hint(path));
                    }
                }));
    }

    private String hint(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        String before = path.substring(0, path.length() - last.length());
        return Nearest.find(path, asked)
                .or(() -> asked.stream()
                        .filter(known -> known.startsWith(path + "."))
                        .findFirst())
                .or(() -> asked.stream()
                        .filter(known -> !before.isEmpty() && known.startsWith(before))
                        .findFirst())
                .map(known -> "「" + known + "」のまちがいではありませんか。")
                .orElse("procedure.yaml の形に合わせるか、行ごと消してください。");
    }
}
