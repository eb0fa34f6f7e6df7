package town.machi.procedure;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.platform.Position;

/// Sources for tests, and what they are read against.
final class Sources {

    static final Path TOWN = Path.of("towns/ashikita");

    /// A small procedure without a fault: the fields of a form, three acts.
    static final String SMALL = """
            procedure: dog
            title: 犬の登録の届出
            section: water
            kind: 届出
            basis: 狂犬病予防法 第4条
            purpose: 犬の登録に使います。
            keep: 5 years
            channels: [web, counter]

            form:
              - page: dog
                title: 犬のこと
                ask:
                  - name: {type: text, label: 犬の名前}
                  - born: {type: date, label: 生まれた日}
                  - build: {type: choice, label: 大きさ, of: {small: 小さい, large: 大きい}}
                  - colours: {type: choices, label: 毛の色, of: {white: 白, black: 黒}}
              - page: owner
                title: 飼い主
                ask:
                  - owner: {type: person, label: 飼い主}
                  - count: {type: number, label: 頭数}

            rules:
              - check: born <= today
                say: 生まれた日は、今日（{today}）までの日を書いてください。

            workflow:
              received: {label: 受付, within: 1 business day, acts: {accept: plate, sendBack: correcting}}
              plate: {label: 鑑札の用意, acts: {complete: done}}
            """;

    static final Surroundings SURROUNDINGS = new Surroundings(
            TestShape.all(),
            facts(),
            Set.of(new SectionId("water"), new SectionId("general"), new SectionId("construction")),
            List.of(
                    new Position("chief", "係長", true, List.of()),
                    new Position("head", "課長", true, List.of("chief")),
                    new Position("vice-mayor", "副町長", false, List.of()),
                    new Position("mayor", "町長", false, List.of("vice-mayor"))),
            new BusinessCalendar(Set.of(), LocalTime.of(17, 15)));

    private Sources() {}

    private static Map<String, ValueKind> facts() {
        Map<String, ValueKind> facts = new HashMap<>();
        facts.put("today", ValueKind.DATE);
        facts.put("earliestStart", ValueKind.DATE);
        facts.put("latestPause", ValueKind.DATE);
        facts.put("leadTime", ValueKind.TEXT);
        facts.put("leadDays", ValueKind.NUMBER);
        facts.put("section.tel", ValueKind.TEXT);
        return facts;
    }

    static ProcedureSource of(String yaml) {
        return of(Map.of(ProcedureSource.MAIN, yaml));
    }

    static ProcedureSource of(Map<String, String> files) {
        return new ProcedureSource(new TreeMap<>(files));
    }

    static ProcedureSource of(String yaml, String file, String content) {
        SortedMap<String, String> files = new TreeMap<>(Map.of(ProcedureSource.MAIN, yaml));
        files.put(file, content);
        return new ProcedureSource(files);
    }

    static DefinitionReader.Outcome read(ProcedureSource source) {
        return new DefinitionReader(SURROUNDINGS).read(source, "");
    }

    /// The small procedure with one text replaced.
    static String small(String from, String to) {
        if (!SMALL.contains(from)) {
            throw new IllegalArgumentException("not in the small procedure: " + from);
        }
        return SMALL.replace(from, to);
    }

    static List<Fault> faults(String yaml) {
        return read(of(yaml)).faults();
    }

    static Definition definition(String yaml) {
        DefinitionReader.Outcome outcome = read(of(yaml));
        return outcome.whole().orElseThrow(() -> new AssertionError(outcome.faults()));
    }
}
