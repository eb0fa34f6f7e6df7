package town.machi.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.procedure.Condition;
import town.machi.procedure.Definition;
import town.machi.procedure.Facts;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.procedure.Words;

/// Opens a form as it is asked today: the facts that its conditions and sentences name are looked up once.
@Component
public class Forms {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9.]*)}");

    private static final int MOST_REMEMBERED = 500;

    private final QuestionTypes types;
    private final List<Facts> sources;
    private final Town town;
    private final Clock clock;

    /// By identity: a published definition is one object, and comparing two of 250 questions takes long.
    private final Map<Definition, Set<String>> wantedFacts = Collections.synchronizedMap(new IdentityHashMap<>());

    public Forms(QuestionTypes types, List<Facts> sources, Town town, Clock clock) {
        this.types = types;
        this.sources = sources;
        this.town = town;
        this.clock = clock;
    }

    /// @param owner whose files answers may name, `submission:uuid`
    public Form open(Definition definition, String owner) {
        return new Form(definition, types, facts(definition), owner);
    }

    private Map<String, Object> facts(Definition definition) {
        BusinessCalendar calendar = town.calendar();
        LocalDate countsFrom = calendar.countFrom(clock.instant());
        Facts.Context context = new Facts.Context(definition.name(), definition.section(), countsFrom);
        Map<String, Object> facts = new HashMap<>();
        Set<String> wanted = wantedFacts(definition);
        for (Facts source : sources) {
            for (String name : source.kinds().keySet()) {
                if (wanted.contains(name)) {
                    Optional<Object> value = source.find(name, context);
                    value.ifPresent(known -> facts.put(name, known));
                }
            }
        }
        return facts;
    }

    private Set<String> wantedFacts(Definition definition) {
        if (wantedFacts.size() > MOST_REMEMBERED) {
            wantedFacts.clear();
        }
        return wantedFacts.computeIfAbsent(definition, Forms::namesIn);
    }

    /// All names that the definition's conditions read and its sentences and hints fill in.
    private static Set<String> namesIn(Definition definition) {
        Set<String> names = new HashSet<>();
        definition.rules().forEach(rule -> {
            names.addAll(rule.check().reads());
            addNamesIn(rule.say(), names);
        });
        for (FormPage page : definition.pages()) {
            page.when().map(Condition::reads).ifPresent(names::addAll);
            page.questions().forEach(question -> addNamesIn(question, names));
        }
        return Set.copyOf(names);
    }

    private static void addNamesIn(Question question, Set<String> names) {
        question.when().map(Condition::reads).ifPresent(names::addAll);
        question.hint().ifPresent(hint -> addNamesIn(hint, names));
        question.children().forEach(child -> addNamesIn(child, names));
    }

    private static void addNamesIn(Words words, Set<String> names) {
        Matcher matcher = PLACEHOLDER.matcher(words.ja() + " " + words.easy() + " " + words.en());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }
}
