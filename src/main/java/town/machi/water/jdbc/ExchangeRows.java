package town.machi.water.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.SupplyPointId;

/// Meters whose time is up.
@Component
public class ExchangeRows {

    private final JdbcClient jdbc;

    ExchangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Points whose meter has to be exchanged up to that day and that have no open exchange, the most urgent first.
    public List<SupplyPointId> listDue(LocalDate until) {
        return jdbc.sql("""
                        SELECT p.id FROM water.supply_point p
                        WHERE p.meter_until <= :until AND p.standing <> 'REMOVED' AND NOT EXISTS (
                            SELECT 1 FROM water.work_order o
                            WHERE o.point_id = p.id AND o.kind = 'EXCHANGE' AND o.state = 'OPEN')
                        ORDER BY p.meter_until, p.id
                        """)
                .param("until", until)
                .query((row, index) -> new SupplyPointId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Whether this meter hangs at another point, as far as the register knows.
    public boolean isElsewhere(String meterNumber, SupplyPointId here) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM water.supply_point WHERE meter_number = :number AND id <> :here)")
                .param("number", meterNumber)
                .param("here", here.value())
                .query(Boolean.class)
                .single();
    }
}
