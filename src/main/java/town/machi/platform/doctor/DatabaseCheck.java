package town.machi.platform.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.platform.CannotStart;
import town.machi.platform.OutsideDatabase;
import town.machi.platform.database.Migrations;

/// The town's database: reachable, new enough, durable, at the version of this program, and of the same time.
final class DatabaseCheck implements Check {

    private static final int OLDEST = 15;
    private static final Duration FARTHEST = Duration.ofSeconds(2);

    private final Clock clock;

    DatabaseCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Map<String, String> environment) {
        try (OutsideDatabase database = OutsideDatabase.open(environment)) {
            JdbcClient jdbc = JdbcClient.create(database.address().ownerDataSource());
            List<Finding> found = new ArrayList<>(server(jdbc));
            found.add(
                    new Migrations(database.address()).isUpToDate()
                            ? Finding.good("データベースの表は、このプログラムの版に合っています。")
                            : Finding.look(
                                    "データベースの表が、このプログラムの版に合っていません。", "次に bin/run で起こすと、ひとりでに合わせます。その前に bin/backup を。"));
            return found;
        } catch (CannotStart | DataAccessException e) {
            return List.of(Finding.wrong(
                    "データベースに入れません: " + e.getMessage(),
                    "まだ町がないなら bin/run で作れます。あるはずなら MACHI_DATA か MACHI_DB_URL を確かめてください。"));
        }
    }

    private List<Finding> server(JdbcClient jdbc) {
        List<Finding> found = new ArrayList<>();
        int version = show(jdbc, "server_version_num") / 10_000;
        found.add(
                version >= OLDEST
                        ? Finding.good("PostgreSQL " + version + " に入れました。")
                        : Finding.wrong("PostgreSQL " + version + " は古すぎます。", OLDEST + " 以上にしてください。"));
        for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = jdbc.sql("SELECT current_setting(:name)")
                    .param("name", name)
                    .query(String.class)
                    .single();
            if (value.equals("off")) {
                found.add(Finding.wrong("データベースの " + name + " が切られています。", "停電のとき、受け付けたものが失われます。on にしてください。"));
            }
        }
        Instant theirs = jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration apart = Duration.between(theirs, clock.instant()).abs();
        if (apart.compareTo(FARTHEST) > 0) {
            found.add(
                    Finding.wrong("この機械とデータベースの時計が " + apart.toSeconds() + "秒ずれています。", "両方の時計を合わせる仕組み（NTP）を確かめてください。"));
        }
        return found;
    }

    private static int show(JdbcClient jdbc, String name) {
        return jdbc.sql("SELECT current_setting(:name)::int")
                .param("name", name)
                .query(Integer.class)
                .single();
    }
}
