package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("管理者が町の設定を変える")
class SettingsIntegrationTests {

    private static final String FEE = "/office/settings/water.opening-fee";

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Autowired
    private Settings settings;

    private People people;
    private Visitor admin;

    @Autowired
    void meet(StaffRows staff, FactorRows factors, Passwords passwords, Ids ids) {
        people = new People(staff, factors, passwords, ids, clock);
    }

    @BeforeEach
    void arrive() throws Exception {
        db.sql("DELETE FROM identity.staff").update();
        db.sql("DELETE FROM platform.setting_change").update();
        clock.advance(Duration.ofDays(2));
        admin = people.signedIn(http, people.add("chief", Role.ADMINISTRATOR));
    }

    @Test
    @DisplayName("未設定の手数料に値を入れると、一覧と履歴に名前つきで残り、監査にも残る")
    void isChangedAndRemembered() throws Exception {
        assertThat(admin.open("/office/settings").getContentAsString()).contains("開栓手数料", "未設定");
        admin.open(FEE);
        var answer = admin.submit(FEE, "value", "３,３００円", "seen", "0");
        assertThat(answer.getRedirectedUrl()).contains("/office/settings?done=water.opening-fee");
        assertThat(settings.find("water.opening-fee")).contains("3300");
        assertThat(admin.open("/office/settings").getContentAsString()).contains("3,300円");
        assertThat(admin.open(FEE).getContentAsString()).contains("職員 chief", "3,300円");
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE subject = 'platform.setting:water.opening-fee'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("合わない値は理由とともに断られ、書いたものは残り、何も変わらない")
    void refusesWhatDoesNotFit() throws Exception {
        admin.open(FEE);
        var answer = admin.submit(FEE, "value", "無料", "seen", "0");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("円を入れてください", "無料");
        assertThat(settings.find("water.opening-fee")).isEmpty();
    }

    @Test
    @DisplayName("二度押しは一度で、ほかの人が先に変えたものは上書きしない")
    void doesNotOverwrite() throws Exception {
        admin.open(FEE);
        admin.submit(FEE, "value", "3300", "seen", "0");
        var second = admin.submit(FEE, "value", "3300", "seen", "0");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(second.getContentAsString()).contains("先に変えました");
        assertThat(settings.history("water.opening-fee")).hasSize(1);
    }

    @Test
    @DisplayName("管理者でない職員には開かない。ない設定は見つからない")
    void isForAdministrators() throws Exception {
        var clerk = people.signedIn(http, people.add("clerk", Role.HANDLER));
        assertThat(clerk.open("/office/settings").getStatus()).isEqualTo(403);
        assertThat(clerk.open(FEE).getStatus()).isEqualTo(403);
        assertThat(admin.open("/office/settings/no.such-thing").getStatus()).isEqualTo(404);
    }
}
