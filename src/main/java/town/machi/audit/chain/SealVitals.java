package town.machi.audit.chain;

import java.util.List;
import town.machi.platform.Vital;
import town.machi.platform.Vital.Unit;
import town.machi.platform.VitalSigns;

/// Whether the audit trail is sealed, and agrees with what the head file remembers.
record SealVitals(Sealer sealer) implements VitalSigns {

    /// What comes in within the seconds between two seals on a busy night.
    private static final int MOST_WAITING = 20_000;

    @Override
    public List<Vital> read() {
        Sealer.State state = sealer.state();
        return List.of(
                Vital.when(
                        state.agrees(),
                        "audit_disagrees",
                        "証跡のくいちがい",
                        state.agrees() ? 0 : 1,
                        Unit.COUNT,
                        "証跡が、控え（audit-heads.log）と合いません。何も消さずに bin/audit-verify を動かし、責任者に知らせてください。"),
                Vital.upTo(
                        MOST_WAITING,
                        "audit_unsealed",
                        "封をする順番を待っている証跡",
                        state.waiting(),
                        Unit.COUNT,
                        "封が追いついていません。数分待っても減らなければ、記録（ログ）を確かめてください。"));
    }
}
