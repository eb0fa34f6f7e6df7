package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Refusal;

@DisplayName("LINEの文の長さ")
class LineMessageTests {

    @Test
    @DisplayName("ちょうど5,000は送れ、5,001は数を添えて断る")
    void fiveThousandUnits() {
        assertThat(LineMessage.findFault("あ".repeat(5_000))).isEmpty();
        assertThat(LineMessage.findFault("あ".repeat(5_001)))
                .contains(Refusal.of("messaging.line.too-long", 5_001, 5_000));
        assertThatThrownBy(() -> LineMessage.text("あ".repeat(5_001))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("🍎は2と数え、2,500で一杯になる")
    void applesAreTwo() {
        assertThat(LineMessage.length("🍎")).isEqualTo(2);
        assertThat(LineMessage.findFault("🍎".repeat(2_500))).isEmpty();
        assertThat(LineMessage.findFault("🍎".repeat(2_501))).isPresent();
    }

    @Test
    @DisplayName("半分に切れた字は、送らない")
    void halfACharacter() {
        assertThat(LineMessage.findFault("避難所🍎".substring(0, 4))).contains(Refusal.of("messaging.line.broken"));
        assertThat(LineMessage.findFault("  ")).contains(Refusal.of("messaging.line.empty"));
    }

    @Test
    @DisplayName("ボタンの返事は topic:action:id で往復し、よその形は読まない")
    void postback() {
        String id = UUID.randomUUID().toString();
        Postback sent = new Postback("alert", "need-help", id + ":a");
        assertThat(Postback.parse(sent.data())).contains(sent);
        assertThat(Postback.parse("alert:safe")).contains(new Postback("alert", "safe", ""));
        for (String foreign : List.of("", "alert", "Alert:safe:1", ":safe:1", "alert::1", "a".repeat(301) + ":b:c")) {
            assertThat(Postback.parse(foreign)).as(foreign).isEmpty();
        }
    }

    @Test
    @DisplayName("札は20字まで。字は人の数え方で数える")
    void labels() {
        new QuickReply.Say("葛󠄀".repeat(20), "x");
        assertThatThrownBy(() -> new QuickReply.Say("あ".repeat(21), "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
