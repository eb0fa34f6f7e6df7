package town.machi.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import town.machi.form.type.TypesForTests;
import town.machi.kernel.SectionId;
import town.machi.procedure.AnswerShape;
import town.machi.procedure.Definition;
import town.machi.procedure.DefinitionReader;
import town.machi.procedure.ProcedureSource;
import town.machi.procedure.Surroundings;
import town.machi.procedure.ValueKind;

/// A small form, read from YAML as the house reads it, without Spring and database.
final class TestForm {

    static final Giver RESIDENT =
            new Giver(Answer.Source.TYPED, "resident:test", Instant.parse("2026-11-24T01:00:00Z"));

    private static final QuestionTypes TYPES = TypesForTests.all();

    static final String DOG = """
            procedure: dog
            title: 犬の届出
            section: water
            kind: 届出
            basis: 条例
            purpose: 犬の登録に使います。
            keep: 5 years
            channels: [web]

            form:
              - page: dog
                title: 犬
                ask:
                  - name: {type: text, label: 名前}
                  - build: {type: choice, label: 大きさ, of: {small: 小さい, large: 大きい}}
              - page: chip
                title: チップ
                when: build == 'large'
                ask:
                  - chip: {type: text, label: 番号, characters: digits}
                  - weight: {type: number, label: 重さ, unit: kg}
              - page: owner
                title: 飼い主
                ask:
                  - owner: {type: person, label: 飼い主}
                  - from: {type: date, label: 飼い始めた日}
                  - until: {type: date, label: 預かる日まで, optional: true}
                  - friends: {type: group, label: ほかの犬, optional: true, max: 3, ask: [{name: {type: text, label: 名前}}, {age: {type: number, label: 年, optional: true}}]}

            rules:
              - check: until >= from
                say: "{until} は {from} より前です。"

            workflow:
              received: {label: 受付, acts: {accept: done}}
              done: {label: 済み}
            """;

    private TestForm() {}

    static Form dog() {
        return of(DOG);
    }

    static Form of(String yaml) {
        Map<String, AnswerShape> shapes =
                TYPES.list().stream().collect(Collectors.toMap(AnswerShape::type, type -> type));
        Map<String, ValueKind> facts = Map.of();
        Surroundings surroundings = new Surroundings(
                shapes,
                facts,
                Set.of(new SectionId("water")),
                TypesForTests.town().calendar());
        SortedMap<String, String> files = new TreeMap<>(Map.of("procedure.yaml", yaml));
        DefinitionReader.Outcome outcome = new DefinitionReader(surroundings).read(new ProcedureSource(files), "");
        Definition definition = outcome.whole().orElseThrow(() -> new AssertionError(outcome.faults()));
        return new Form(definition, TYPES, Map.of(), "submission:test");
    }

    /// @param boxes name, value, name, value …
    static Typed typed(String... boxes) {
        SortedMap<String, List<String>> all = new TreeMap<>();
        for (int i = 0; i < boxes.length; i += 2) {
            all.put(boxes[i], List.of(boxes[i + 1]));
        }
        return new Typed(all);
    }

    static Taken take(Form form, Answers before, String page, Typed typed) {
        return Intake.take(form, before, typed, RESIDENT, on(form, page));
    }

    static java.util.function.Predicate<town.machi.procedure.Question> on(Form form, String page) {
        return question -> form.definition().pages().stream()
                .filter(asked -> asked.id().equals(page))
                .anyMatch(asked -> asked.questions().contains(question));
    }
}
