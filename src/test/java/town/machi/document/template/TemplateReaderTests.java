package town.machi.document.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TemplateReaderTests {

    @Test
    @DisplayName("町のフォルダの様式は、どれも誤りなく読める")
    void theTownsTemplatesAreSound() {
        TemplateFolder folder = TemplateFolder.read(Path.of("towns/ashikita/documents"));
        assertThat(folder.faults()).isEmpty();
        assertThat(folder.list()).extracting(DocumentTemplate::name).contains("acceptance", "completion", "correction");
    }

    @Test
    @DisplayName("誤りは、行番号つきで、一度にすべて言う")
    void everyFaultIsToldAtOnce() {
        TemplateReader.Result read = TemplateReader.read("x.yaml", """
                document: 通知
                nummer: yes
                number: はい
                to: "{applicant} 様"
                body:
                  - text: "{today} {unknown}"
                  - picture: x
                """);
        assertThat(read.template()).isEmpty();
        assertThat(read.faults()).extracting(TemplateFault::line).containsExactlyInAnyOrder(2, 3, 4, 6, 7);
        assertThat(read.faults())
                .extracting(TemplateFault::sentence)
                .anyMatch(sentence -> sentence.contains("{unknown} に入る値がありません"))
                .anyMatch(sentence -> sentence.contains("「nummer」という項目はありません"));
    }

    @Test
    @DisplayName("認めないことを知らせる様式に教示がなければ、その行を指して断る")
    void aRefusalWithoutInstructionIsAFault() {
        String without = """
                document: 不許可通知
                fields:
                  refusedOn: 決めた日
                body:
                  - text: "{refusedOn}に決めました。"
                """;
        assertThat(TemplateReader.read("x.yaml", without).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("x.yaml 3行目", "教示が要ります", "- remedy:"));
        TemplateReader.Result whole = TemplateReader.read("x.yaml", without + "  - remedy:\n");
        assertThat(whole.faults()).isEmpty();
        assertThat(whole.template().orElseThrow().instructs()).isTrue();
    }

    @Test
    @DisplayName("町長の名で出す様式に公印の行がなければ断り、書ける言葉を教える")
    void aLetterWithoutASealIsAFault() {
        String letter = "document: 通知\nfrom: \"{town}長\"\nbody:\n  - text: よ\n";
        assertThat(TemplateReader.read("x.yaml", letter).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("公印", "seal: 省略"));
        assertThat(TemplateReader.read("x.yaml", letter + "seal: なし\n").faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("5行目", "押印、印影、省略"));
        assertThat(TemplateReader.read("x.yaml", letter + "seal: 押印\n").faults())
                .isEmpty();
    }

    @Test
    @DisplayName("引用符を忘れて「{」で始めた文には、囲み方を教える")
    void aForgottenQuoteIsExplained() {
        assertThat(TemplateReader.read("x.yaml", "document: 通知\nto: {applicant} 様\nbody: []\n")
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("2行目", "引用符"));
    }

    @Test
    @DisplayName("値の中の波かっこは文字のまま残る")
    void bracesInValuesStay() {
        assertThat(DocumentTemplate.fill("{name} 様 {x}", Map.of("name", "{x}$1\\")))
                .isEqualTo("{x}$1\\ 様 {x}");
    }
}
