package town.machi.water.intake;

import java.util.Arrays;
import java.util.Optional;
import town.machi.procedure.ProcedureName;
import town.machi.water.CasePoint.Kind;

/// The procedures of this room, and which of their questions say what.
///
/// The names are those of `towns/<town>/procedures`; a town that gives a question another name loses what depends on
/// it, nothing else.
public enum WaterForm {
    START("water-start", Kind.START, "startsOn", "user"),
    STOP("water-stop", Kind.STOP, "stopsOn", "user"),
    /// The half of a move that stops the water of the old home; the other half is a `water-start`.
    MOVE("water-move", Kind.STOP, "stopsOn", "user"),
    PAUSE("water-pause", Kind.PAUSE, "stopsOn", "user"),
    RESUME("water-resume", Kind.RESUME, "startsOn", "user"),
    RENAME("water-rename", Kind.RENAME, "changesOn", "formerUser");

    /// The state of a case that ends without anybody driving there: filed twice, or none of the town's water. A 届出
    /// cannot be refused.
    public static final String NO_WORK = "noWork";

    private final ProcedureName procedure;
    private final Kind kind;
    private final String day;
    private final String person;

    WaterForm(String procedure, Kind kind, String day, String person) {
        this.procedure = new ProcedureName(procedure);
        this.kind = kind;
        this.day = day;
        this.person = person;
    }

    public static Optional<WaterForm> of(ProcedureName procedure) {
        return Arrays.stream(values())
                .filter(form -> form.procedure.equals(procedure))
                .findFirst();
    }

    public ProcedureName procedure() {
        return procedure;
    }

    public Kind kind() {
        return kind;
    }

    /// The question for the day on which somebody has to come.
    public String day() {
        return day;
    }

    /// The question for the one who uses the water now; for a start, who will use it.
    public String person() {
        return person;
    }
}
