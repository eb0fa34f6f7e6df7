package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.grant.Granting;
import town.machi.casework.grant.Transfers;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Yen;
import town.machi.platform.Settings;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("補助金の額は、決めたあとに変えられ、断られても入れたまま残る")
class GrantAmountsIntegrationTests {

    private static final FiscalYear YEAR = new FiscalYear(2026);

    @Autowired
    Cases cases;

    @Autowired
    Granting granting;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    private Actor.Staff clerk;
    private SubsidyWalk walk;

    @BeforeEach
    void somebodyWorks(@Autowired Grants grants, @Autowired Transfers transfers, @Autowired Settings settings) {
        var rooms = new SubsidyWalk.Rooms(cases, grants, granting, transfers, settings);
        walk = SubsidyWalk.begin(rooms, events, db, staff);
        clerk = walk.clerk();
    }

    @Test
    @DisplayName("交付決定のあとに額を変えると、予算もその差だけ動き、確定は変わった額までになる")
    void changed() throws Exception {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.deciding(filed, "120000");
        walk.act(id, "grant", "");
        long bound = bound(id);
        assertThat(walk.tryAct(id, "change", "")).isInstanceOf(ActOutcome.Refused.class);
        assertThat(granting.propose(id, "120000", UUID.randomUUID(), clerk)).isPresent();
        assertThat(granting.propose(id, "150000", UUID.randomUUID(), clerk)).isEmpty();
        walk.act(id, "change", "");
        assertThat(walk.money(id).decided()).contains(new Yen(150_000));
        assertThat(bound(id)).isEqualTo(bound + 30_000);
        assertThat(get("/office/cases/" + id, clerk).getContentAsString())
                .contains("補助金変更交付決定通知書を作る", "交付決定額", "150,000円")
                .doesNotContain("補助金交付決定通知書を作る");
        walk.report(filed, 2);
        walk.act(id, "proposeFix", "");
        assertThat(granting.propose(id, "150001", UUID.randomUUID(), clerk)).isPresent();
        assertThat(granting.propose(id, "150000", UUID.randomUUID(), clerk)).isEmpty();
    }

    private long bound(CaseId id) {
        return granting.budget(cases.get(id).basis().procedure(), YEAR)
                .sums()
                .bound()
                .amount();
    }

    @Test
    @DisplayName("読めない予算と、桁の足りない銀行番号は断られ、入れたままもう一度出る")
    void typedStays() throws Exception {
        String path = "/office/grants/budgets/" + SubsidyWalk.TANK.value() + "/" + YEAR.year();
        var budget = post(path, "yen", "五十万", "onceId", UUID.randomUUID().toString());
        assertThat(budget.getStatus()).isEqualTo(422);
        assertThat(budget.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"五十万\"");
        CaseId id = walk.paying(SubsidyWalk.file(), "", "");
        var codes = post("/office/grants/codes/" + id, "bank", "17", "branch", "012");
        assertThat(codes.getStatus()).isEqualTo(422);
        assertThat(codes.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"17\"", "value=\"012\"");
        var amount = post(
                "/office/cases/" + walk.deciding(SubsidyWalk.file(), "1000") + "/grant",
                "yen",
                "一万",
                "onceId",
                UUID.randomUUID().toString());
        assertThat(amount.getContentAsString(StandardCharsets.UTF_8)).contains("value=\"一万\"");
    }

    private MockHttpServletResponse get(String path, Actor.Staff who) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path).with(staff.signedIn(who)))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse post(String path, String... params) throws Exception {
        var request =
                MockMvcRequestBuilders.post(path).with(staff.signedIn(clerk)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return http.perform(request).andReturn().getResponse();
    }
}
