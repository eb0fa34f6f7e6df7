package town.machi.platform.doctor;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import town.machi.platform.Vital.State;

/// `bin/doctor`: looks at everything, changes nothing. Exit code 0 all is well, 1 something to look at, 2 something
/// wrong.
public final class Doctor {

    private final List<Check> checks;

    Doctor(List<Check> checks) {
        this.checks = checks;
    }

    @SuppressWarnings("SystemOut") // a command speaks to whoever ran it
    public static void main(String[] arguments) {
        LoggingSystem.get(Doctor.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        Clock clock = Clock.systemUTC();
        Doctor doctor = new Doctor(List.of(
                new VariablesCheck(),
                new FolderCheck(),
                new TownFolderCheck(),
                new CertificateCheck(clock),
                new DatabaseCheck(clock),
                new NodeCheck()));
        List<Finding> found = doctor.look(System.getenv());
        found.forEach(finding -> System.out.println(finding.line()));
        System.exit(worst(found).ordinal());
    }

    List<Finding> look(Map<String, String> environment) {
        return checks.stream()
                .flatMap(check -> check.look(environment).stream())
                .toList();
    }

    static State worst(List<Finding> found) {
        return found.stream().map(Finding::state).max(Comparator.naturalOrder()).orElse(State.GOOD);
    }
}
