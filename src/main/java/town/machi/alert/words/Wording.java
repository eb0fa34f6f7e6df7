package town.machi.alert.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertText;
import town.machi.alert.OrderLevel;
import town.machi.alert.OrdersInForce;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Puts a message into words, once for every channel.
@Component
public class Wording {

    private static final Pattern BLANK = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private final AlertTemplates templates;
    private final Messages messages;
    private final Town town;

    public Wording(AlertTemplates templates, Messages messages, Town town) {
        this.templates = templates;
        this.messages = messages;
        this.town = town;
    }

    /// @param template that the message names
    /// @param earlier the message that it corrects, lifts or retracts
    /// @param inForce the orders of its world as they stand once it is sent
    public AlertText say(Alert alert, AlertTemplate template, Optional<Alert> earlier, OrdersInForce inForce) {
        Map<Language, AlertText.Said> said = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            said.put(language, in(language, new Case(alert, template, earlier, inForce)));
        }
        return new AlertText(alert.number(), said);
    }

    private record Case(Alert alert, AlertTemplate template, Optional<Alert> earlier, OrdersInForce inForce) {}

    private AlertText.Said in(Language language, Case of) {
        Texts texts = messages.in(language);
        Alert alert = of.alert();
        Map<String, String> values = values(language, of);
        AlertTemplate.Text text = of.template().in(language);
        String title = fill(text.title(), values);
        String body = body(text.body(), values, of.template());
        if (alert.act() == AlertAct.CORRECT) {
            title = texts.get("alert.correct.title", title);
            body = texts.get("alert.correct.body", values.get("ended"), values.get("endedNumber")) + "\n" + body;
        }
        return new AlertText.Said(
                alert.world().isDrill() ? texts.get("alert.drill") : "",
                texts.get("alert.first." + alert.content().kind().source(), townName(language)),
                title,
                body,
                link(alert),
                last(texts, of.inForce()));
    }

    private String townName(Language language) {
        return switch (language) {
            case JA -> town.name();
            case EASY -> town.nameEasy();
            case EN -> town.nameEn();
        };
    }

    private String link(Alert alert) {
        return alert.world().reachesResidents() ? town.baseUri() + "/alerts/" + alert.number() : "";
    }

    private String last(Texts texts, OrdersInForce inForce) {
        if (inForce.isEmpty()) {
            return texts.get("alert.last.none");
        }
        List<String> orders = new ArrayList<>();
        inForce.byLevel().forEach((level, districts) -> orders.add(order(texts, level, districts)));
        return texts.get("alert.last", String.join(texts.get("alert.last.between"), orders));
    }

    private String order(Texts texts, OrderLevel level, Set<String> districts) {
        return texts.get(
                "alert.last.one",
                Integer.toString(level.level()),
                texts.get("alert.order." + level.code()),
                templates.places().say(districts, texts.language()));
    }

    private Map<String, String> values(Language language, Case of) {
        Map<String, String> values = new HashMap<>();
        values.put("districts", templates.places().say(of.alert().content().districts(), language));
        of.earlier().ifPresent(earlier -> {
            values.put(
                    "ended",
                    earlier.progress()
                            .text()
                            .map(text -> text.in(language).title())
                            .orElse(earlier.number()));
            values.put("endedNumber", earlier.number());
        });
        Map<String, String> typed = of.alert().content().blanks();
        for (AlertTemplate.Blank blank : of.template().blanks()) {
            values.put(blank.name(), value(blank, typed, language));
        }
        return values;
    }

    /// A choice in its language; free words in their language where somebody wrote them, else as they are.
    private static String value(AlertTemplate.Blank blank, Map<String, String> typed, Language language) {
        String japanese = typed.getOrDefault(blank.name(), "").strip();
        if (!blank.isFree()) {
            return blank.find(japanese).map(choice -> choice.in(language)).orElse("");
        }
        String own =
                typed.getOrDefault(blank.name() + "." + language.code(), "").strip();
        return own.isEmpty() ? japanese : own;
    }

    /// A line whose only news would be an empty blank is left out.
    private static String body(String body, Map<String, String> values, AlertTemplate template) {
        List<String> lines = new ArrayList<>();
        for (String line : body.split("\n")) {
            boolean empty = template.blanks().stream()
                    .anyMatch(blank -> blank.optional()
                            && line.contains("{" + blank.name() + "}")
                            && values.getOrDefault(blank.name(), "").isEmpty());
            if (!empty) {
                lines.add(fill(line, values));
            }
        }
        return String.join("\n", lines);
    }

    private static String fill(String text, Map<String, String> values) {
        return BLANK.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
