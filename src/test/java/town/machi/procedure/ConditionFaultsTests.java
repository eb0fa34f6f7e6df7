package town.machi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("条件のまちがいは、日本語で、その場所で言う")
class ConditionFaultsTests {

    private static FaultCase check(String condition, String sentence) {
        return new FaultCase(condition, "check: born <= today", "check: " + condition, "check:", sentence);
    }

    static Stream<FaultCase> conditions() {
        return Stream.of(
                check("brn <= today", "「born」のまちがい"),
                check("born <= toddy", "「today」のまちがい"),
                check("isBusinesDay(born)", "「isBusinessDay」のまちがい"),
                check("born <= 3", "日付と数は比べられません"),
                check("born == '2026-12-24'", "date('2026-12-24')"),
                check("count == '3'", "言葉は '…' で囲み、数は囲まないで"),
                check("born + born <= today", "日付には日数（数）だけ"),
                check("born", "成り立つ・成り立たない"),
                check("born <= today && count", "はい・いいえ"),
                check("build == 'smal'", "選択肢に「smal」はありません。「small」のまちがい"),
                check("build in ['small', 'lage']", "「large」のまちがい"),
                check("build != '小'", "選択肢に「小」はありません"),
                check("\"'whit' in colours\"", "「white」のまちがい"),
                check("colours == 'white'", "'x' in 質問"),
                check("date('2026-02-30') <= born", "「2026-02-30」という日はありません"),
                check("name.matches('[')", "型紙「[」が読めません"),
                check("born ≦ today", "<= と書いてください"),
                check("born ＜＝ today", "全角の「＜＝」"),
                check("build = 'small'", "== と書いてください"),
                check("build == 'small' and count > 1", "&& と書いてください"),
                check("build == 'small' or count > 1", "|| と書いてください"),
                check("not (count > 1)", "! と書いてください"),
                check("build == “small”", "半角の ' で囲んで"),
                check("大きさ == 'small'", "質問の半角の名前"),
                check("count => 1", ">= と書いてください"),
                check("born <= ", "途中で終わっています"),
                check("(count > 1", "途中で終わっています"),
                check("count > 1)", "読めなくなりました"),
                check("owner.familly != ''", "「owner.familly」"),
                check("count > 1 || " + "(".repeat(80) + "true" + ")".repeat(80), "条件"),
                check("count.size > 1", "「.」で続く部分"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void condition(FaultCase slip) {
        slip.check();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "check: born <= today && build == 'smal',  `'smal'`",
                "check: \"born <= today && build == 'smal'\", `'smal'`",
                "check: born <= todai, todai",
                "check: build == 'small' || count > x, x",
            })
    @DisplayName("桁まで合っている")
    void column(String written, String at) {
        String yaml = Sources.small("check: born <= today", written);
        String line =
                yaml.lines().filter(one -> one.contains(written)).findFirst().orElseThrow();
        assertThat(Sources.faults(yaml))
                .singleElement()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(line.lastIndexOf(at) + 1));
    }

    @Test
    @DisplayName("何行にもわたる条件でも、行が合っている")
    void blockLines() {
        String yaml = Sources.small("check: born <= today", "check: |\n      born <= today &&\n      cont > 1\n   ");
        assertThat(Sources.faults(yaml)).singleElement().satisfies(fault -> {
            String line = yaml.split("\n")[fault.line() - 1];
            assertThat(line).contains("cont > 1");
        });
    }
}
