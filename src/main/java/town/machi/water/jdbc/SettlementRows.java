package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.kernel.Yen;
import town.machi.water.CasePoint;
import town.machi.water.MeterReading;
import town.machi.water.Service;
import town.machi.water.Settlement;
import town.machi.water.Settlement.Progress;
import town.machi.water.SupplyPointId;
import town.machi.water.WorkOrderId;

/// Readings on their way to the billing system, and what came back.
@Component
public class SettlementRows {

    private static final String SELECT = """
            SELECT s.*, b.number AS batch_number
            FROM water.settlement s LEFT JOIN water.billing_batch b ON b.id = s.batch_id
            """;

    private final JdbcClient jdbc;

    SettlementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A second one for the same order changes nothing. The number is the database's to give.
    ///
    /// @param reading empty: somebody has to say it later
    public void insert(Settlement settlement, Optional<MeterReading> reading, Instant now) {
        Settlement.At at = settlement.at();
        jdbc.sql("""
                        INSERT INTO water.settlement (order_id, kind, notice, point_id, case_id, customer_number, meter_number,
                            calibre_mm, services, last_m3, last_on, reading_m3, story, used_m3, read_on, made_at)
                        VALUES (:order, :kind, :notice, :point, :case, :customer, :meter, :calibre, :services, :last, :lastOn,
                            :reading, :story, :used, :on, :now)
                        ON CONFLICT (order_id) DO NOTHING
                        """)
                .param("order", settlement.order().value())
                .param("kind", settlement.kind().name())
                .param("notice", settlement.notice().name())
                .param("point", settlement.point().value())
                .param("case", settlement.caseId().map(CaseId::value).orElse(null))
                .param("customer", at.customer())
                .param("meter", at.meterNumber())
                .param("calibre", at.calibre())
                .param("services", at.services().stream().map(Service::name).toArray(String[]::new))
                .param("last", boxed(settlement.read().last()))
                .param("lastOn", settlement.read().lastOn())
                .param("reading", reading.map(MeterReading::cubicMetres).orElse(null))
                .param("story", reading.map(each -> each.story().name()).orElse(null))
                .param("used", boxed(settlement.read().used()))
                .param("on", settlement.read().on())
                .param("now", OrderRows.utc(now))
                .update();
    }

    public Optional<Settlement> find(WorkOrderId order) {
        return jdbc.sql(SELECT + " WHERE s.order_id = :order")
                .param("order", order.value())
                .query(SettlementRows::read)
                .optional();
    }

    public Optional<Settlement> lock(long number) {
        return jdbc.sql(SELECT + " WHERE s.number = :number FOR UPDATE OF s")
                .param("number", number)
                .query(SettlementRows::read)
                .optional();
    }

    public Optional<Settlement> findOfCase(CaseId id) {
        return jdbc.sql(SELECT + " WHERE s.case_id = :case ORDER BY s.number DESC LIMIT 1")
                .param("case", id.value())
                .query(SettlementRows::read)
                .optional();
    }

    /// What has not come to its end, oldest first.
    public List<Settlement> listUnfinished() {
        return jdbc.sql(SELECT + """
                         WHERE (s.kind = 'CLOSE' AND s.total_yen IS NULL) OR (s.kind = 'OPEN' AND s.batch_id IS NULL)
                        ORDER BY s.number
                        """).query(SettlementRows::read).list();
    }

    /// Closings whose amount is back, the newest first.
    public List<Settlement> listBilled(int most) {
        return jdbc.sql(SELECT + """
                         WHERE s.kind = 'CLOSE' AND s.billed_on IS NOT NULL
                        ORDER BY s.billed_on DESC, s.number DESC LIMIT :most
                        """)
                .param("most", most)
                .query(SettlementRows::read)
                .list();
    }

    public List<Settlement> listOfBatch(UUID batch) {
        return jdbc.sql(SELECT + " WHERE s.batch_id = :batch ORDER BY s.number")
                .param("batch", batch)
                .query(SettlementRows::read)
                .list();
    }

    /// Puts everything that has its reading into a file that is being made; nothing can be in two.
    ///
    /// @return how many
    public int putIntoBatch(UUID batch) {
        return jdbc.sql(
                        "UPDATE water.settlement SET batch_id = :batch WHERE batch_id IS NULL AND reading_m3 IS NOT NULL")
                .param("batch", batch)
                .update();
    }

    /// A reading that somebody of the office took from a photo, or set.
    public void setReading(WorkOrderId order, MeterReading reading, OptionalInt used) {
        jdbc.sql("""
                        UPDATE water.settlement SET reading_m3 = :reading, story = :story, used_m3 = :used,
                            read_by = 'office' WHERE order_id = :order AND batch_id IS NULL
                        """)
                .param("order", order.value())
                .param("reading", reading.cubicMetres())
                .param("story", reading.story().name())
                .param("used", boxed(used))
                .update();
    }

    public void setBilled(WorkOrderId order, Progress.Billed billed, Instant now) {
        jdbc.sql("""
                        UPDATE water.settlement SET water_yen = :water, sewer_yen = :sewer, rural_yen = :rural,
                            total_yen = :total, billed_on = :on, taken_back_at = :now WHERE order_id = :order
                        """)
                .param("order", order.value())
                .param("water", yen(billed, Service.WATER))
                .param("sewer", yen(billed, Service.SEWER))
                .param("rural", yen(billed, Service.RURAL_SEWER))
                .param("total", billed.total().amount())
                .param("on", billed.on())
                .param("now", OrderRows.utc(now))
                .update();
    }

    private static @Nullable Long yen(Progress.Billed billed, Service service) {
        Yen yen = billed.lines().get(service);
        return yen == null ? null : yen.amount();
    }

    private static @Nullable Integer boxed(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static OptionalInt number(ResultSet row, String column) throws SQLException {
        Integer number = row.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Settlement read(ResultSet row, int index) throws SQLException {
        Set<Service> services = Arrays.stream(
                        (String[]) row.getArray("services").getArray())
                .map(Service::valueOf)
                .collect(Collectors.toSet());
        return new Settlement(
                new WorkOrderId(row.getObject("order_id", UUID.class)),
                row.getLong("number"),
                CasePoint.Kind.valueOf(row.getString("notice")),
                new SupplyPointId(row.getObject("point_id", UUID.class)),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                new Settlement.At(
                        row.getString("customer_number"),
                        row.getString("meter_number"),
                        row.getInt("calibre_mm"),
                        services),
                new Settlement.Read(
                        number(row, "last_m3"),
                        row.getObject("last_on", LocalDate.class),
                        number(row, "reading_m3"),
                        number(row, "used_m3"),
                        row.getObject("read_on", LocalDate.class)),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        LocalDate billedOn = row.getObject("billed_on", LocalDate.class);
        UUID batch = row.getObject("batch_id", UUID.class);
        if (billedOn != null) {
            return new Progress.Billed(lines(row), new Yen(row.getLong("total_yen")), billedOn);
        }
        if (batch != null) {
            return new Progress.Sent(batch, row.getLong("batch_number"));
        }
        return row.getObject("reading_m3") == null ? new Progress.NeedsReading() : new Progress.ToSend();
    }

    private static Map<Service, Yen> lines(ResultSet row) throws SQLException {
        Map<Service, Yen> lines = new EnumMap<>(Service.class);
        put(lines, Service.WATER, row.getObject("water_yen", Long.class));
        put(lines, Service.SEWER, row.getObject("sewer_yen", Long.class));
        put(lines, Service.RURAL_SEWER, row.getObject("rural_yen", Long.class));
        return lines;
    }

    private static void put(Map<Service, Yen> lines, Service service, @Nullable Long yen) {
        if (yen != null) {
            lines.put(service, new Yen(yen));
        }
    }
}
