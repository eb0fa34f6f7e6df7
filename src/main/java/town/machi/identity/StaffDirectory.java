package town.machi.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// The front door: who works in which section, with which roles.
@Component
public class StaffDirectory {

    private final StaffRows rows;

    StaffDirectory(StaffRows rows) {
        this.rows = rows;
    }

    /// Anybody who ever worked here; the suspended and the gone have `active` false.
    public Optional<StaffMember> find(StaffId id) {
        return rows.find(id).map(Account::member);
    }

    /// By mail address, in any letter case.
    public Optional<StaffMember> findByMail(String mail) {
        return rows.findByMail(mail).map(Account::member);
    }

    /// The name to show beside what somebody did.
    public String nameOf(StaffId id) {
        return find(id).map(StaffMember::name).orElse("（不明な職員）");
    }

    /// Who is active, by name.
    public List<StaffMember> listActive() {
        return rows.listActive().stream().map(Account::member).toList();
    }

    /// The section's active members, by name.
    public List<StaffMember> listBySection(SectionId section) {
        return listActive().stream()
                .filter(member -> member.sections().contains(section))
                .toList();
    }

    /// The section's active members who have the role, by name.
    public List<StaffMember> listBySectionAndRole(SectionId section, Role role) {
        return listBySection(section).stream()
                .filter(member -> member.has(role))
                .toList();
    }
}
