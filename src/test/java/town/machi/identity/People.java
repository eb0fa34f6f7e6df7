package town.machi.identity;

import java.time.Clock;
import java.util.Set;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;

/// Staff for the tests of the sign-in: with a password and an app whose secret the test knows.
record People(StaffRows staff, FactorRows factors, Passwords passwords, Ids ids, Clock clock) {

    static final String PASSWORD = "tanbo no kaeru ga naku";
    static final Totp APP = new Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    /// Somebody active; mail is `<account>@example.jp`.
    StaffMember add(String account, Role... roles) {
        var id = new StaffId(ids.next());
        Set<SectionId> sections = Set.of(new SectionId("water"));
        var member = new StaffMember(id, "職員 " + account, account + "@example.jp", sections, Set.of(roles), true);
        staff.insert(member, StaffState.ACTIVE);
        factors.changePassword(id, passwords.encode(PASSWORD));
        factors.changeTotp(id, APP, 0);
        return member;
    }

    String code() {
        return APP.codeAt(Totp.stepAt(clock.instant()));
    }

    /// A visitor who has signed in with both factors.
    Visitor signedIn(MockMvc http, StaffMember member) throws Exception {
        var visitor = new Visitor(http, "192.0.2.7");
        visitor.open("/office/sign-in");
        visitor.submit("/office/sign-in", "mail", member.mail(), "password", PASSWORD);
        visitor.open("/office/sign-in/code");
        visitor.submit("/office/sign-in/code", "code", code());
        return visitor;
    }
}
