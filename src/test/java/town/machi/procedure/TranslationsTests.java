package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.kernel.Role;
import town.machi.procedure.WorkflowPlan.Meaning;

@DisplayName("訳、語彙、省いたところ")
class TranslationsTests {

    private static List<Fault> english(String content) {
        return Sources.read(Sources.of(Sources.SMALL, ProcedureSource.ENGLISH, content))
                .faults();
    }

    @Test
    @DisplayName("訳があればその言葉で、なければ日本語で読める")
    void wordsInThreeLanguages() {
        Definition read = Sources.read(Sources.of(
                        Sources.SMALL,
                        ProcedureSource.ENGLISH,
                        "questions: {build: {of: {small: Small}}}\nrules: [\"Up to {today}.\"]"))
                .whole()
                .orElseThrow();
        Question build = read.questions().get(2);
        assertThat(build.choices().getFirst().label().in(Language.EN)).isEqualTo("Small");
        assertThat(build.label().missingIn(Language.EN)).isTrue();
        assertThat(build.label().in(Language.EN)).isEqualTo("大きさ");
        assertThat(read.rules().getFirst().say().en()).isEqualTo("Up to {today}.");
    }

    @Test
    @DisplayName("訳だけにある項目は、近い名前を添えて断る")
    void unknownKeys() {
        assertThat(english("questions: {buildd: {label: Size}}"))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.file()).isEqualTo(ProcedureSource.ENGLISH);
                    assertThat(fault.sentence()).contains("「questions.build.label」のまちがい");
                });
        assertThat(english("questions: {build: Size}"))
                .singleElement()
                .matches(fault -> fault.sentence().contains("「questions.build.label」"));
        assertThat(english("rules: [One, Two]"))
                .singleElement()
                .matches(fault -> fault.sentence().contains("rules[1]"));
        assertThat(english("titel: Dog"))
                .singleElement()
                .matches(fault -> fault.sentence().contains("「title」のまちがい"));
    }

    @Test
    @DisplayName("訳の文も、知らない値を名指しできない")
    void placeholders() {
        assertThat(english("rules: [\"Up to {todey}.\"]"))
                .singleElement()
                .matches(fault -> fault.sentence().contains("「today」のまちがい"));
    }

    @Test
    @DisplayName("書かなかった状態と処理は、決まった言葉で補われる")
    void standardWorkflow() {
        WorkflowPlan plan = Sources.definition(Sources.SMALL).workflow();
        assertThat(plan.states().keySet()).containsExactly("received", "plate", "correcting", "done", "withdrawn");
        assertThat(plan.states().values())
                .extracting(WorkflowPlan.State::meaning)
                .containsExactly(Meaning.OPEN, Meaning.OPEN, Meaning.CORRECTING, Meaning.DONE, Meaning.WITHDRAWN);
        WorkflowPlan.Act sendBack =
                Objects.requireNonNull(plan.states().get("received")).acts().get(1);
        assertThat(sendBack.needsReason()).isTrue();
        assertThat(sendBack.label().in(Language.EN)).isEqualTo("Send back for correction");
        assertThat(sendBack.by()).isEqualTo(Set.of(Role.HANDLER, Role.DECIDER));
        assertThat(sendBack.mail()).isPresent();
    }

    @Test
    @DisplayName("処理の流れをまるごと省くと、性質に合った流れになる")
    void standardPlans() {
        String without = Sources.SMALL.substring(0, Sources.SMALL.indexOf("workflow:"));
        assertThat(acts(without)).containsExactly("complete", "sendBack");
        assertThat(acts(without.replace("kind: 届出", "kind: 申請\nremedy: {none: 例}")))
                .containsExactly("complete", "sendBack", "refuse");
        assertThat(acts(without.replace("kind: 届出", "kind: 相談"))).containsExactly("answer", "sendBack");
    }

    private static List<String> acts(String yaml) {
        WorkflowPlan plan = Sources.definition(yaml).workflow();
        return plan.states().values().iterator().next().acts().stream()
                .map(WorkflowPlan.Act::id)
                .toList();
    }

    @Test
    @DisplayName("手数料、代理人、保存年限を、日本語でも書ける")
    void headers() {
        Definition read = Sources.definition(Sources.small(
                "keep: 5 years", "keep: 3年\nfee: {yen: 300, article: 手数料条例 別表}\nagent: {with: 委任状}\nprocessing: 3開庁日"));
        assertThat(read.keep()).isEqualTo(Keep.ofYears(3));
        assertThat(read.fee()).isEqualTo(new Definition.Fee.Of(300, Words.ofJapanese("手数料条例 別表")));
        assertThat(read.agent().with()).contains(Words.ofJapanese("委任状"));
        assertThat(read.processing()).hasValue(3);
        assertThat(Sources.definition(Sources.SMALL).fee()).isEqualTo(new Definition.Fee.NotSet());
    }

    @Test
    @DisplayName("語彙を使う質問は、型と言葉と選択肢を語彙からもらい、次の手続に入る道を持つ")
    void vocabulary() {
        String vocabulary = """
                me: {type: person, label: {ja: お名前, easy: 名前, en: Name}, fills: true}
                sex: {type: choice, label: 性別, of: {f: {ja: 女性, en: Female}, no: 答えない}}
                """;
        Definition read = Sources.read(Sources.of(
                        Sources.small("{type: person, label: 飼い主}", "{use: me}")
                                .replace("{type: number, label: 頭数}", "{use: sex}"),
                        ProcedureSource.VOCABULARY,
                        vocabulary))
                .whole()
                .orElseThrow();
        Question owner = read.questions().get(4);
        assertThat(owner.path()).isEqualTo("me");
        assertThat(owner.label().en()).isEqualTo("Name");
        Question sex = read.questions().get(5);
        assertThat(sex.path()).isEqualTo("count");
        assertThat(sex.choices()).extracting(Question.Choice::code).containsExactly("f", "no");
    }

    @Test
    @DisplayName("語彙のまちがいは、語彙のファイルの行で言う")
    void vocabularyFaults() {
        assertThat(Sources.read(Sources.of(Sources.SMALL, ProcedureSource.VOCABULARY, "me: {typ: person}"))
                        .faults())
                .allMatch(fault -> fault.file().equals(ProcedureSource.VOCABULARY))
                .anyMatch(fault -> fault.sentence().contains("「type」のまちがい"));
    }

    @Test
    @DisplayName("質問が千個あっても読める")
    void thousandQuestions() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            many.append("      - q")
                    .append(i)
                    .append(": {type: text, label: 質問")
                    .append(i)
                    .append("}\n");
        }
        Definition read =
                Sources.definition(Sources.small("      - name: {type: text, label: 犬の名前}\n", many.toString()));
        assertThat(read.questions()).hasSize(1_005);
    }

    @Test
    @DisplayName("知らない型が一つあっても、ほかのまちがいも言う")
    void unknownTypeHidesNothing() {
        Surroundings none =
                new Surroundings(Map.of(), Map.of(), Set.of(), new BusinessCalendar(Set.of(), LocalTime.of(17, 15)));
        assertThat(new DefinitionReader(none)
                        .read(Sources.of(Sources.SMALL), "")
                        .faults())
                .hasSizeGreaterThan(6);
    }
}
