package town.machi.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.platform.Settings;

/// A setting of the town changed by an administrator, and the change on the trail.
@Component
public class SettingChanges {

    private final Settings settings;
    private final AuditTrail audit;

    SettingChanges(Settings settings, AuditTrail audit) {
        this.settings = settings;
        this.audit = audit;
    }

    /// @param seen how many changes of this setting the administrator had seen
    /// @return why not; nothing was changed then
    @Transactional
    public Optional<Refusal> change(Actor.Staff by, String name, String value, int seen) {
        if (settings.history(name).size() != seen) {
            return Optional.of(Refusal.of("identity.setting.changed-meanwhile"));
        }
        Optional<Refusal> refusal = settings.put(name, value, by);
        if (refusal.isEmpty()) {
            audit.record(AuditEntry.done(by, AuditAction.SETTING, "platform.setting:" + name, "put"));
        }
        return refusal;
    }
}
