package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("紙や電話で届いた直しや報告を、職員が代わりに入力する")
class HandInIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);
    CaseId id = new CaseId(UUID.randomUUID());

    @BeforeEach
    void aCaseThatWaitsForItsResident() throws Exception {
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        String draft = location(send(clerk, "/office/file", "procedure", "water-start", "channel", "phone"));
        send(clerk, draft + "/where", "place.area", "大字佐敷", "place.number", "424番地");
        send(clerk, draft + "/when", "startsOn", "2026-12-01", "presence", "none");
        send(clerk, draft + "/who", "holder", "person");
        send(clerk, draft + "/person", "user.family", "佐敷", "user.familyKana", "サシキ");
        send(clerk, draft + "/contact", "phone", "0966-82-2511");
        send(clerk, draft + "/pay", "payment", "slip", "billElsewhere", "here");
        send(clerk, draft + "/send");
        id = new CaseId(db.sql("SELECT id FROM casework.case_file ORDER BY received_at DESC, id DESC LIMIT 1")
                .query(UUID.class)
                .single());
    }

    @Test
    @DisplayName("差し戻した項目だけを入力でき、案件は進み、経過には入力した人の名前が残る。暗証番号は出ない")
    void typed() throws Exception {
        assertThat(open(clerk, "/office/cases/" + id)).doesNotContain("代わりに入力する");
        cases.act(id, new Move("sendBack", 1, "日付をお願いします。", Set.of("startsOn")), UUID.randomUUID(), clerk);
        assertThat(open(clerk, "/office/cases/" + id)).contains("「直していただくところ」を代わりに入力する");
        String page = location(send(clerk, "/office/cases/" + id + "/hand-in"));
        assertThat(location(send(clerk, "/office/cases/" + id + "/hand-in"))).isEqualTo(page);
        assertThat(open(clerk, page)).contains("使用開始日").doesNotContain("0966-82-2511");
        send(clerk, page, "startsOn", "2026-12-03");
        String base = page.substring(0, page.lastIndexOf('/'));
        assertThat(location(send(clerk, base + "/send"))).isEqualTo(base + "/done");
        assertThat(open(clerk, base + "/done")).contains("案件に入りました").doesNotContain("receipt__passcode");
        assertThat(cases.get(id).state().id()).isEqualTo("received");
        assertThat(cases.get(id).answers().text("startsOn")).isEqualTo("2026-12-03");
        assertThat(cases.history(cases.get(id)).getLast()).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CaseEvent.Kind.CORRECTED);
            assertThat(event.actor()).isEqualTo("staff:" + clerk.id());
        });
        assertThat(open(clerk, "/office/cases/" + id)).contains("水野 澄子");
    }

    @Test
    @DisplayName("待っているものがないとき、ほかの課の人、決裁だけの人には入力できない")
    void refused() throws Exception {
        assertThat(send(clerk, "/office/cases/" + id + "/hand-in").getStatus()).isEqualTo(422);
        cases.act(id, new Move("sendBack", 1, "日付をお願いします。", Set.of("startsOn")), UUID.randomUUID(), clerk);
        Actor.Staff stranger = staff.add("窓口 一郎", "residents", Role.RECEPTION, Role.HANDLER);
        assertThat(send(stranger, "/office/cases/" + id + "/hand-in").getStatus())
                .isEqualTo(404);
        Actor.Staff decider = staff.add("泉 健太郎", "water", Role.DECIDER);
        assertThat(open(decider, "/office/cases/" + id)).doesNotContain("代わりに入力する");
    }

    private MockHttpServletResponse send(Actor.Staff who, String path, String... fields) throws Exception {
        var form = post(path).with(staff.signedIn(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return http.perform(form).andReturn().getResponse();
    }

    private static String location(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getHeader("Location"));
    }

    private String open(Actor.Staff who, String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
