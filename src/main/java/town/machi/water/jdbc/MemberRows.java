package town.machi.water.jdbc;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;
import town.machi.water.CrewId;

/// Who drives with which crew.
@Component
public class MemberRows {

    private final JdbcClient jdbc;

    MemberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CrewId> find(StaffId staff) {
        return jdbc.sql("SELECT crew_id FROM water.crew_member WHERE staff_id = :staff")
                .param("staff", staff.value())
                .query((row, index) -> new CrewId(row.getObject("crew_id", UUID.class)))
                .optional();
    }

    /// From now on they drive with this crew.
    public void put(StaffId staff, CrewId crew) {
        jdbc.sql("""
                        INSERT INTO water.crew_member (staff_id, crew_id) VALUES (:staff, :crew)
                        ON CONFLICT (staff_id) DO UPDATE SET crew_id = excluded.crew_id
                        """).param("staff", staff.value()).param("crew", crew.value()).update();
    }
}
