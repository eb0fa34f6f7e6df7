package town.machi.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import town.machi.demo.DemoAccount;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.database.DatabaseAddress;

/// The first page of a clerk's inbox, with few and with many cases stored.
final class Inbox {

    private static final int FEW = 2_000;
    private static final int MANY = 200_000;

    private final BenchTown town;
    private final Results results;
    private final Random random = new Random(434825);

    Inbox(BenchTown town, Results results) {
        this.town = town;
        this.results = results;
    }

    void measure() throws Exception {
        DemoAccount clerk = DemoAccount.named("mizuno");
        try (Visitor visitor = new Visitor(town.port())) {
            visitor.signIn(clerk);
            store(FEW);
            double few = visitor.medianMillis("/office/cases", 30);
            store(MANY - FEW);
            double many = visitor.medianMillis("/office/cases", 30);
            results.add("inbox, first page of %,d cases, median".formatted(FEW), few, "ms");
            results.add(
                    "inbox, first page of %,d cases, median".formatted(MANY),
                    many,
                    "ms",
                    "%,d cases".formatted(FEW),
                    few,
                    "<= 1.5",
                    many / few <= 1.5);
        }
    }

    private void store(int count) throws SQLException {
        DatabaseAddress database = town.database();
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.owner(), database.password())) {
            connection.setAutoCommit(false);
            String[] definition = definition(connection);
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO casework.case_file
                        (id, submission, receipt, procedure, version, definition, section, channel, language,
                         received_at, counts_from, package, answers, files, name, name_key, state, meaning, since,
                         due_on, revision, person_marks)
                    VALUES (?, ?, ?, ?, ?, ?, 'water', 'web', 'ja',
                         ?, ?, 1, '{}', '[]', ?, ?, 'received', 'OPEN', ?, ?, 1, '{}')
                    """)) {
                for (int i = 0; i < count; i++) {
                    set(insert, definition);
                    insert.addBatch();
                    if (i % 1000 == 999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM ANALYZE casework.case_file");
            }
        }
    }

    private static String[] definition(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT procedure, version, hash FROM casework.definition")) {
            row.next();
            return new String[] {row.getString(1), row.getString(2), row.getString(3)};
        }
    }

    private void set(PreparedStatement insert, String[] definition) throws SQLException {
        Instant received = Instant.now().minusSeconds(random.nextInt(30_000_000));
        LocalDate day = LocalDate.now().minusDays(random.nextInt(300));
        int person = random.nextInt(100_000);
        int at = 1;
        insert.setObject(at++, UUID.randomUUID());
        insert.setObject(at++, UUID.randomUUID());
        insert.setString(at++, ReceiptNumber.generate(random).symbols());
        insert.setString(at++, definition[0]);
        insert.setInt(at++, Integer.parseInt(definition[1]));
        insert.setString(at++, definition[2]);
        insert.setTimestamp(at++, Timestamp.from(received));
        insert.setDate(at++, Date.valueOf(day));
        insert.setString(at++, "例 花子" + person);
        insert.setString(at++, "レイハナコ" + person);
        insert.setTimestamp(at++, Timestamp.from(received));
        insert.setDate(at, Date.valueOf(day.plusDays(random.nextInt(300))));
    }
}
