package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("内側と外側の決め方")
class ZoneOfTheTownTests {

    @Test
    @DisplayName("何も言われなければ、町はひとつである")
    void wholeUnasked() {
        assertThatCode(() -> process()).doesNotThrowAnyException();
        assertThatCode(() -> process("machi.demo", "true")).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("知らない側、フォルダーのない側、見本の外側は、することを言って始めない")
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> process("machi.zone", "outer"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MACHI_ZONE=outer という側はありません");
        assertThatThrownBy(() -> process("machi.zone", "inner"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MACHI_EXCHANGE_FOLDER で示してください");
        assertThatThrownBy(() ->
                        process("machi.zone", "public", "machi.exchange.folder", "/srv/exchange", "machi.demo", "true"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MACHI_DEMO=false にするか");
        assertThatCode(() ->
                        process("machi.zone", "inner", "machi.exchange.folder", "/srv/exchange", "machi.demo", "true"))
                .doesNotThrowAnyException();
    }

    private static void process(String... namesAndValues) {
        MockEnvironment environment = new MockEnvironment();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        new ZoneOfTheTown().postProcessEnvironment(environment, new SpringApplication());
    }
}
