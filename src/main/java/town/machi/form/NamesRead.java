package town.machi.form;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.Condition;
import town.machi.procedure.Definition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.Words;

/// The names that a definition's conditions read and its sentences and hints fill in: of questions and of facts. What
/// nobody reads need not be worked out, which in a form of 250 questions is nearly everything.
final class NamesRead {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.]*)}");
    private static final int MOST_REMEMBERED = 500;

    /// By identity: a published definition is one object, and comparing two of 250 questions takes long.
    private static final Map<Definition, Set<String>> KNOWN = Collections.synchronizedMap(new IdentityHashMap<>());

    private NamesRead() {}

    static Set<String> of(Definition definition) {
        if (KNOWN.size() > MOST_REMEMBERED) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(definition, NamesRead::find);
    }

    private static Set<String> find(Definition definition) {
        Set<String> names = new HashSet<>();
        definition.rules().forEach(rule -> {
            names.addAll(rule.check().reads());
            names.addAll(rule.questions());
            addNamesIn(rule.say(), names);
        });
        definition
                .route()
                .finals()
                .forEach(last -> last.when().map(Condition::reads).ifPresent(names::addAll));
        for (FormPage page : definition.pages()) {
            page.when().map(Condition::reads).ifPresent(names::addAll);
            page.questions().forEach(question -> addNamesIn(question, names));
        }
        return Set.copyOf(names);
    }

    private static void addNamesIn(Question question, Set<String> names) {
        question.when().map(Condition::reads).ifPresent(names::addAll);
        question.hint().ifPresent(hint -> addNamesIn(hint, names));
        names.addAll(OfferedDays.factsOf(question));
        question.children().forEach(child -> addNamesIn(child, names));
    }

    private static void addNamesIn(Words words, Set<String> names) {
        Matcher matcher = PLACEHOLDER.matcher(words.ja() + " " + words.easy() + " " + words.en());
        while (matcher.find()) {
            String name = matcher.group(1);
            names.add(name);
            names.add(name.split("\\.", 2)[0]);
        }
    }
}
