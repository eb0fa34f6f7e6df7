package town.machi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import town.machi.platform.CannotStart;
import town.machi.support.TestServer;

@DisplayName("内蔵データベース")
class EmbeddedServerTests {

    @TempDir
    private Path temporary;

    private final List<Process> owners = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() {
        owners.forEach(EmbeddedServerTests::kill);
        EmbeddedServer.discard(folder(), TestServer.binaries());
    }

    @Test
    @DisplayName("確かに書き、パスワードなしでは入れない")
    void isDurableAndAsksForAPassword() {
        try (EmbeddedServer server = start(Durability.DURABLE)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThatThrownBy(() -> DriverManager.getConnection(server.superuserUrl("postgres"), "postgres", "")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Postmaster.listWorkers(cluster())).isEmpty();
    }

    @Test
    @DisplayName("プログラムが kill -9 されても生き残ったサーバーを、次の起動が引き取る")
    void adoptsWhatAKilledProgramLeft() throws Exception {
        startOwner(Durability.DURABLE);
        Postmaster left = Postmaster.findAlive(cluster()).orElseThrow();
        kill(owners.getLast());
        try (EmbeddedServer server = start(Durability.DURABLE)) {
            assertThat(server.port()).isEqualTo(left.port());
            assertThat(Postmaster.findAlive(cluster())).contains(left);
        }
    }

    @Test
    @DisplayName("設定の違うサーバーが残っていれば、止めてから起動し直す")
    void replacesAServerWithOtherSettings() throws Exception {
        startOwner(Durability.THROWAWAY);
        Postmaster left = Postmaster.findAlive(cluster()).orElseThrow();
        kill(owners.getLast());
        try (EmbeddedServer server = start(Durability.DURABLE)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(Postmaster.findAlive(cluster()).orElseThrow().pid()).isNotEqualTo(left.pid());
        }
    }

    @Test
    @DisplayName("プログラムとサーバーが共に kill -9 されても、約束した行は残っている")
    void keepsWhatWasCommittedWhenBothAreKilled() throws Exception {
        startOwner(Durability.DURABLE);
        Postmaster left = Postmaster.findAlive(cluster()).orElseThrow();
        String password = Files.readString(folder().resolve("password")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + left.port() + "/postgres", "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT generate_series(1, 100) AS n");
        }
        kill(owners.getLast());
        ProcessHandle postmaster = ProcessHandle.of(left.pid()).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
        try (EmbeddedServer server = start(Durability.DURABLE)) {
            assertThat(value(server, "SELECT count(*) FROM kept")).isEqualTo("100");
        }
    }

    @Test
    @DisplayName("使用中のデータフォルダーには、ほかのプログラムは入れない")
    void refusesASecondProgram() throws Exception {
        startOwner(Durability.DURABLE);
        assertThatThrownBy(() -> start(Durability.DURABLE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Another Machi is running")
                .hasMessageContaining("MACHI_DATA");
    }

    @Test
    @DisplayName("前と同じポートを使い、ふさがっていれば別のポートにする")
    void remembersItsPort() throws IOException {
        int first = startAndStop();
        assertThat(startAndStop()).isEqualTo(first);
        try (ServerSocket squatter = new ServerSocket(first, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(squatter.isBound()).isTrue();
            assertThat(startAndStop()).isNotEqualTo(first);
        }
    }

    @Test
    @DisplayName("作りかけのフォルダーと、よその番号が書かれた postmaster.pid に惑わされない")
    void survivesHalfMadeFoldersAndStaleNumbers() throws IOException {
        Files.createDirectories(folder().resolve("cluster.half/base"));
        startAndStop();
        long own = ProcessHandle.current().pid();
        Files.writeString(cluster().resolve("postmaster.pid"), own + "\n" + cluster() + "\n1\n5432\n\n127.0.0.1\n");
        startAndStop();
    }

    @Test
    @DisplayName("データベースの名前ごとに持ち主と作業用の役割が分かれる")
    void keepsTwoDatabasesApart() throws SQLException {
        try (EmbeddedServer server = start(Durability.THROWAWAY)) {
            DatabaseAddress one = server.database("one");
            DatabaseAddress two = server.database("two");
            new Migrations(one).run();
            new Migrations(two).run();
            assertThat(one.appRole()).isEqualTo("one_app");
            assertThat(one.appPassword()).isNotEqualTo(two.appPassword());
            DriverManager.getConnection(one.url(), one.appRole(), one.appPassword())
                    .close();
            assertThatThrownBy(() -> DriverManager.getConnection(two.url(), one.appRole(), one.appPassword())
                            .close())
                    .hasMessageContaining("permission denied for database");
        }
    }

    private Path folder() {
        return temporary.resolve("data with space/postgres");
    }

    private Path cluster() {
        return folder().resolve("cluster");
    }

    private EmbeddedServer start(Durability durability) {
        return EmbeddedServer.start(folder(), TestServer.binaries(), durability);
    }

    private int startAndStop() {
        try (EmbeddedServer server = start(Durability.THROWAWAY)) {
            return server.port();
        }
    }

    private void startOwner(Durability durability) throws IOException {
        TestServer.binaries();
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOwner.class.getName(),
                        folder().toString(),
                        durability.name())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        owners.add(owner);
        BufferedReader output = owner.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = output.readLine();
        }
        assertThat(line).as("the other program started a server").isNotNull();
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String setting(EmbeddedServer server, String name) {
        return value(server, "SHOW " + name);
    }

    private static String value(EmbeddedServer server, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        server.superuserUrl("postgres"), "postgres", server.superuserPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
