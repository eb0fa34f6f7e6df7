package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;

@MachiModuleTest
@DisplayName("土台")
class GroundIntegrationTests {

    private static final Actor CLERK = new Actor.SystemJob("test");

    @Autowired
    private Once once;

    @Autowired
    private RateLimits limits;

    @Autowired
    private Settings settings;

    @Autowired
    private Jobs jobs;

    @Autowired
    private TestClock clock;

    @Autowired
    private JsonMapper json;

    record Receipt(String number) {}

    @Test
    @DisplayName("同時に 8 回送られても一度だけ行われ、全員が同じ答えを受け取る")
    void eightClicksAreOneAct() throws Exception {
        UUID request = UUID.randomUUID();
        AtomicInteger acts = new AtomicInteger();
        Callable<Receipt> click =
                () -> once.run(request, "submit", Receipt.class, () -> new Receipt("R" + acts.incrementAndGet()));
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> answers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> click).toList());
            for (Future<Receipt> answer : answers) {
                assertThat(answer.get()).isEqualTo(new Receipt("R1"));
            }
        }
        assertThat(acts).hasValue(1);
    }

    @Test
    @DisplayName("失敗したことは、もう一度試せる。別の用に同じ番号は使えない")
    void aFailureLeavesNothing() {
        UUID request = UUID.randomUUID();
        assertThatThrownBy(() -> once.run(request, "submit", String.class, () -> {
                    throw new IllegalStateException("lost");
                }))
                .hasMessage("lost");
        assertThat(once.run(request, "submit", String.class, () -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> once.run(request, "withdraw", String.class, () -> "other"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @DisplayName("5 回で閉じ、時間がたてば開き、正しければすぐに開く")
    void limitsCloseAndOpenAgain() {
        Duration quarter = Duration.ofMinutes(15);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            assertThat(limits.tryTake("passcode", key, 5, quarter)).isTrue();
        }
        assertThat(limits.tryTake("passcode", key, 5, quarter)).isFalse();
        assertThat(limits.isOpen("passcode", key, 5, quarter)).isFalse();
        assertThat(limits.tryTake("passcode", "another", 5, quarter)).isTrue();
        clock.advance(quarter);
        assertThat(limits.tryTake("passcode", key, 5, quarter)).isTrue();
        limits.reset("passcode", key);
        assertThat(limits.isOpen("passcode", key, 1, quarter)).isTrue();
    }

    @Test
    @DisplayName("知らされていない設定は未設定で、変更には履歴が残り、合わない値は断られる")
    void settingsRememberTheirHistory() {
        String name = "water.lead-time-days";
        assertThat(settings.find(name)).isEmpty();
        assertThat(settings.put(name, "３", CLERK)).isEmpty();
        assertThat(settings.findNumber(name)).contains(3);
        assertThat(settings.put(name, "三日", CLERK))
                .hasValueSatisfying(refusal -> assertThat(refusal.key()).isEqualTo("platform.setting.does-not-fit"));
        assertThat(settings.put("no.such", "1", CLERK)).isPresent();
        settings.put(name, "", CLERK);
        assertThat(settings.find(name)).isEmpty();
        assertThat(settings.history(name)).extracting(Settings.Change::actorId).containsExactly("test", "test");
    }

    @Test
    @DisplayName("名前を知らない仕事は頼めない")
    void knowsItsJobs() {
        assertThatThrownBy(() -> jobs.once("nobody", "1", clock.instant()))
                .isInstanceOf(IllegalArgumentException.class);
        jobs.runNow("platform.forget-requests");
        jobs.runNow("platform.forget-limits");
    }

    @Test
    @DisplayName("JSON の時刻は日本の時刻で書かれる")
    void jsonTellsJapaneseTime() {
        assertThat(json.writeValueAsString(Instant.parse("2026-11-24T01:00:00Z")))
                .isEqualTo("\"2026-11-24T10:00:00+09:00\"");
    }
}
