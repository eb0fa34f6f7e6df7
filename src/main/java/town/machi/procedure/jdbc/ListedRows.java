package town.machi.procedure.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.procedure.ListedProcedure;

/// The town's list of procedures.
@Component
public class ListedRows {

    private final JdbcClient jdbc;

    ListedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ListedProcedure> list() {
        return jdbc.sql("SELECT * FROM procedure.listed ORDER BY place")
                .query((row, number) -> {
                    Integer yearly = row.getObject("yearly", Integer.class);
                    return new ListedProcedure(
                            row.getString("title"),
                            row.getString("basis"),
                            row.getString("section"),
                            yearly == null ? OptionalInt.empty() : OptionalInt.of(yearly),
                            ListedProcedure.Online.valueOf(row.getString("online")),
                            row.getString("planned"),
                            row.getString("note"),
                            false);
                })
                .list();
    }

    /// @return false where this request has been answered before
    public boolean insertListing(UUID request, int rows, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO procedure.listing (request, rows, by, at) VALUES (:request, :rows, :by, :at)
                        ON CONFLICT (request) DO NOTHING
                        """)
                        .param("request", request)
                        .param("rows", rows)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public void replace(List<ListedProcedure> rows) {
        jdbc.sql("DELETE FROM procedure.listed").update();
        for (int i = 0; i < rows.size(); i++) {
            ListedProcedure row = rows.get(i);
            jdbc.sql("""
                            INSERT INTO procedure.listed (title, basis, section, yearly, online, planned, note, place)
                            VALUES (:title, :basis, :section, :yearly, :online, :planned, :note, :place)
                            """)
                    .param("title", row.title())
                    .param("basis", row.basis())
                    .param("section", row.section())
                    .param("yearly", row.yearly().isPresent() ? row.yearly().getAsInt() : null)
                    .param("online", row.online().name())
                    .param("planned", row.planned())
                    .param("note", row.note())
                    .param("place", i)
                    .update();
        }
    }
}
