package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("メール一通")
class MailTests {

    @ParameterizedTest
    @DisplayName("件名に改行を入れて、別の見出しを足すことはできない")
    @ValueSource(strings = {"a\r\nBcc: x@example.jp", "a\nX: y", "a\rb", "a\u0000b", "a\u2028b", "a\u0085b", "", "　"})
    void subjectIsOneLine(String subject) {
        assertThatThrownBy(() -> new Mail("hanako@example.jp", subject, "本文", "submission:1", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @DisplayName("宛先は一人だけ。見出しや引用を混ぜられない")
    @ValueSource(
            strings = {
                "",
                "hanako",
                "@example.jp",
                "a@b@c",
                "a@example.jp\r\nBcc: x@example.jp",
                "a@example.jp, b@example.jp",
                "a b@example.jp",
                "花子 <a@example.jp>",
                "\"a\"@example.jp",
                "a@example.jp ",
                "a@-example.jp",
                "花子@example.jp"
            })
    void oneRecipient(String to) {
        assertThat(Mail.isAddress(to)).isFalse();
        assertThatThrownBy(() -> new Mail(to, "件名", "本文", "submission:1", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @DisplayName("携帯電話会社の、規則から外れた点のある宛先も受ける")
    @ValueSource(strings = {"hanako@example.jp", "a..b.@docomo.ne.jp", "x+y@example.co.jp", "o'neill@example.com"})
    void takesWhatPeopleHave(String to) {
        assertThat(Mail.isAddress(to)).isTrue();
    }

    @Test
    @DisplayName("記録には宛先も本文も出ない")
    void isNotLogged() {
        Mail mail = new Mail("hanako@example.jp", "件名", "本文", "submission:1", null);
        assertThat(mail.toString()).doesNotContain("hanako", "件名", "本文");
    }

    @Test
    @DisplayName("やり直しの間はだんだん長くなり、三日たてばあきらめる")
    void backsOff() {
        Instant now = Instant.parse("2026-11-24T01:00:00Z");
        assertThat(BackOff.nextTry(now, 1)).isEqualTo(now.plusSeconds(10));
        assertThat(BackOff.nextTry(now, 2)).isEqualTo(now.plusSeconds(30));
        assertThat(BackOff.nextTry(now, 99)).isEqualTo(now.plus(Duration.ofHours(3)));
        assertThat(BackOff.isHopeless(now.minus(Duration.ofDays(4)), now)).isTrue();
        assertThat(BackOff.isHopeless(now.minus(Duration.ofDays(2)), now)).isFalse();
    }
}
