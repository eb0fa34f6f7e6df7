package town.machi.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/// The database's owner, for what the program itself may not do: to gather statistics at once, above all.
public final class TestOwner {

    private TestOwner() {}

    public static void run(Environment environment, String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        environment.getRequiredProperty("machi.db.url"),
                        environment.getRequiredProperty("machi.db.user"),
                        environment.getRequiredProperty("machi.db.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
