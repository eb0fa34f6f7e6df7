package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Language;
import town.machi.procedure.WorkflowPlan.Meaning;

/// The procedures that the town really has.
class PublishedProceduresTests {

    private static List<ProcedureFolder.Found> found() {
        return new ProcedureFolder(Sources.TOWN).list();
    }

    private static Definition definition(String name) {
        return found().stream()
                .filter(one -> one.folder().equals(name))
                .map(one -> Sources.read(one.source()).whole().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("町の手続のフォルダーには、まちがいが一つもない")
    void noFaults() {
        assertThat(found()).extracting(ProcedureFolder.Found::folder).contains("water-start", "water-stop");
        assertThat(found())
                .allSatisfy(one -> assertThat(ProcedureFolder.check(one, Sources.SURROUNDINGS))
                        .isEmpty());
    }

    @Test
    @DisplayName("どの質問にも、やさしい日本語と英語がある")
    void translated() {
        for (ProcedureFolder.Found one : found()) {
            Definition read = Sources.read(one.source()).whole().orElseThrow();
            assertThat(read.questions()).allSatisfy(question -> {
                assertThat(question.label().missingIn(Language.EASY))
                        .as(question.id())
                        .isFalse();
                assertThat(question.label().missingIn(Language.EN))
                        .as(question.id())
                        .isFalse();
            });
            assertThat(read.rules()).noneMatch(rule -> rule.say().missingIn(Language.EN));
        }
    }

    @Test
    @DisplayName("使用中止は届出なので、断る終わりがない")
    void stopIsNeverRefused() {
        assertThat(definition("water-stop").workflow().states().values())
                .noneMatch(state -> state.meaning() == Meaning.REFUSED);
    }

    @Test
    @DisplayName("閉栓が済めば、精算を待つあいだ使用中止は取り下げられない")
    void closedValveIsNotTakenBack() {
        var states = definition("water-stop").workflow().states();
        assertThat(states.values().stream().filter(WorkflowPlan.State::firm).map(WorkflowPlan.State::id))
                .containsExactly("settling");
    }

    @Test
    @DisplayName("芦北町が教えていない手数料と日数は、未設定のまま")
    void unknownStaysUnknown() {
        Definition start = definition("water-start");
        assertThat(start.fee()).isEqualTo(new Definition.Fee.NotSet());
        assertThat(start.processing()).isEmpty();
    }
}
