package town.machi.document.person;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.document.DocumentProblem;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.platform.Settings;
import town.machi.procedure.ProcedureName;

/// Who may see everything that is held on a person: of the sections of the setting `person.sections`, who handles or
/// decides. Those who must not be found (支援措置) are shown to those alone who decide.
@Component
public class PersonAccess {

    private static final Set<Role> SEEING = Set.of(Role.HANDLER, Role.DECIDER);

    private final Settings settings;
    private final AuditTrail audit;

    PersonAccess(Settings settings, AuditTrail audit) {
        this.settings = settings;
        this.audit = audit;
    }

    public boolean isAllowed(Actor.Staff staff) {
        List<String> sections = words("person.sections", "general");
        return staff.roles().stream().anyMatch(SEEING::contains)
                && staff.sections().stream().anyMatch(section -> sections.contains(section.value()));
    }

    /// @throws ProblemException [DocumentProblem#NOT_FOR_YOU], which the audit knows of
    public void require(Actor.Staff staff, String what) {
        if (!isAllowed(staff)) {
            audit.record(AuditEntry.refused(staff, "document.person:-", what, "not-your-role"));
            throw new ProblemException(DocumentProblem.NOT_FOR_YOU);
        }
    }

    /// Who takes requests for disclosure.
    Optional<SectionId> firstSection() {
        return PersonalFile.Duty.firstOf(settings.find("person.sections"));
    }

    static boolean seesGuarded(Actor.Staff staff) {
        return staff.has(Role.DECIDER);
    }

    /// Whether a case of this procedure asks for what is held on somebody.
    public boolean isAbout(ProcedureName procedure) {
        return words("person.procedures", "").contains(procedure.value());
    }

    private List<String> words(String setting, String usual) {
        return Arrays.asList(settings.find(setting).orElse(usual).strip().split("[\\s,、]+"));
    }
}
