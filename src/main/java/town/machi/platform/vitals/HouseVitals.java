package town.machi.platform.vitals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.platform.MachiProperties;
import town.machi.platform.Vital;
import town.machi.platform.Vital.State;
import town.machi.platform.Vital.Unit;
import town.machi.platform.VitalSigns;
import town.machi.platform.jdbc.HouseRows;

/// Disk, database, jobs and the last backup.
@Component
class HouseVitals implements VitalSigns {

    /// A town's day of photographs.
    private static final long LEAST_FREE_BYTES = 5L << 30;

    private static final double MOST_CONNECTIONS = 0.8;
    private static final Duration OLDEST_BACKUP = Duration.ofHours(30);
    private static final Duration LATEST_JOB = Duration.ofMinutes(5);

    private final HouseRows rows;
    private final MachiProperties properties;
    private final Clock clock;

    HouseVitals(HouseRows rows, MachiProperties properties, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public List<Vital> read() {
        return List.of(disk(), connections(), size(), failing(), late(), backup());
    }

    private Vital disk() {
        try {
            FileStore store = Files.getFileStore(properties.data());
            long free = store.getUsableSpace();
            return Vital.when(
                    free >= LEAST_FREE_BYTES,
                    "disk_free",
                    "データを置くディスクの空き",
                    free,
                    Unit.BYTES,
                    "5 GB を切りました。古い保存ファイルを別の場所へ移すか、ディスクを大きくしてください。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Vital connections() {
        return Vital.upTo(
                MOST_CONNECTIONS,
                "database_connections_used",
                "データベースの接続の使いぐあい",
                rows.connectionsUsed(),
                Unit.RATIO,
                "8割を超えました。プログラムを動かす台数を減らすか、データベースの max_connections を増やしてください。");
    }

    private Vital size() {
        return Vital.good("database_size", "データベースの大きさ", rows.databaseBytes(), Unit.BYTES);
    }

    private Vital failing() {
        List<String> failing = rows.listFailingJobs();
        return Vital.when(
                failing.isEmpty(),
                "jobs_failing",
                "失敗が続いている定時の仕事",
                failing.size(),
                Unit.COUNT,
                "%s が続けて失敗しています。記録（ログ）で同じ名前を探してください。".formatted(String.join("、", failing)));
    }

    private Vital late() {
        int late = rows.countLateJobs(clock.instant().minus(LATEST_JOB));
        return Vital.when(
                late == 0,
                "jobs_late",
                "始まるはずの時刻を5分過ぎた定時の仕事",
                late,
                Unit.COUNT,
                "定時の仕事が動いていません。プログラムを一度止めて、起こしなおしてください。");
    }

    private Vital backup() {
        Optional<HouseRows.Backup> last = rows.findLastBackup();
        double age = last.map(backup -> seconds(backup.at(), clock.instant())).orElse(Double.NaN);
        String name = "backup_age";
        String label = "最後に町をまるごと保存してから";
        if (last.isEmpty()) {
            return new Vital(name, label, age, Unit.SECONDS, State.LOOK, "まだ一度も保存していません。bin/backup を毎晩動かしてください。");
        }
        if (age > OLDEST_BACKUP.toSeconds()) {
            return new Vital(name, label, age, Unit.SECONDS, State.LOOK, "ゆうべの保存がありません。cron などの定時の実行を確かめてください。");
        }
        return last.get().proved()
                ? Vital.good(name, label, age, Unit.SECONDS)
                : new Vital(
                        name,
                        label,
                        age,
                        Unit.SECONDS,
                        State.LOOK,
                        "最後の保存は、戻して確かめていません。--no-check を付けずに bin/backup を動かしてください。");
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
