package town.machi.shelter.missing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Settings;

/// Who may see the 避難行動要支援者名簿: the sections of the setting `shelter.support-sections`, and of them only who
/// handles or decides.
@Component
public class SupportAccess {

    private static final Set<Role> SEEING = Set.of(Role.HANDLER, Role.DECIDER);

    private final Settings settings;

    SupportAccess(Settings settings) {
        this.settings = settings;
    }

    public boolean isFor(Actor.Staff staff) {
        List<String> sections = Arrays.asList(settings.find("shelter.support-sections")
                .orElse("general welfare")
                .strip()
                .split("[\\s,、]+"));
        return staff.roles().stream().anyMatch(SEEING::contains)
                && staff.sections().stream().anyMatch(section -> sections.contains(section.value()));
    }
}
