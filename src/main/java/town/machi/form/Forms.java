package town.machi.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Facts;

/// Opens a form as it is asked today: the facts that its conditions and sentences name are looked up once.
@Component
public class Forms {

    private final QuestionTypes types;
    private final List<Facts> sources;
    private final Town town;
    private final Clock clock;

    public Forms(QuestionTypes types, List<Facts> sources, Town town, Clock clock) {
        this.types = types;
        this.sources = sources;
        this.town = town;
        this.clock = clock;
    }

    /// @param owner whose files answers may name, `submission:uuid`
    public Form open(Definition definition, String owner) {
        return open(definition, owner, false);
    }

    /// @param office whether staff fill it in
    public Form open(Definition definition, String owner, boolean office) {
        return new Form(definition, types, facts(definition, owner, office), owner);
    }

    private Map<String, Object> facts(Definition definition, String owner, boolean office) {
        BusinessCalendar calendar = town.calendar();
        LocalDate countsFrom = calendar.countFrom(clock.instant());
        Facts.Context context = new Facts.Context(definition.name(), definition.section(), countsFrom, owner, office);
        Map<String, Object> facts = new HashMap<>();
        Set<String> wanted = NamesRead.of(definition);
        sources.forEach(source -> facts.putAll(source.findAll(wanted, context)));
        return facts;
    }
}
