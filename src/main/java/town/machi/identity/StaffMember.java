package town.machi.identity;

import java.util.Set;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

/// Somebody who works, or once worked, in the office.
///
/// @param name as typed; （退職した職員） once it was erased
/// @param mail small letters; empty once it was erased
/// @param roles hold in all of the sections
/// @param active may sign in now: neither merely invited nor suspended
public record StaffMember(
        StaffId id, String name, String mail, Set<SectionId> sections, Set<Role> roles, boolean active) {

    public StaffMember {
        sections = Set.copyOf(sections);
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    Actor.Staff actor() {
        return new Actor.Staff(id, name, sections, roles);
    }
}
