package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.machi.support.RunningTown;

@DisplayName("殺されても、次の起動に人手は要らない")
class KilledTownJourney {

    private static final Map<String, String> PLAIN = Map.of("MACHI_DEMO", "false");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("プログラムだけ、次いでデータベースもろとも kill -9 され、そのたびに立ち上がる")
    void comesBackAfterEveryKill() throws Exception {
        RunningTown first = RunningTown.start(PLAIN);
        long postmaster = first.postmaster();
        first.kill();

        RunningTown second = first.startAgain();
        assertThat(second.postmaster()).as("the server was adopted").isEqualTo(postmaster);
        assertThat(status(second, "/health/readiness")).isEqualTo(200);
        second.kill();
        second.killDatabase();

        try (RunningTown third = second.startAgain()) {
            assertThat(third.postmaster()).isNotEqualTo(postmaster);
            assertThat(status(third, "/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("動いている間にデータベースだけが死んでも、ひとりでに戻る")
    void theDatabaseComesBackUnderARunningTown() {
        try (RunningTown town = RunningTown.start(PLAIN)) {
            town.killDatabase();
            await().atMost(Duration.ofSeconds(60)).until(() -> status(town, "/health/readiness") == 200);
        }
    }

    @Test
    @DisplayName("同じデータフォルダーの二つ目は、わけを告げて断られ、一つ目は続く")
    void aSecondTownOnTheSameFolderIsRefused() throws Exception {
        try (RunningTown town = RunningTown.start(folder, PLAIN)) {
            String address = town.address();
            RunningTown second = RunningTown.begin(folder, PLAIN);
            assertThat(second.process().waitFor()).isNotZero();
            assertThat(town.output()).anyMatch(line -> line.contains("Another Machi is running"));
            assertThat(status(address + "/health/readiness")).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("SIGTERM で止めれば、データベースも止まっている")
    void stopsCleanly() {
        Path mark = folder.resolve("postgres/cluster/postmaster.pid");
        RunningTown town = RunningTown.start(folder, PLAIN);
        assertThat(mark).exists();
        town.stop();
        assertThat(mark).doesNotExist();
    }

    private int status(RunningTown town, String path) throws IOException, InterruptedException {
        return status(town.url(path));
    }

    private int status(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
