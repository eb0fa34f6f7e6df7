package town.machi.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.Rule;
import town.machi.procedure.Words;
import town.machi.procedure.conditions.ConditionCompiler;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Reads `form:` and `rules:`.
final class FormReader {

    private final QuestionReader questions;
    private final Translations translations;
    private final ConditionCompiler conditions;
    private final Places places;
    private final Faults faults;

    FormReader(
            QuestionReader questions,
            Translations translations,
            ConditionCompiler conditions,
            Places places,
            Faults faults) {
        this.questions = questions;
        this.translations = translations;
        this.conditions = conditions;
        this.places = places;
        this.faults = faults;
    }

    List<FormPage> pages(Fields header) {
        header.require("form", "質問のページの並び");
        return header.items("form").stream()
                .flatMap(item -> page(item).stream())
                .toList();
    }

    private Optional<FormPage> page(Node item) {
        if (item instanceof Node.Broken) {
            return Optional.empty();
        }
        Fields fields = Fields.of(item, "ページ", faults);
        Optional<Node.Text> id = fields.requiredText("page", "ページの名前。半角の英字");
        fields.require("title", "ページの題");
        fields.require("ask", "質問の並び");
        id.ifPresent(text -> {
            Names.checkPage(text, faults);
            places.add(Places.Kind.PAGE, text.value(), text.mark());
        });
        String name = id.map(Node.Text::value).orElse("");
        Words title = translations.find("pages." + name, fields, "title").orElseGet(() -> Words.ofJapanese(name));
        List<Question> asked = fields.items("ask").stream()
                .flatMap(ask -> questions.read(ask).stream())
                .toList();
        var when = fields.text("when").flatMap(text -> conditions.compile(text, faults));
        boolean later = fields.yes("later");
        fields.close();
        return Optional.of(new FormPage(name, title, when, later, asked));
    }

    List<Rule> rules(Fields header, List<FormPage> pages) {
        List<Rule> rules = new ArrayList<>();
        List<Node> items = header.items("rules");
        for (int i = 0; i < items.size(); i++) {
            rule(items.get(i), i, pages).ifPresent(rules::add);
        }
        return rules;
    }

    private Optional<Rule> rule(Node item, int index, List<FormPage> pages) {
        if (item instanceof Node.Broken) {
            return Optional.empty();
        }
        Fields fields = Fields.of(item, "決まり（rules）", faults);
        var check = fields.requiredText("check", "成り立つべき条件").flatMap(text -> conditions.compile(text, faults));
        fields.require("say", "成り立たないときに住民へ言う文");
        Optional<Words> say = translations.find("rules[" + index + "]", fields, "say");
        fields.close();
        if (check.isEmpty() || say.isEmpty()) {
            return Optional.empty();
        }
        places.add(Places.Kind.RULE, Integer.toString(index), fields.markOf("check"));
        List<String> reads = check.get().reads();
        List<String> shown = pages.stream()
                .flatMap(page -> page.questions().stream())
                .map(Question::id)
                .filter(reads::contains)
                .distinct()
                .toList();
        if (shown.isEmpty()) {
            faults.add(fields.markOf("check"), "この決まりはどの質問の答えも見ていません。質問の名前を使って書いてください。");
        }
        return Optional.of(new Rule(check.get(), say.get(), shown));
    }
}
