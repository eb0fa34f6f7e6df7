package town.machi.alert.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.OrderLevel;
import town.machi.kernel.Language;

/// What the three texts of a template must have in common. A level or a place that one language lacks, or has
/// otherwise, would send two different messages.
final class TemplateRules {

    private static final Pattern BLANK = Pattern.compile("\\{([^{}]*)}");

    /// 警戒レベル4, レベル４, Level 4.
    private static final Pattern LEVEL = Pattern.compile("(?:レベル|[Ll]evel)\\s*([0-9０-９])");

    private interface Rule {
        List<Fault> findFaults(String file, AlertTemplate template, Located root);
    }

    private static final List<Rule> RULES = List.of(
            TemplateRules::levelFitsTheKind,
            TemplateRules::textsCarryTheLevel,
            TemplateRules::textsCarryThePlace,
            TemplateRules::textsUseTheSameBlanks,
            TemplateRules::abolishedWords,
            TemplateRules::weatherOrdersNothing);

    private TemplateRules() {}

    static List<Fault> findFaults(String file, AlertTemplate template, Located root) {
        return RULES.stream()
                .flatMap(rule -> rule.findFaults(file, template, root).stream())
                .toList();
    }

    private static List<Fault> levelFitsTheKind(String file, AlertTemplate template, Located root) {
        boolean order = template.kind() == AlertKind.EVACUATION && template.act() == AlertAct.ISSUE;
        return order && OrderLevel.ofLevel(template.level()).isEmpty()
                ? List.of(
                        new Fault(file, root.get("level").line(), "避難情報の level: は 3（高齢者等避難）、4（避難指示）、5（緊急安全確保）のどれかです。"))
                : List.of();
    }

    private static List<Fault> textsCarryTheLevel(String file, AlertTemplate template, Located root) {
        List<Fault> faults = new ArrayList<>();
        template.texts().forEach((language, text) -> {
            Set<Integer> said = levels(text.title() + "\n" + text.body());
            if (template.level() == 0 && !said.isEmpty()) {
                faults.add(new Fault(file, text.line(), language.code() + ": 文にレベル" + said + "がありますが、level: がありません。"));
            }
            if (template.level() != 0 && !said.equals(Set.of(template.level()))) {
                faults.add(new Fault(
                        file,
                        text.line(),
                        language.code() + ": 文のレベルは" + template.level() + "だけでなければなりません（文にあるもの: " + said + "）。"));
            }
        });
        return faults;
    }

    private static List<Fault> textsCarryThePlace(String file, AlertTemplate template, Located root) {
        List<Fault> faults = new ArrayList<>();
        template.texts().forEach((language, text) -> {
            if (!blanks(text).contains(PlaceWords.DISTRICTS)) {
                faults.add(new Fault(file, text.line(), language.code() + ": 文に場所 {districts} がありません。"));
            }
        });
        return faults;
    }

    private static List<Fault> textsUseTheSameBlanks(String file, AlertTemplate template, Located root) {
        List<Fault> faults = new ArrayList<>();
        Set<String> declared = new TreeSet<>(PlaceWords.BLANKS);
        template.blanks().forEach(blank -> declared.add(blank.name()));
        Set<String> japanese = blanks(template.in(Language.JA));
        template.texts().forEach((language, text) -> {
            Set<String> used = blanks(text);
            used.stream()
                    .filter(name -> !declared.contains(name))
                    .forEach(name -> faults.add(
                            new Fault(file, text.line(), language.code() + ": 空欄 {" + name + "} は blanks: にありません。")));
            if (!used.equals(japanese)) {
                faults.add(new Fault(
                        file,
                        text.line(),
                        language.code() + ": 空欄が日本語の文と違います（日本語: " + japanese + "、ここ: " + used + "）。"));
            }
        });
        template.blanks().stream()
                .filter(blank -> !japanese.contains(blank.name()))
                .forEach(blank -> faults.add(new Fault(
                        file,
                        root.get("blanks").get(blank.name()).line(),
                        "空欄 {" + blank.name() + "} が、どの文にも使われていません。")));
        return faults;
    }

    /// 避難勧告 was abolished on 2021-05-20.
    private static List<Fault> abolishedWords(String file, AlertTemplate template, Located root) {
        List<Fault> faults = new ArrayList<>();
        template.texts().forEach((language, text) -> {
            if ((text.title() + text.body()).contains("避難勧告")) {
                faults.add(new Fault(file, text.line(), "「避難勧告」は廃止されました。「避難指示」と書いてください。"));
            }
        });
        return faults;
    }

    /// A level of the 気象庁 is 相当情報; it must never read as the town's order.
    private static List<Fault> weatherOrdersNothing(String file, AlertTemplate template, Located root) {
        if (template.kind() != AlertKind.WEATHER) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        template.texts().forEach((language, text) -> {
            if (Pattern.compile("発令|(?i:evacuation order)")
                    .matcher(text.title() + text.body())
                    .find()) {
                faults.add(new Fault(file, text.line(), language.code() + ": 気象庁の発表に「発令」とは書けません。発令は町長がするものです。"));
            }
        });
        return faults;
    }

    private static Set<Integer> levels(String text) {
        Set<Integer> levels = new TreeSet<>();
        LEVEL.matcher(text)
                .results()
                .forEach(found ->
                        levels.add(Character.getNumericValue(found.group(1).charAt(0))));
        return levels;
    }

    private static Set<String> blanks(AlertTemplate.Text text) {
        Set<String> names = new TreeSet<>();
        BLANK.matcher(text.title() + "\n" + text.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add);
        return names;
    }
}
