package town.machi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import town.machi.platform.database.DatabaseAddress;

/// The machine's own rate of durable single-row inserts, each in a transaction of its own: what nothing that is
/// acknowledged can exceed.
final class DurableInserts {

    private DurableInserts() {}

    static double perSecond(DatabaseAddress database, int clients, Duration during) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_row");
            statement.execute("CREATE TABLE bench_row (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), text text)");
        }
        AtomicLong count = new AtomicLong();
        long begin = System.nanoTime();
        long end = begin + during.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofPlatform().start(() -> count.addAndGet(insertUntil(database, end))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE bench_row");
        }
        return count.get() / seconds;
    }

    private static long insertUntil(DatabaseAddress database, long end) {
        long count = 0;
        try (Connection connection = connect(database);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_row (text) VALUES (?)")) {
            insert.setString(1, "芦北町");
            while (System.nanoTime() < end) {
                insert.executeUpdate();
                count++;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.owner(), database.password());
    }
}
