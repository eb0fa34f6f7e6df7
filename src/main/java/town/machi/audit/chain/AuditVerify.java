package town.machi.audit.chain;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.audit.jdbc.ChainRows;
import town.machi.platform.OutsideDatabase;

/// `bin/audit-verify`: is the trail as it was written? Exit code 0 and a sentence when it is; 1 and the first row that
/// is not; 2 when the trail cannot be read.
public final class AuditVerify {

    private AuditVerify() {}

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        LoggingSystem.get(AuditVerify.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        int exit;
        try {
            exit = tell(run(System.getenv()));
        } catch (RuntimeException e) {
            System.err.println("The audit trail could not be read: " + reason(e));
            exit = 2;
        }
        System.exit(exit);
    }

    private static Verification.Verdict run(Map<String, String> environment) {
        try (OutsideDatabase database = OutsideDatabase.open(environment)) {
            return verify(database.asWorkingRole(), OutsideDatabase.data(environment));
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return String.valueOf(root.getMessage());
    }

    /// @param folder where the head file is
    static Verification.Verdict verify(DataSource database, Path folder) {
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(database));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        Verification verification = new Verification(new ChainRows(JdbcClient.create(database)), new HeadFile(folder));
        Verification.Verdict verdict = snapshot.execute(_ -> verification.run());
        if (verdict == null) {
            throw new IllegalStateException("no verdict");
        }
        return verdict;
    }

    @SuppressWarnings("SystemOut")
    private static int tell(Verification.Verdict verdict) {
        return switch (verdict) {
            case Verification.Verdict.Sound(long sealed, long waiting) -> {
                System.out.println("The audit trail is sound: " + sealed + " rows are sealed, none was changed, removed"
                        + " or added since, and the end is not cut off. " + waiting + " wait for their seal.");
                yield 0;
            }
            case Verification.Verdict.Broken(String sentence) -> {
                System.out.println("The audit trail is broken. " + sentence);
                yield 1;
            }
        };
    }
}
