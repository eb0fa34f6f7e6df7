package town.machi.alert.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.kernel.Language;

/// Reads one template and names everything in it that must be mended, with its line.
public final class TemplateReader {

    private static final List<String> KEYS =
            List.of("title", "kind", "act", "level", "warnings", "blanks", "ja", "easy", "en");

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    private TemplateReader(String file) {
        this.file = file;
    }

    /// What came of reading a file: the template where it has no fault.
    public record Result(Optional<AlertTemplate> template, List<Fault> faults) {}

    /// @param file `evacuation-instruct.yaml`
    public static Result read(String file, String source) {
        TemplateReader reader = new TemplateReader(file);
        Located root = Located.read(file, source, reader.faults);
        if (!reader.faults.isEmpty()) {
            return new Result(Optional.empty(), reader.faults);
        }
        AlertTemplate template = reader.template(root);
        if (reader.faults.isEmpty()) {
            reader.faults.addAll(TemplateRules.findFaults(file, template, root));
        }
        return new Result(reader.faults.isEmpty() ? Optional.of(template) : Optional.empty(), reader.faults);
    }

    private AlertTemplate template(Located root) {
        faults.addAll(root.unknownKeys(file, KEYS));
        Map<Language, AlertTemplate.Text> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, text(root, language));
        }
        return new AlertTemplate(
                file.replaceFirst("\\.yaml$", ""),
                required(root, "title"),
                kind(root),
                act(root),
                level(root),
                warnings(root),
                blanks(root.get("blanks")),
                texts);
    }

    private AlertTemplate.Text text(Located root, Language language) {
        Located words = root.get(language.code());
        if (!root.has(language.code())) {
            faults.add(new Fault(file, root.line(), language.code() + ": の文がありません。三つの言語がそろって、はじめて使えます。"));
            return new AlertTemplate.Text("", "", root.line());
        }
        faults.addAll(words.unknownKeys(file, List.of("title", "body")));
        return new AlertTemplate.Text(
                required(words, "title"), required(words, "body").strip(), words.line());
    }

    private String required(Located table, String key) {
        String text = table.get(key).text().strip();
        if (text.isEmpty()) {
            faults.add(new Fault(file, table.get(key).line(), key + ": がありません。"));
        }
        return text;
    }

    private AlertKind kind(Located root) {
        String code = required(root, "kind");
        Optional<AlertKind> kind = Arrays.stream(AlertKind.values())
                .filter(each -> each.code().equals(code))
                .findFirst();
        if (kind.isEmpty()) {
            String known = String.join(
                    ", ", Arrays.stream(AlertKind.values()).map(AlertKind::code).toList());
            faults.add(new Fault(file, root.get("kind").line(), "kind: は " + known + " のどれかです: " + code));
        }
        return kind.orElse(AlertKind.NOTICE);
    }

    /// `issue` or `lift`: corrections take the template of what they correct, and 誤報取消 has one for all.
    private AlertAct act(Located root) {
        String code = root.get("act").text();
        return switch (code) {
            case "", "issue" -> AlertAct.ISSUE;
            case "lift" -> AlertAct.LIFT;
            case "retract" -> AlertAct.RETRACT;
            default -> {
                faults.add(new Fault(file, root.get("act").line(), "act: は issue, lift, retract のどれかです: " + code));
                yield AlertAct.ISSUE;
            }
        };
    }

    private int level(Located root) {
        String level = root.get("level").text();
        if (level.isEmpty()) {
            return 0;
        }
        if (!level.matches("[1-5]")) {
            faults.add(new Fault(file, root.get("level").line(), "level: は 1 から 5 の数です: " + level));
            return 0;
        }
        return Integer.parseInt(level);
    }

    private static Set<String> warnings(Located root) {
        Set<String> warnings = new LinkedHashSet<>();
        root.get("warnings").list().forEach(each -> warnings.add(each.text()));
        return java.util.Collections.unmodifiableSet(warnings);
    }

    private List<AlertTemplate.Blank> blanks(Located all) {
        List<AlertTemplate.Blank> blanks = new ArrayList<>();
        all.table().forEach((name, blank) -> {
            faults.addAll(blank.unknownKeys(file, List.of("label", "optional", "hint", "of")));
            if (!name.matches("[a-z][a-zA-Z0-9]{0,29}") || PlaceWords.BLANKS.contains(name)) {
                faults.add(new Fault(file, blank.line(), "空欄の名前「" + name + "」は使えません。英小文字で始まる別の名前にしてください。"));
            }
            blanks.add(new AlertTemplate.Blank(
                    name,
                    required(blank, "label"),
                    "yes".equals(blank.get("optional").text()),
                    blank.get("hint").text(),
                    choices(blank.get("of"))));
        });
        return List.copyOf(blanks);
    }

    private List<AlertTemplate.Choice> choices(Located of) {
        List<AlertTemplate.Choice> choices = new ArrayList<>();
        of.table().forEach((value, words) -> {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                texts.put(language, required(words, language.code()));
            }
            choices.add(new AlertTemplate.Choice(value, texts));
        });
        return List.copyOf(choices);
    }
}
