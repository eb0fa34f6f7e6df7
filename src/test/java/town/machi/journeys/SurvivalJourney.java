package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.journeys.FilingProgram.Told;
import town.machi.support.RunningTown;

@DisplayName("20回殺されても、受け付けた届出は一つずつ残り、ほかには何も残らない")
class SurvivalJourney {

    private static final int DEATHS = 20;
    private static final Map<String, String> PLAIN = Map.of("MACHI_DEMO", "false");

    /// Starts that are themselves killed half-way, one in five of all.
    private static final int KILLED_AT_START = 5;

    private final Random chance = new Random(20261124);
    private final Path data = Path.of("target/journeys", UUID.randomUUID().toString());
    private final AtomicReference<String> address = new AtomicReference<>("");

    @Test
    @DisplayName("届出が続くなかで kill -9、そのうち半分はデータベースもろとも。人手なしに立ち上がり、控えのとおりに残る")
    void everyPromiseOutlivesTheProgram() throws Exception {
        RunningTown town = up(RunningTown.start(data, PLAIN));
        FilingStream stream = new FilingStream(4, address::get);
        for (int death = 1; death <= DEATHS; death++) {
            if (death % KILLED_AT_START == 0) {
                die(town, death);
                town = RunningTown.begin(data, PLAIN);
                Thread.sleep(chance.nextInt(4_000));
            } else {
                int before = stream.countAcknowledged();
                await().atMost(Duration.ofSeconds(60)).until(() -> stream.countAcknowledged() > before + 3);
                Thread.sleep(chance.nextInt(1_500));
            }
            die(town, death);
            town = up(town.startAgain());
        }
        stream.close();
        try (RunningTown last = town) {
            assertThat(stream.refusals().keySet())
                    .as(stream.refusals().toString())
                    .isSubsetOf(Set.of(503));
            Ledger ledger = new Ledger(last.look());
            ledger.assertHolds(stream.acknowledged(), stream.givenUp());
            ledger.assertWhole();
            repeatsGetTheFirstOutcome(last, stream, ledger);
            ledger.assertWhole();
            assertThat(last.output()).noneMatch(line -> line.contains("does not agree"));
            // The sealer follows what was committed; in the end nothing is left without its seal.
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> TownCommand.auditVerify(data).said().contains(" 0 wait for their seal"));
        }
        TownCommand.Ended check = TownCommand.auditVerify(data);
        assertThat(check.exit()).as(check.said()).isZero();
        town.discard();
    }

    private RunningTown up(RunningTown town) {
        address.set(town.address());
        return town;
    }

    /// Half of the time the database goes too, before the program or after it.
    private void die(RunningTown town, int death) {
        boolean withDatabase = death % 2 == 0;
        boolean databaseFirst = death % 4 == 0;
        if (withDatabase && databaseFirst) {
            town.killDatabase();
        }
        town.kill();
        if (withDatabase && !databaseFirst) {
            town.killDatabase();
        }
    }

    private static void repeatsGetTheFirstOutcome(RunningTown town, FilingStream stream, Ledger ledger)
            throws IOException {
        FilingProgram program = new FilingProgram();
        Set<UUID> stored = new HashSet<>();
        ledger.list().forEach(row -> stored.add(row.request()));
        for (Map.Entry<UUID, Told> promise : stream.acknowledged().entrySet()) {
            Told again = program.file(town.address(), promise.getKey());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.number()).isEqualTo(promise.getValue().number());
            assertThat(again.passcode()).isEqualTo(promise.getValue().passcode());
        }
        for (UUID unknown : stream.givenUp()) {
            assertThat(program.file(town.address(), unknown).status()).isEqualTo(stored.contains(unknown) ? 200 : 201);
        }
    }
}
