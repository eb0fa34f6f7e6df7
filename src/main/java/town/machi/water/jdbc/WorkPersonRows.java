package town.machi.water.jdbc;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.WorkOrderId;

/// What the work in the field and the settling hold on one person.
@Component
public class WorkPersonRows {

    private final JdbcClient jdbc;

    WorkPersonRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Orders that their filings asked for, and those at points that they use, from the day on which they began.
    public List<WorkOrderId> listOrders(Collection<UUID> submissions, List<SupplyPoint> used) {
        return jdbc.sql("""
                        SELECT id FROM (
                            SELECT id, made_at FROM water.work_order WHERE holder = ANY(:submissions)
                            UNION
                            SELECT o.id, o.made_at FROM water.case_point c JOIN water.work_order o ON o.case_id = c.case_id
                            WHERE c.submission = ANY(:submissions)
                            UNION
                            SELECT o.id, o.made_at FROM water.supply_point p JOIN water.work_order o ON o.point_id = p.id
                            WHERE p.id = ANY(:points) AND (p.used_since IS NULL OR o.ended_at IS NULL
                                OR (o.ended_at AT TIME ZONE 'Asia/Tokyo')::date >= p.used_since)) found
                        ORDER BY made_at, id
                        """)
                .param("submissions", submissions.toArray(UUID[]::new))
                .param(
                        "points",
                        used.stream()
                                .map(SupplyPoint::id)
                                .map(SupplyPointId::value)
                                .toArray(UUID[]::new))
                .query((row, index) -> new WorkOrderId(row.getObject(1, UUID.class)))
                .list();
    }

    /// What is known of an order, by label in Japanese, in the order to show.
    public Map<String, String> values(WorkOrderId order) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(
                "作業",
                jdbc.sql("""
                                SELECT concat_ws('　', CASE kind WHEN 'OPEN' THEN '開栓' WHEN 'CLOSE' THEN '閉栓' ELSE 'メーターの交換' END,
                                    '希望の日 ' || wanted_on,
                                    CASE state WHEN 'OPEN' THEN '作業待ち' WHEN 'DONE' THEN '済み' ELSE '取消し' END)
                                FROM water.work_order WHERE id = :order
                                """).param("order", order.value()).query(String.class).single());
        jdbc.sql("""
                        SELECT concat_ws('　', to_char(at AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI'),
                            CASE result WHEN 'DONE' THEN '作業が終わりました' WHEN 'AWAY' THEN '留守でした'
                                ELSE '作業できませんでした' END,
                            '指針 ' || reading_m3 || ' m³', '写真 ' || nullif(photo_name, ''), nullif(reason, ''))
                        FROM water.visit WHERE order_id = :order ORDER BY received_at, id
                        """)
                .param("order", order.value())
                .query(String.class)
                .list()
                .forEach(visit -> values.put("訪問 " + values.size(), visit));
        jdbc.sql("""
                        SELECT concat_ws('　', '第' || number || '号', 'お客様番号 ' || nullif(customer_number, ''),
                            'メーター ' || nullif(meter_number, ''), '指針 ' || reading_m3 || ' m³', total_yen || ' 円') FROM water.settlement WHERE order_id = :order
                        """)
                .param("order", order.value())
                .query(String.class)
                .optional()
                .ifPresent(settlement -> values.put("精算", settlement));
        jdbc.sql("SELECT reason FROM water.work_order WHERE id = :order AND reason <> ''")
                .param("order", order.value())
                .query(String.class)
                .optional()
                .ifPresent(reason -> values.put("取り消した理由", reason));
        return values;
    }

    /// Ids of the visits of an order: the owners of its photos.
    public List<UUID> listVisits(WorkOrderId order) {
        return jdbc.sql("SELECT id FROM water.visit WHERE order_id = :order")
                .param("order", order.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    /// What was done at the valve stays, for the point and for the figures; whom it concerned, what was said of them
    /// and what was photographed at their house is gone.
    public void forget(WorkOrderId order) {
        update("""
                UPDATE water.meter_box SET photo_file = NULL
                WHERE photo_file IN (SELECT photo_file FROM water.visit WHERE order_id = :order)
                """, order);
        update("""
                UPDATE water.visit SET photo_file = NULL, photo_name = '',
                    reason = CASE WHEN result = 'DONE' AND reading_m3 IS NULL THEN '（消去しました）' ELSE '' END
                WHERE order_id = :order
                """, order);
        update("""
                UPDATE water.settlement SET customer_number = '', meter_number = '', case_id = NULL
                WHERE order_id = :order
                """, order);
        update("""
                UPDATE water.slot SET holder = :order
                WHERE holder = (SELECT holder FROM water.work_order WHERE id = :order)
                """, order);
        update("UPDATE water.work_order SET holder = id, case_id = NULL, reason = '' WHERE id = :order", order);
    }

    private void update(String sql, WorkOrderId order) {
        jdbc.sql(sql).param("order", order.value()).update();
    }

    /// Which point a filing was about, what held it, and who its other half was.
    public void forgetFilings(Collection<UUID> submissions) {
        UUID[] ids = submissions.toArray(UUID[]::new);
        jdbc.sql("UPDATE water.case_point SET partner = NULL WHERE partner = ANY(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("DELETE FROM water.case_point WHERE submission = ANY(:ids)")
                .param("ids", ids)
                .update();
        jdbc.sql("DELETE FROM water.slot WHERE holder = ANY(:ids)")
                .param("ids", ids)
                .update();
    }
}
