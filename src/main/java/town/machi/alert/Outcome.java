package town.machi.alert;

import java.util.List;
import town.machi.kernel.Refusal;

/// What came of an act.
public sealed interface Outcome {

    /// It is done, now or by the first of two equal requests.
    record Done(AlertId id, AlertEvent.What what) implements Outcome {}

    /// @param refusals one or more; a form may have several faults
    record Refused(List<Refusal> refusals) implements Outcome {}

    record NotFound() implements Outcome {}

    static Outcome refused(Refusal refusal) {
        return new Refused(List.of(refusal));
    }

    static Outcome refused(String key, Object... args) {
        return refused(Refusal.of(key, args));
    }
}
