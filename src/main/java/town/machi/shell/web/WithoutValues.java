package town.machi.shell.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// An exception as it may stand in the log: the same frames and causes, but of each message the first
/// line alone, and of the database's only the SQL state. The rest can quote what somebody typed.
final class WithoutValues extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    WithoutValues(Throwable thrown) {
        super(describe(thrown), causeOf(thrown), false, true);
        setStackTrace(thrown.getStackTrace());
    }

    private static @Nullable Throwable causeOf(Throwable thrown) {
        var cause = thrown.getCause();
        return cause == null || cause == thrown ? null : new WithoutValues(cause);
    }

    private static String describe(Throwable thrown) {
        var name = thrown.getClass().getName();
        if (thrown instanceof SQLException sql) {
            return name + ": SQL state " + sql.getSQLState();
        }
        if (thrown instanceof org.springframework.dao.DataAccessException || thrown.getMessage() == null) {
            return name;
        }
        var first = thrown.getMessage().lines().findFirst().orElse("");
        return name + ": " + first.substring(0, Math.min(first.length(), LONGEST));
    }

    @Override
    public String toString() {
        return getMessage() == null ? "" : getMessage();
    }
}
