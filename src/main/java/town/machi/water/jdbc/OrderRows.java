package town.machi.water.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.water.CrewDay;
import town.machi.water.CrewId;
import town.machi.water.OrderKind;
import town.machi.water.SupplyPointId;
import town.machi.water.WorkOrder;
import town.machi.water.WorkOrder.State;
import town.machi.water.WorkOrderId;

/// Work orders. An open one is planned exactly when its holder has a place on a crew's day.
@Component
public class OrderRows {

    private static final String SELECT = """
            SELECT o.*, s.crew_id, s.day FROM water.work_order o LEFT JOIN water.slot s ON s.holder = o.holder
            """;

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is told once, when an order is made.
    ///
    /// @param channel through which it was filed; null where no case stands behind it
    /// @param noticedOn the open day from which the notice counts
    /// @param presence whether somebody wants to be there
    public record Origin(@Nullable String channel, LocalDate noticedOn, boolean presence, Instant madeAt) {}

    /// @return false where the point has an open order of the kind, or the case an order
    public boolean insert(WorkOrder order, Origin origin) {
        return jdbc.sql("""
                        INSERT INTO water.work_order
                            (id, point_id, kind, case_id, holder, channel, noticed_on, wanted_on, presence, made_at)
                        VALUES (:id, :point, :kind, :case, :holder, :channel, :noticed, :wanted, :presence, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .param("id", order.id().value())
                        .param("point", order.point().value())
                        .param("kind", order.kind().name())
                        .param("case", order.caseId().map(CaseId::value).orElse(null))
                        .param("holder", order.holder())
                        .param("channel", origin.channel())
                        .param("noticed", origin.noticedOn())
                        .param("wanted", order.wantedOn().orElse(null))
                        .param("presence", origin.presence())
                        .param("at", utc(origin.madeAt()))
                        .update()
                == 1;
    }

    public Optional<WorkOrder> find(WorkOrderId id) {
        return jdbc.sql(SELECT + " WHERE o.id = :id")
                .param("id", id.value())
                .query(OrderRows::read)
                .optional();
    }

    /// Holds it until the transaction ends.
    public Optional<WorkOrder> lock(WorkOrderId id) {
        return jdbc.sql(SELECT + " WHERE o.id = :id FOR UPDATE OF o")
                .param("id", id.value())
                .query(OrderRows::read)
                .optional();
    }

    public Optional<WorkOrder> findOpen(SupplyPointId point, OrderKind kind) {
        return jdbc.sql(SELECT + " WHERE o.point_id = :point AND o.kind = :kind AND o.state = 'OPEN'")
                .param("point", point.value())
                .param("kind", kind.name())
                .query(OrderRows::read)
                .optional();
    }

    /// The order of a case that is open or done; empty where there is none, or only cancelled ones.
    public Optional<WorkOrder> findOfCase(CaseId id) {
        return jdbc.sql(SELECT + " WHERE o.case_id = :case AND o.state <> 'CANCELLED'")
                .param("case", id.value())
                .query(OrderRows::read)
                .optional();
    }

    /// Everything that waits or is planned, by the day that was asked for.
    public List<WorkOrder> listOpen() {
        return jdbc.sql(SELECT + " WHERE o.state = 'OPEN' ORDER BY o.wanted_on NULLS LAST, o.id")
                .query(OrderRows::read)
                .list();
    }

    /// What a crew has on a day, done ones too: a done order keeps its place.
    public List<WorkOrder> list(CrewDay on) {
        return jdbc.sql(SELECT + """
                         WHERE s.crew_id = :crew AND s.day = :day AND o.state <> 'CANCELLED' ORDER BY o.id
                        """)
                .param("crew", on.crew().value())
                .param("day", on.day())
                .query(OrderRows::read)
                .list();
    }

    /// The first day after this one with an open order of the crew.
    public Optional<LocalDate> findNextDay(CrewId crew, LocalDate after) {
        return jdbc.sql("""
                        SELECT s.day FROM water.slot s JOIN water.work_order o ON o.holder = s.holder
                        WHERE s.crew_id = :crew AND s.day > :after AND o.state = 'OPEN' ORDER BY s.day LIMIT 1
                        """)
                .param("crew", crew.value())
                .param("after", after)
                .query((row, index) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    /// Exchanges that are done on the trip of this order and are still open.
    public List<WorkOrder> listJoined(WorkOrderId id) {
        return jdbc.sql(SELECT + " WHERE o.joined_to = :id AND o.state = 'OPEN'")
                .param("id", id.value())
                .query(OrderRows::read)
                .list();
    }

    public List<WorkOrder> listOfPoint(SupplyPointId point) {
        return jdbc.sql(SELECT + " WHERE o.point_id = :point ORDER BY o.id DESC")
                .param("point", point.value())
                .query(OrderRows::read)
                .list();
    }

    /// @param to empty: it stands alone again
    public void join(WorkOrderId exchange, Optional<WorkOrderId> to) {
        jdbc.sql("UPDATE water.work_order SET joined_to = :to, revision = revision + 1 WHERE id = :id")
                .param("id", exchange.value())
                .param("to", to.map(WorkOrderId::value).orElse(null))
                .update();
    }

    /// Writes state and revision; where it is planned stands in the slot.
    public void update(WorkOrder order) {
        Over over = switch (order.state()) {
            case State.Waiting _, State.Planned _ -> new Over("OPEN", null, "");
            case State.Done(Instant at) -> new Over("DONE", at, "");
            case State.Cancelled(Instant at, String reason) -> new Over("CANCELLED", at, reason);
        };
        jdbc.sql("""
                        UPDATE water.work_order SET state = :state, ended_at = :ended, reason = :reason,
                            revision = :revision WHERE id = :id
                        """)
                .param("id", order.id().value())
                .param("state", over.state())
                .param("ended", over.at() == null ? null : utc(over.at()))
                .param("reason", over.reason())
                .param("revision", order.revision())
                .update();
    }

    private record Over(String state, @Nullable Instant at, String reason) {}

    /// Whether somebody wants to be there.
    public boolean isPresenceWanted(WorkOrderId id) {
        return jdbc.sql("SELECT presence FROM water.work_order WHERE id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static WorkOrder read(ResultSet row, int index) throws SQLException {
        return new WorkOrder(
                new WorkOrderId(row.getObject("id", UUID.class)),
                new SupplyPointId(row.getObject("point_id", UUID.class)),
                OrderKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                row.getObject("holder", UUID.class),
                Optional.ofNullable(row.getObject("wanted_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("joined_to", UUID.class)).map(WorkOrderId::new),
                state(row),
                row.getInt("revision"));
    }

    private static State state(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        if (ended != null) {
            return row.getString("state").equals("DONE")
                    ? new State.Done(ended.toInstant())
                    : new State.Cancelled(ended.toInstant(), row.getString("reason"));
        }
        UUID crew = row.getObject("crew_id", UUID.class);
        return crew == null
                ? new State.Waiting()
                : new State.Planned(new CrewDay(new CrewId(crew), row.getObject("day", LocalDate.class)));
    }
}
