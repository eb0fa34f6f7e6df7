package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.identity.StaffPolicies.Change;
import town.machi.identity.StaffPolicies.Situation;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;

@DisplayName("管理者にも、してはいけないことがある")
class StaffPoliciesTests {

    private static final SectionId WATER = new SectionId("water");
    private static final StaffMember CHIEF = member(1, Set.of(), Role.ADMINISTRATOR);
    private static final StaffMember CLERK = member(2, Set.of(WATER), Role.HANDLER);
    private static final StaffMember SECOND_CHIEF = member(3, Set.of(), Role.ADMINISTRATOR);

    @Test
    @DisplayName("自分の役割は変えられず、自分を止めることもできない")
    void nobodyTheirOwn() {
        var own = new Situation(CHIEF.actor(), CHIEF, 2);
        assertThat(key(new Change.Rights(Set.of(WATER), Set.of(Role.DECIDER)), own))
                .isEqualTo("not-oneself");
        assertThat(key(new Change.Suspension(), own)).isEqualTo("not-oneself");
        assertThat(key(new Change.NewFactor(), own)).isEqualTo("not-oneself");
    }

    @Test
    @DisplayName("最後の管理者は外せず、止められない")
    void anAdministratorStays() {
        var last = new Situation(SECOND_CHIEF.actor(), CHIEF, 1);
        assertThat(key(new Change.Rights(Set.of(WATER), Set.of(Role.HANDLER)), last))
                .isEqualTo("last-administrator");
        assertThat(key(new Change.Suspension(), last)).isEqualTo("last-administrator");
        assertThat(key(new Change.Rights(Set.of(), Set.of(Role.ADMINISTRATOR, Role.AUDITOR)), last))
                .isEqualTo("-");
        assertThat(key(new Change.Suspension(), new Situation(SECOND_CHIEF.actor(), CHIEF, 2)))
                .isEqualTo("-");
    }

    @Test
    @DisplayName("管理者でない職員は何も変えられない")
    void administratorsOnly() {
        assertThat(key(new Change.Suspension(), new Situation(CLERK.actor(), CHIEF, 2)))
                .isEqualTo("administrators-only");
    }

    @Test
    @DisplayName("受付・担当・決裁には課が要り、役割のない職員はいない")
    void rolesAndSectionsFit() {
        var clerk = new Situation(CHIEF.actor(), CLERK, 1);
        assertThat(key(new Change.Rights(Set.of(), Set.of(Role.HANDLER)), clerk))
                .isEqualTo("no-section");
        assertThat(key(new Change.Rights(Set.of(WATER), Set.of()), clerk)).isEqualTo("no-role");
        assertThat(key(new Change.Rights(Set.of(), Set.of(Role.AUDITOR)), clerk))
                .isEqualTo("-");
    }

    private static String key(Change change, Situation situation) {
        return StaffPolicies.check(change, situation)
                .map(Refusal::key)
                .map(key -> key.replace("identity.staff.", ""))
                .orElse("-");
    }

    private static StaffMember member(int number, Set<SectionId> sections, Role role) {
        var id = new StaffId(new UUID(0, number));
        return new StaffMember(id, "職員" + number, number + "@example.jp", sections, Set.of(role), true);
    }

    @Test
    @DisplayName("監査に残る主体は番号で、名前ではない")
    void theActorIsOpaque() {
        assertThat(CLERK.actor()).isInstanceOf(Actor.Staff.class).hasToString("staff:" + CLERK.id());
    }
}
