package town.machi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.CannotStart;
import town.machi.platform.database.DatabaseAddress;
import town.machi.support.TestServer;

@DisplayName("町をまるごと一つのファイルに取り、空の場所へ戻す")
class BackupIntegrationTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private DatabaseAddress town;
    private Path file;

    @BeforeEach
    void aTownWithSomethingInIt() throws IOException {
        town = TestServer.cloneTemplate();
        file = folder.resolve("backups/town.zip");
        Files.createDirectories(folder.resolve("old"));
        Files.writeString(folder.resolve("old/audit-head"), "12 abc");
        Files.writeString(folder.resolve("old/address"), "http://localhost:1");
        jdbc(town).sql("""
                        INSERT INTO platform.setting_change (name, value, changed_at, actor_kind, actor_id)
                        SELECT 'town.mayor', '例 ' || chr(92) || 'N' || chr(9) || n || chr(10) || '葛󠄀', now(), 'staff', 'x'
                        FROM generate_series(1, 500) n
                        """).update();
        jdbc(town).sql("""
                        INSERT INTO audit.entry (at, actor_kind, actor_id, address, action, subject, what, outcome)
                        VALUES (now(), 'staff', 'x', '-', 'READ', '-', 'open', 'ok')
                        """).update();
    }

    @Test
    @DisplayName("戻した町には同じ行が同じ順にあり、次の番号は続きから始まる")
    void comesBackWhole() {
        Manifest saved = new Backup(town, folder.resolve("old"), NOW).writeTo(file);
        DatabaseAddress empty = TestServer.empty();
        Manifest restored = TownBackup.restore(file, into(empty, "new"));

        assertThat(restored).isEqualTo(saved);
        assertThat(rows(empty)).isEqualTo(rows(town)).hasSize(500);
        assertThat(folder.resolve("new/audit-head")).hasContent("12 abc");
        assertThat(folder.resolve("new/address")).doesNotExist();
        jdbc(empty)
                .sql("INSERT INTO platform.setting_change (name, value, changed_at, actor_kind, actor_id)"
                        + " VALUES ('town.mayor', 'x', now(), 'staff', 'x')")
                .update();
        assertThat(jdbc(empty)
                        .sql("SELECT max(id) FROM platform.setting_change")
                        .query(Long.class)
                        .single())
                .isEqualTo(501);
    }

    @Test
    @DisplayName("町のあるところへは戻さず、そこにあるものはそのまま")
    void isNotRestoredOverATown() {
        new Backup(town, folder.resolve("old"), NOW).writeTo(file);
        assertThatThrownBy(() -> TownBackup.restore(file, into(town, "new")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is a town in the database");
        assertThat(rows(town)).hasSize(500);
    }

    @Test
    @DisplayName("書き換えられたファイルは、表の名前を挙げて断り、半端なものを残さない")
    void anAlteredFileIsRefused() throws IOException {
        new Backup(town, folder.resolve("old"), NOW).writeTo(file);
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path table = zip.getPath("tables/platform.setting_change.copy");
            Files.writeString(table, Files.readString(table).replace("town.mayor", "town.mayer"));
        }
        DatabaseAddress empty = TestServer.empty();
        assertThatThrownBy(() -> TownBackup.restore(file, into(empty, "new")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("the table platform.setting_change is not as it was written");
        assertThat(jdbc(empty)
                        .sql("SELECT to_regnamespace('platform') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(folder.resolve("new/audit-head")).doesNotExist();
    }

    @Test
    @DisplayName("途中で切れたファイル、ほかのファイル、ないファイルは、わけを言って断る")
    void whatIsNoBackupIsRefused() throws IOException {
        new Backup(town, folder.resolve("old"), NOW).writeTo(file);
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
        Path other = Files.writeString(folder.resolve("other.zip"), "こんにちは");
        for (Path bad : new Path[] {cut, other}) {
            assertThatThrownBy(() -> TownBackup.restore(bad, into(TestServer.empty(), "new")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is not a whole backup of Machi");
        }
        Path missing = folder.resolve("missing.zip");
        assertThatThrownBy(() -> TownBackup.restore(missing, into(TestServer.empty(), "new")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no file");
    }

    private Map<String, String> into(DatabaseAddress address, String data) {
        try {
            Files.createDirectories(folder.resolve(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "MACHI_DB_URL", address.url(),
                "MACHI_DB_USER", address.owner(),
                "MACHI_DB_PASSWORD", address.password(),
                "MACHI_DB_APP_USER", address.appRole(),
                "MACHI_DATA", folder.resolve(data).toString());
    }

    private static List<String> rows(DatabaseAddress address) {
        return jdbc(address)
                .sql("SELECT t::text FROM platform.setting_change t ORDER BY id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static JdbcClient jdbc(DatabaseAddress address) {
        return JdbcClient.create(address.ownerDataSource());
    }
}
