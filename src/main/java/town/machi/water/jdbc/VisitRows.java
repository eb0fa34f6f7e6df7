package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;
import town.machi.platform.FileId;
import town.machi.water.MeterReading;
import town.machi.water.SupplyPointId;
import town.machi.water.Visit;
import town.machi.water.VisitReport;
import town.machi.water.WorkOrderId;

/// What the crews said of their trips, and where the boxes are.
@Component
public class VisitRows {

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where this report is here already
    public boolean insert(Visit visit) {
        VisitReport report = visit.report();
        Optional<MeterReading> reading = report.reading();
        return jdbc.sql("""
                        INSERT INTO water.visit (id, order_id, result, at, received_at, staff_id, meter_number, calibre_mm,
                            opened, pilot, reading_m3, story, old_end_m3, new_start_m3, photo_name, reason, late)
                        VALUES (:id, :order, :result, :at, :received, :staff, :number, :calibre, :opened, :pilot,
                            :reading, :story, :oldEnd, :newStart, :photo, :reason, :late)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", report.id())
                        .param("order", visit.order().value())
                        .param("result", report.result().name())
                        .param("at", OrderRows.utc(report.at()))
                        .param("received", OrderRows.utc(visit.receivedAt()))
                        .param("staff", visit.by().value())
                        .param("number", report.meter().number())
                        .param("calibre", report.meter().calibre())
                        .param("opened", report.meter().opened())
                        .param("pilot", report.meter().pilot().name())
                        .param("reading", reading.map(MeterReading::cubicMetres).orElse(null))
                        .param("story", reading.map(each -> each.story().name()).orElse(null))
                        .param(
                                "oldEnd",
                                reading.map(each -> boxed(each.oldMeterEnd())).orElse(null))
                        .param(
                                "newStart",
                                reading.map(MeterReading::newMeterStart).orElse(null))
                        .param("photo", report.photo())
                        .param("reason", report.reason())
                        .param("late", visit.late())
                        .update()
                == 1;
    }

    public Optional<Visit> find(UUID id) {
        return jdbc.sql("SELECT * FROM water.visit WHERE id = :id")
                .param("id", id)
                .query(VisitRows::read)
                .optional();
    }

    /// Oldest first.
    public List<Visit> list(WorkOrderId order) {
        return jdbc.sql("SELECT * FROM water.visit WHERE order_id = :order ORDER BY received_at, id")
                .param("order", order.value())
                .query(VisitRows::read)
                .list();
    }

    /// Reports whose photo never arrived, oldest first.
    public List<Visit> listWithoutPhoto() {
        return jdbc.sql("""
                        SELECT * FROM water.visit WHERE photo_name <> '' AND photo_file IS NULL
                        ORDER BY received_at, id
                        """).query(VisitRows::read).list();
    }

    /// Reports that came when the order was over, newest first.
    public List<Visit> listLate(Instant since) {
        return jdbc.sql("SELECT * FROM water.visit WHERE late AND received_at >= :since ORDER BY received_at DESC, id")
                .param("since", OrderRows.utc(since))
                .query(VisitRows::read)
                .list();
    }

    /// @return false where it has a photo already
    public boolean setPhoto(UUID visit, String name, FileId file) {
        return jdbc.sql("""
                        UPDATE water.visit SET photo_file = :file, photo_name = coalesce(nullif(photo_name, ''), :name)
                        WHERE id = :id AND photo_file IS NULL
                        """)
                        .param("id", visit)
                        .param("file", file.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    /// @param words where the box is; empty: what is known stays
    public void keepBox(SupplyPointId point, String words, @Nullable FileId photo, Instant now) {
        jdbc.sql("""
                        INSERT INTO water.meter_box AS box (point_id, words, photo_file, seen_at)
                        VALUES (:point, :words, :photo, :now)
                        ON CONFLICT (point_id) DO UPDATE SET
                            words = coalesce(nullif(excluded.words, ''), box.words),
                            photo_file = coalesce(excluded.photo_file, box.photo_file),
                            seen_at = excluded.seen_at
                        """)
                .param("point", point.value())
                .param("words", words)
                .param("photo", photo == null ? null : photo.value())
                .param("now", OrderRows.utc(now))
                .update();
    }

    /// Where the box is.
    ///
    /// @param photo the last one that somebody took there; null: none
    public record Box(String words, @Nullable FileId photo) {
        public static final Box UNKNOWN = new Box("", null);
    }

    public Box findBox(SupplyPointId point) {
        return jdbc.sql("SELECT words, photo_file FROM water.meter_box WHERE point_id = :point")
                .param("point", point.value())
                .query((row, index) -> new Box(row.getString("words"), file(row)))
                .optional()
                .orElse(Box.UNKNOWN);
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable FileId file(ResultSet row) throws SQLException {
        UUID id = row.getObject("photo_file", UUID.class);
        return id == null ? null : new FileId(id);
    }

    private static Visit read(ResultSet row, int index) throws SQLException {
        VisitReport report = new VisitReport(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                VisitReport.Result.valueOf(row.getString("result")),
                new VisitReport.Meter(
                        row.getString("meter_number"),
                        row.getInt("calibre_mm"),
                        row.getBoolean("opened"),
                        VisitReport.Pilot.valueOf(row.getString("pilot"))),
                reading(row),
                row.getString("photo_name"),
                row.getString("reason"),
                "");
        return new Visit(
                new WorkOrderId(row.getObject("order_id", UUID.class)),
                report,
                new StaffId(row.getObject("staff_id", UUID.class)),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(file(row)),
                row.getBoolean("late"));
    }

    private static Optional<MeterReading> reading(ResultSet row) throws SQLException {
        Integer figure = row.getObject("reading_m3", Integer.class);
        if (figure == null) {
            return Optional.empty();
        }
        Integer oldEnd = row.getObject("old_end_m3", Integer.class);
        return Optional.of(new MeterReading(
                figure,
                MeterReading.Story.valueOf(row.getString("story")),
                oldEnd == null ? OptionalInt.empty() : OptionalInt.of(oldEnd),
                row.getInt("new_start_m3")));
    }
}
