package town.machi.platform;

/// One thing that whoever runs the town should know: how many mails wait, how much room the disk has.
///
/// @param name for metrics, without prefix and unit: `mail_waiting`
/// @param label for people: 送る順番を待っているメール
/// @param value in `unit`; not a number where there is nothing to tell (never backed up)
/// @param advice what to do, in a sentence; empty where all is well
public record Vital(String name, String label, double value, Unit unit, State state, String advice) {

    public enum Unit {
        COUNT,
        SECONDS,
        BYTES,
        /// 0 to 1
        RATIO
    }

    /// In order of need.
    public enum State {
        GOOD,
        /// somebody should look at it today
        LOOK,
        /// something does not work
        WRONG
    }

    public static Vital good(String name, String label, double value, Unit unit) {
        return new Vital(name, label, value, unit, State.GOOD, "");
    }

    /// Good up to a limit, and then something to look at.
    public static Vital upTo(double most, String name, String label, double value, Unit unit, String advice) {
        return value <= most ? good(name, label, value, unit) : new Vital(name, label, value, unit, State.LOOK, advice);
    }

    /// Good where it is so, and wrong where it is not.
    public static Vital when(boolean well, String name, String label, double value, Unit unit, String advice) {
        return well ? good(name, label, value, unit) : new Vital(name, label, value, unit, State.WRONG, advice);
    }
}
