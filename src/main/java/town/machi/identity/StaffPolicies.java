package town.machi.identity;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;

/// What an administrator may not do to whom. The rules stand in the order in which they answer.
final class StaffPolicies {

    /// Roles that mean nothing without a section to hold them in.
    private static final Set<Role> OF_A_SECTION = EnumSet.of(Role.RECEPTION, Role.HANDLER, Role.DECIDER);

    /// What is about to be done.
    sealed interface Change {
        record Rights(Set<SectionId> sections, Set<Role> roles) implements Change {}

        record Person(String name, String mail) implements Change {}

        record Suspension() implements Change {}

        record Resumption() implements Change {}

        record NewFactor() implements Change {}

        /// @param helps whether the account is an outside helper's, which always ends
        record End(Optional<LocalDate> until, boolean helps) implements Change {}
    }

    /// @param administrators how many active administrators there are now
    record Situation(Actor.Staff by, StaffMember whom, int administrators) {

        boolean isOneself() {
            return by.staffId().equals(whom.id());
        }

        boolean isLastAdministrator() {
            return whom.active() && whom.has(Role.ADMINISTRATOR) && administrators <= 1;
        }
    }

    interface Policy {
        Optional<Refusal> check(Change change, Situation situation);
    }

    static final List<Policy> POLICIES = List.of(
            StaffPolicies::byAnAdministrator,
            StaffPolicies::nobodyTheirOwn,
            StaffPolicies::anAdministratorStays,
            StaffPolicies::atLeastOneRole,
            StaffPolicies::sectionForItsRoles,
            StaffPolicies::aHelperEnds);

    private StaffPolicies() {}

    static Optional<Refusal> check(Change change, Situation situation) {
        return POLICIES.stream()
                .flatMap(policy -> policy.check(change, situation).stream())
                .findFirst();
    }

    private static Optional<Refusal> byAnAdministrator(Change change, Situation situation) {
        return refuseIf(!situation.by().has(Role.ADMINISTRATOR), "identity.staff.administrators-only");
    }

    private static Optional<Refusal> nobodyTheirOwn(Change change, Situation situation) {
        return refuseIf(situation.isOneself(), "identity.staff.not-oneself");
    }

    private static Optional<Refusal> anAdministratorStays(Change change, Situation situation) {
        var losesOne = switch (change) {
            case Change.Rights rights -> !rights.roles().contains(Role.ADMINISTRATOR);
            case Change.Suspension _ -> true;
            case Change.End end -> end.until().isPresent();
            case Change.Person _, Change.Resumption _, Change.NewFactor _ -> false;
        };
        return refuseIf(losesOne && situation.isLastAdministrator(), "identity.staff.last-administrator");
    }

    private static Optional<Refusal> atLeastOneRole(Change change, Situation situation) {
        return refuseIf(change instanceof Change.Rights rights && rights.roles().isEmpty(), "identity.staff.no-role");
    }

    private static Optional<Refusal> sectionForItsRoles(Change change, Situation situation) {
        return change instanceof Change.Rights rights
                ? checkSections(rights.sections(), rights.roles())
                : Optional.empty();
    }

    private static Optional<Refusal> aHelperEnds(Change change, Situation situation) {
        return change instanceof Change.End(Optional<LocalDate> until, boolean helps)
                ? checkEnd(until, helps)
                : Optional.empty();
    }

    /// Also holds for who is invited. A helper from outside belongs to no section by that alone, and so sees nobody's
    /// case.
    static Optional<Refusal> checkSections(Set<SectionId> sections, Set<Role> roles) {
        var needsOne = roles.stream().anyMatch(OF_A_SECTION::contains);
        return refuseIf(needsOne && sections.isEmpty(), "identity.staff.no-section")
                .or(() -> refuseIf(
                        roles.equals(Set.of(Role.HELPER)) && !sections.isEmpty(), "identity.staff.helper-no-section"));
    }

    static Optional<Refusal> checkEnd(Optional<LocalDate> until, boolean helps) {
        return refuseIf(helps && until.isEmpty(), "identity.staff.helper-needs-end");
    }

    private static Optional<Refusal> refuseIf(boolean broken, String key) {
        return broken ? Optional.of(Refusal.of(key)) : Optional.empty();
    }
}
