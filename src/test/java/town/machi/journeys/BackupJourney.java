package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.RunningTown;

@DisplayName("届出が続くなかで町をまるごと取り、別の機械に戻す")
class BackupJourney {

    private static final Map<String, String> PLAIN = Map.of("MACHI_DEMO", "false");

    private final Path folder = Path.of("target/journeys", UUID.randomUUID().toString());
    private final Path file = folder.resolve("town.zip");

    @AfterEach
    void clear() throws IOException {
        FileUtils.deleteDirectory(folder.resolve("new/postgres").toFile());
    }

    @Test
    @DisplayName("戻した町には、取り始めるまでに受け付けた届出がすべてそろい、証跡は正しく、動いている町へは戻せない")
    void isWholeElsewhere() throws Exception {
        Set<UUID> promised;
        try (RunningTown town = RunningTown.start(folder.resolve("old"), PLAIN)) {
            FilingStream stream = new FilingStream(2, town::address);
            await().atMost(Duration.ofSeconds(60)).until(() -> stream.countAcknowledged() > 20);
            promised = Set.copyOf(stream.acknowledged().keySet());

            var saved = TownCommand.backup(folder.resolve("old"), file);
            assertThat(saved.exit()).as(saved.said()).isZero();
            var refused = TownCommand.restore(folder.resolve("old"), file);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.said()).contains("There is a town in");
            await().atMost(Duration.ofSeconds(60)).until(() -> stream.countAcknowledged() > promised.size());
            stream.close();
        }

        var restored = TownCommand.restore(folder.resolve("new"), file);
        assertThat(restored.exit()).as(restored.said()).isZero();
        assertThat(restored.said()).containsPattern("Restored: \\d+ rows of \\d+ tables, as of \\S+, in [0-9.]+ s");
        var trail = TownCommand.auditVerify(folder.resolve("new"));
        assertThat(trail.exit()).as(trail.said()).isZero();
        try (RunningTown town = RunningTown.start(folder.resolve("new"), PLAIN)) {
            Ledger ledger = new Ledger(town.look());
            ledger.assertWhole();
            assertThat(ledger.list().stream().map(Ledger.Row::request).collect(Collectors.toSet()))
                    .containsAll(promised);
            goesOn(town, promised.size());
        }
    }

    /// The town takes the next filing, and its receipt number is a new one.
    private static void goesOn(RunningTown town, int before) {
        FilingStream stream = new FilingStream(1, town::address);
        await().atMost(Duration.ofSeconds(60)).until(() -> stream.countAcknowledged() > 2);
        stream.close();
        Ledger ledger = new Ledger(town.look());
        ledger.assertWhole();
        assertThat(ledger.list()).hasSizeGreaterThan(before);
    }
}
