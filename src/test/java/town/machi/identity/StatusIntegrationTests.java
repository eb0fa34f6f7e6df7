package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("運用の状態")
class StatusIntegrationTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient db;

    private People people;

    @Autowired
    void meet(StaffRows staff, FactorRows factors, Passwords passwords, Ids ids, TestClock clock) {
        people = new People(staff, factors, passwords, ids, clock);
    }

    @Test
    @DisplayName("管理者は、することのあるものから順に見る")
    void showsWhatNeedsSomebodyFirst() throws Exception {
        db.sql("DELETE FROM platform.backup").update();
        Visitor admin = people.signedIn(http, people.add("chief", Role.ADMINISTRATOR));
        String page = admin.open("/office/status").getContentAsString();
        assertThat(page)
                .contains("見てほしいことが", "bin/backup を毎晩", "送る順番を待っているメール")
                .containsSubsequence("最後に町をまるごと保存してから", "データベースの大きさ");
    }

    @Test
    @DisplayName("管理者でない職員には見えない")
    void isForAdministrators() throws Exception {
        Visitor clerk = people.signedIn(http, people.add("clerk", Role.HANDLER));
        assertThat(clerk.open("/office/status").getStatus()).isEqualTo(403);
        assertThat(clerk.open("/office").getContentAsString()).doesNotContain("運用の状態");
    }
}
