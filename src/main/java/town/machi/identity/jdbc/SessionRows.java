package town.machi.identity.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.kernel.StaffId;

/// Running sessions. They end in the same transaction as what ends them.
@Component
public class SessionRows {

    private final JdbcClient db;

    SessionRows(JdbcClient db) {
        this.db = db;
    }

    /// Those that still run. Sessions live by the machine's own time, as the library has it.
    public int count(StaffId staff) {
        return db.sql(
                        "SELECT count(*) FROM identity.spring_session WHERE principal_name = :name AND expiry_time > :now")
                .param("name", staff.toString())
                .param("now", System.currentTimeMillis())
                .query(Integer.class)
                .single();
    }

    public int endAll(StaffId staff) {
        return db.sql("DELETE FROM identity.spring_session WHERE principal_name = :name")
                .param("name", staff.toString())
                .update();
    }

    /// All but the one that asks for it.
    ///
    /// @param sessionId as the servlet knows it
    public int endOthers(StaffId staff, String sessionId) {
        return db.sql("DELETE FROM identity.spring_session WHERE principal_name = :name AND session_id <> :kept")
                .param("name", staff.toString())
                .param("kept", sessionId)
                .update();
    }
}
