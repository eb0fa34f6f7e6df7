package town.machi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Debian の PostgreSQL 15")
class OlderServerTests {

    private static final Path BIN = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("移行はそこでも走り、二度目は何もしない")
    void migratesOnFifteen() throws Exception {
        assumeTrue(
                Files.isExecutable(BIN.resolve("initdb")),
                "PostgreSQL 15 is not installed here (apt-get install postgresql-15)");
        ServerCommand command = new ServerCommand(new PostgresBinaries(BIN));
        Path cluster = folder.resolve("cluster");
        Files.writeString(folder.resolve("password"), "secret");
        assertThat(command.run(
                                "initdb",
                                List.of(
                                        "-D",
                                        cluster.toString(),
                                        "-U",
                                        "machi",
                                        "-A",
                                        "scram-sha-256",
                                        "-E",
                                        "UTF8",
                                        "--locale=C.UTF-8",
                                        "--no-sync",
                                        "--pwfile=" + folder.resolve("password")))
                        .ok())
                .isTrue();
        int port = freePort();
        String options = "-F -p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        assertThat(command.run(
                                "pg_ctl",
                                List.of(
                                        "start",
                                        "-w",
                                        "-D",
                                        cluster.toString(),
                                        "-o",
                                        options,
                                        "-l",
                                        folder.resolve("log").toString()))
                        .ok())
                .isTrue();
        try {
            migrateTwice("jdbc:postgresql://127.0.0.1:" + port + "/");
        } finally {
            command.run("pg_ctl", List.of("stop", "-w", "-m", "immediate", "-D", cluster.toString()));
        }
    }

    private static void migrateTwice(String server) throws Exception {
        try (Connection connection = DriverManager.getConnection(server + "postgres", "machi", "secret");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE town");
        }
        DatabaseAddress address = new DatabaseAddress(server + "town", "machi", "secret");
        new Migrations(address).run();
        new Migrations(address).run();
        try (Connection app = DriverManager.getConnection(address.url(), address.appRole(), address.appPassword());
                var statement = app.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM platform.file")) {
            assertThat(app.getMetaData().getDatabaseMajorVersion()).isEqualTo(15);
            assertThat(rows.next()).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
