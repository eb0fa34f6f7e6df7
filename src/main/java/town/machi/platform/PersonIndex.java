package town.machi.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.kernel.PersonMarks;

/// Keeps the columns by which a person is found whole: a row that was written before its table had one is marked later,
/// by a job, and at the latest by the search that must not miss it.
@Component
public class PersonIndex {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final List<Table> tables = new ArrayList<>();

    PersonIndex(JdbcClient jdbc, TransactionOperations transactions, Jobs jobs) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        jobs.every(
                "platform.person-index",
                Duration.ofMinutes(1),
                () -> List.copyOf(tables).forEach(this::complete));
    }

    /// A table with a column `person_marks text[]`: null is not marked yet, and an index knows which those are.
    ///
    /// @param name with its schema
    /// @param columns that the marks are read from
    public record Table(String name, String columns, RowMapper<PersonMarks> marks) {}

    /// For the constructor of the room's rows.
    public Table declare(Table table) {
        tables.add(table);
        return table;
    }

    /// Marks what is not marked.
    public void complete(Table table) {
        while (Boolean.TRUE.equals(transactions.execute(_ -> markSome(table)))) {
            // As long as a whole batch was found.
        }
    }

    private record Row(String place, String marks) {}

    private boolean markSome(Table table) {
        List<Row> rows = jdbc.sql("SELECT ctid::text AS row_place, " + table.columns() + " FROM " + table.name()
                        + " WHERE person_marks IS NULL LIMIT " + BATCH + " FOR UPDATE SKIP LOCKED")
                .query((row, number) -> new Row(
                        row.getString("row_place"),
                        table.marks().mapRow(row, number).array()))
                .list();
        if (!rows.isEmpty()) {
            jdbc.sql("UPDATE " + table.name() + """
                             t SET person_marks = m.marks::text[]
                            FROM unnest(:places::text[], :marks::text[]) AS m(place, marks) WHERE t.ctid = m.place::tid
                            """)
                    .param("places", rows.stream().map(Row::place).toArray(String[]::new))
                    .param("marks", rows.stream().map(Row::marks).toArray(String[]::new))
                    .update();
        }
        return rows.size() == BATCH;
    }
}
