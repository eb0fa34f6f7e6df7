package town.machi.kernel;

import java.io.Serializable;
import java.util.Set;

/// Who does something. It is the principal of a request, and what the audit writes down.
///
/// Serializable, because sessions live in the database.
public sealed interface Actor extends Serializable {

    /// `staff`, `resident`, `anonymous` or `system`.
    String kind();

    /// Opaque: never a person's name.
    String id();

    /// A signed-in member of staff. The roles hold in all of the sections.
    record Staff(StaffId staffId, String name, Set<SectionId> sections, Set<Role> roles) implements Actor {

        public Staff {
            sections = Set.copyOf(sections);
            roles = Set.copyOf(roles);
        }

        @Override
        public String kind() {
            return "staff";
        }

        @Override
        public String id() {
            return staffId.toString();
        }

        public boolean has(Role role) {
            return roles.contains(role);
        }

        public boolean isIn(SectionId section) {
            return sections.contains(section);
        }

        /// The name is a person's; logs get the id.
        @Override
        public String toString() {
            return "staff:" + id();
        }
    }

    /// Somebody who holds a draft's link, or a receipt number and its passcode.
    ///
    /// @param subject the draft's or the submission's id
    record Resident(String subject) implements Actor {

        @Override
        public String kind() {
            return "resident";
        }

        @Override
        public String id() {
            return subject;
        }
    }

    /// Somebody of whom nothing is known.
    record Anonymous() implements Actor {

        @Override
        public String kind() {
            return "anonymous";
        }

        @Override
        public String id() {
            return "-";
        }
    }

    /// The program itself, in one of its jobs.
    record SystemJob(String name) implements Actor {

        @Override
        public String kind() {
            return "system";
        }

        @Override
        public String id() {
            return name;
        }
    }

    /// The member of staff behind the request.
    ///
    /// @throws ProblemException [KernelProblem#STAFF_ONLY] for anybody else
    static Staff requireStaff(Actor actor) {
        if (actor instanceof Staff staff) {
            return staff;
        }
        throw new ProblemException(KernelProblem.STAFF_ONLY);
    }
}
