package town.machi.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import town.machi.identity.Account;
import town.machi.identity.StaffAuthentication;
import town.machi.identity.StaffMember;
import town.machi.identity.StaffState;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;

/// Staff for tests of any room, signed in without the sign-in:
/// `http.perform(get("/office/…").with(staff.signedIn(clerk)))`. For a POST add `csrf()`.
public class TestStaff {

    private final JdbcClient db;
    private final Ids ids;
    private final Clock clock;

    public TestStaff(JdbcClient db, Ids ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    /// Adds an active member of staff to the database.
    ///
    /// @param section short name; empty for none
    public Actor.Staff add(String name, String section, Role... roles) {
        var id = new StaffId(ids.next());
        db.sql("""
                        INSERT INTO identity.staff (id, name, mail, search_key, state, created_at)
                        VALUES (:id, :name, :mail, :name, 'active', :at)
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("mail", id + "@example.jp")
                .param("at", OffsetDateTime.now(clock))
                .update();
        Set<SectionId> sections = section.isEmpty() ? Set.of() : Set.of(new SectionId(section));
        for (var each : sections) {
            db.sql("INSERT INTO identity.staff_section (staff_id, section) VALUES (:id, :section)")
                    .param("id", id.value())
                    .param("section", each.value())
                    .update();
        }
        for (var role : roles) {
            db.sql("INSERT INTO identity.staff_role (staff_id, role) VALUES (:id, :role)")
                    .param("id", id.value())
                    .param("role", role.name())
                    .update();
        }
        return new Actor.Staff(id, name, sections, Set.of(roles));
    }

    /// The request of somebody who was added here and has signed in.
    public RequestPostProcessor signedIn(Actor.Staff staff) {
        var member = new StaffMember(
                staff.staffId(), staff.name(), staff.id() + "@example.jp", staff.sections(), staff.roles(), true);
        var account = new Account(member, StaffState.ACTIVE, 1, null, null, 0);
        return authentication(new StaffAuthentication(account, clock.instant()));
    }
}
