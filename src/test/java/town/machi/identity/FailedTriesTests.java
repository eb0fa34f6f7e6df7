package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("続けて間違えたときの休止")
class FailedTriesTests {

    private static final Instant NOON = Instant.parse("2026-11-24T03:00:00Z");

    @Test
    @DisplayName("四回までは待たされず、五回目から待つ時間が倍々に伸び、一時間で止まる")
    void waitsGrow() {
        assertThat(FailedTries.waitAfter(4)).isZero();
        assertThat(FailedTries.waitAfter(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(FailedTries.waitAfter(6)).isEqualTo(Duration.ofMinutes(2));
        assertThat(FailedTries.waitAfter(9)).isEqualTo(Duration.ofMinutes(16));
        assertThat(FailedTries.waitAfter(40)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    @DisplayName("パスワードが正しければ、次の確認コードはすぐ試せる")
    void aRightFirstStepIsNotHeldAgainstTheSecond() {
        var tries = new FailedTries(5, NOON.minus(Duration.ofMinutes(2))).begin(NOON);
        assertThat(tries.lockedUntil(NOON)).isPresent();
        assertThat(tries.takeBack().count()).isEqualTo(5);
        assertThat(tries.takeBack().lockedUntil(NOON)).isEmpty();
    }

    @Test
    @DisplayName("一日たてば忘れる")
    void aDayOfPeaceForgets() {
        var old = new FailedTries(30, NOON.minus(Duration.ofDays(1)).minusSeconds(1));
        assertThat(old.begin(NOON)).isEqualTo(new FailedTries(1, NOON));
    }

    @Property
    @Label("何回でも、一日に試せる回数は三十四回を超えない")
    void aDayHasFewTries(@ForAll @IntRange(min = 1, max = 3600) int eagerness) {
        var tries = FailedTries.none();
        var tried = 0;
        for (var at = NOON; at.isBefore(NOON.plus(Duration.ofDays(1))); at = at.plusSeconds(eagerness)) {
            if (tries.lockedUntil(at).isEmpty()) {
                tries = tries.begin(at);
                tried++;
            }
        }
        assertThat(tried).isLessThanOrEqualTo(34);
    }
}
