package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("補助金の手続の検査")
class SubsidyRulesTests {

    static Stream<Slip> faults() {
        return Stream.of(
                new Slip("額を書かない", "amount: 未設定", "", "「amount」（補助の額"),
                new Slip("性質を申請にする", "kind: 補助金", "kind: 申請", "money を書けるのは補助金だけ"),
                new Slip("交付決定がない", "money: 交付決定, ", "", "「money: 交付決定」の処理が要ります"),
                new Slip("知らない money", "money: 額の確定,", "money: 確定,", "money に「確定」はありません"),
                new Slip("口座を聞かない", "use: bankAccount, hint", "type: text, label: 口座, hint", "振込先の口座"),
                new Slip("支払わずに終わる", "to: claiming, label: 額を確定する", "to: done, label: 額を確定する", "支払をしないで"),
                new Slip("聞かないあとのページ", "    asks: report\n    then: inspecting\n", "", "聞く状態がありません"),
                new Slip("ないページを聞く", "asks: claim", "asks: claims", "あとで聞くページ「claims」がありません"),
                new Slip("行き先のない then", "then: paying", "then: payed", "という状態はありません"));
    }

    record Slip(String name, String from, String to, String sentence) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @DisplayName("性質に合わない流れは、行を示して断る")
    void aFlowThatDoesNotFitIsRefused(Slip wrong) {
        String main = Objects.requireNonNull(tank().files().get(ProcedureSource.MAIN));
        assertThat(main).contains(wrong.from());
        List<Fault> faults = faults(main.replace(wrong.from(), wrong.to()));
        assertThat(faults).anySatisfy(fault -> assertThat(fault.sentence()).contains(wrong.sentence()));
    }

    @Test
    @DisplayName("教示の書かれていない補助金を断り、処分でないわけを書いたものは通す")
    void theRemedyIsSaid() {
        String main = Objects.requireNonNull(tank().files().get(ProcedureSource.MAIN));
        String silent = main.replaceFirst("(?s)remedy:.*?bring:", "bring:");
        assertThat(faults(silent))
                .anySatisfy(fault -> assertThat(fault.sentence()).contains("補助金には、教示（remedy）"));
        assertThat(faults(silent.replace("bring:", "remedy: {none: 要綱による贈与契約のため}\nbring:")))
                .noneSatisfy(fault -> assertThat(fault.sentence()).contains("教示"));
    }

    private static List<Fault> faults(String main) {
        SortedMap<String, String> files = new TreeMap<>(tank().files());
        files.put(ProcedureSource.MAIN, main);
        return new DefinitionReader(Sources.SURROUNDINGS)
                .read(new ProcedureSource(files), "septic-tank")
                .faults();
    }

    private static ProcedureSource tank() {
        return new ProcedureFolder(Sources.TOWN)
                .list().stream()
                        .filter(found -> found.folder().equals("septic-tank"))
                        .findFirst()
                        .orElseThrow()
                        .source();
    }
}
