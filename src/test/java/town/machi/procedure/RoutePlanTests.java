package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import town.machi.kernel.SectionId;
import town.machi.procedure.RoutePlan.Step;

@DisplayName("決裁の順は、定義に書いたとおりに決まる")
class RoutePlanTests {

    private static final String ROUTE = """
            keep: 5 years
            route:
              acts: [complete]
              steps: [係長, {by: 課長, of: general}, 課長, 町長]
              final:
                - {by: 課長, when: count < 3}
                - {by: 町長}
            """;

    static Stream<FaultCase> faults() {
        return Stream.of(
                fault("だれの席でもない職", "[係長, 部長]", "", "部長", "だれの席でもありません"),
                fault("ない処理", "[課長]", "", "steps", "処理の流れ（workflow）にありません", "[grant]"),
                fault("合議で終わる", "[{by: 課長, of: general}]", "", "route:", "どこでも終わりません"),
                fault("条件つきの専決だけ", "[係長, 課長]", "final: [{by: 課長, when: count < 3}]", "route:", "どこでも終わらないことがあります"),
                fault("順にない専決", "[係長, 課長]", "final: [{by: 町長}]", "final:", "steps にも書いてください"),
                fault("同じ職が二度", "[課長, 課長]", "", "route:", "同じ職が二度"),
                fault("町の職の合議", "[{by: 町長, of: general}, 課長]", "", "steps", "町に一つの職"),
                fault("ない課の合議", "[{by: 課長, of: dogs}, 課長]", "", "steps", "合議する課「dogs」"));
    }

    private static FaultCase fault(String name, String steps, String last, String at, String sentence) {
        return fault(name, steps, last, at, sentence, "[complete]");
    }

    private static FaultCase fault(String name, String steps, String last, String at, String sentence, String acts) {
        String end = last.isEmpty() ? "" : "\n  " + last;
        String where = at.equals("steps") && !acts.equals("[complete]") ? "acts: [grant]" : at;
        return new FaultCase(
                name,
                "keep: 5 years",
                "keep: 5 years\nroute:\n  acts: " + acts + "\n  steps: " + steps + end,
                where,
                sentence);
    }

    @ParameterizedTest
    @MethodSource("faults")
    @DisplayName("どこでも終わらない順や、だれの席でもない職は、場所と直し方を教えて断る")
    void wrong(FaultCase fault) {
        fault.check();
    }

    @Test
    @DisplayName("専決は条件で決まり、合議はその前に残る")
    void finalByCondition() {
        RoutePlan route =
                Sources.definition(Sources.small("keep: 5 years\n", ROUTE)).route();
        Step chief = new Step("chief", Optional.empty());
        Step other = new Step("head", Optional.of(new SectionId("general")));
        Step head = new Step("head", Optional.empty());
        Step mayor = new Step("mayor", Optional.empty());
        assertThat(route.stepsFor("complete", Map.of("count", 2L))).containsExactly(chief, other, head);
        assertThat(route.stepsFor("complete", Map.of("count", 3L))).containsExactly(chief, other, head, mayor);
        assertThat(route.stepsFor("complete", Map.of()))
                .as("答えが分からなければ、次の行が決める")
                .containsExactly(chief, other, head, mayor);
        assertThat(route.needsDecision("accept")).isFalse();
    }

    @Test
    @DisplayName("route のない手続には、決裁の要る処理がない")
    void none() {
        assertThat(Sources.definition(Sources.SMALL).route()).isEqualTo(RoutePlan.NONE);
        assertThat(RoutePlan.NONE.needsDecision("complete")).isFalse();
        assertThat(List.copyOf(RoutePlan.NONE.steps())).isEmpty();
    }
}
