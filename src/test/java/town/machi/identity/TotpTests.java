package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("認証アプリの確認コード")
class TotpTests {

    private static final Totp RFC = new Totp(Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:10Z");
    private static final long STEP = Totp.stepAt(NOW);

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037"})
    @DisplayName("RFC 6238 の例の通りの数字になる")
    void agreesWithTheStandard(long seconds, String code) {
        assertThat(RFC.codeAt(Totp.stepAt(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    @DisplayName("時計は前後30秒までずれてよく、それより前や後のコードは使えない")
    void oneStepEitherWay() {
        for (var off = -3; off <= 3; off++) {
            var accepted = RFC.acceptedStep(RFC.codeAt(STEP + off), NOW, 0).isPresent();
            assertThat(accepted).as("%d steps off", off).isEqualTo(Math.abs(off) <= 1);
        }
    }

    @Test
    @DisplayName("使ったコードも、それより前のコードも、二度と使えない")
    void noCodeWorksTwice() {
        var code = RFC.codeAt(STEP);
        var used = RFC.acceptedStep(code, NOW, 0).orElseThrow();
        assertThat(RFC.acceptedStep(code, NOW, used)).isEmpty();
        assertThat(RFC.acceptedStep(RFC.codeAt(STEP - 1), NOW, used)).isEmpty();
        assertThat(RFC.acceptedStep(RFC.codeAt(STEP + 1), NOW, used)).hasValue(STEP + 1);
    }

    @Test
    @DisplayName("全角や空白を交えて打っても読める")
    void readsHowPeopleType() {
        var code = RFC.codeAt(STEP);
        var wide = code.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '０')))
                .reduce("", String::concat);
        assertThat(RFC.acceptedStep(wide, NOW, 0)).isPresent();
        assertThat(RFC.acceptedStep(" " + code.substring(0, 3) + " " + code.substring(3), NOW, 0))
                .isPresent();
        assertThat(RFC.acceptedStep("", NOW, 0)).isEmpty();
    }

    @Test
    @DisplayName("QRコードの中身は、町の名と本人の宛先を名のる")
    void saysWhoseItIs() {
        var uri = new Totp("JBSWY3DPEHPK3PXP").uri("芦北町", "hanako@example.jp");
        assertThat(uri)
                .isEqualTo("otpauth://totp/%E8%8A%A6%E5%8C%97%E7%94%BA:hanako%40example.jp?secret=JBSWY3DPEHPK3PXP"
                        + "&issuer=%E8%8A%A6%E5%8C%97%E7%94%BA&algorithm=SHA1&digits=6&period=30");
        assertThat(QrCode.svg(uri)).startsWith("<svg ").contains("viewBox=\"0 0 ");
    }

    @Property(tries = 300)
    @Label("鍵は Base32 にして戻しても変わらない")
    void secretsSurviveBase32(@ForAll @LongRange long seed) {
        var random = new Random(seed);
        var bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        assertThat(Base32.decode(Base32.encode(bytes))).isEqualTo(bytes);
    }

    @Test
    @DisplayName("新しい鍵は160ビットで、毎回違う")
    void secretsAreLong() {
        var random = RandomGenerator.getDefault();
        assertThat(Base32.decode(Totp.generate(random).secret())).hasSize(20);
        assertThat(Totp.generate(random)).isNotEqualTo(Totp.generate(random));
    }
}
