package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("案件の画面")
class OfficeIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);

    @BeforeEach
    void people() {
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
    }

    @Test
    @DisplayName("一覧に案件が並び、件数が出る")
    void inbox() throws Exception {
        Filed.New filed = open("水野", "太郎");
        String page = send(get("/office"), 200);
        assertThat(page).contains("水野　太郎", filed.receipt().format(), "課の案件", "自分が担当する");
        assertThat(send(get("/office/cases?view=all&q=だれもいない"), 200)).contains("この条件に合う案件はありません");
        assertThat(send(get("/office/cases?from=きのう"), 200)).contains("受付日は");
    }

    @Test
    @DisplayName("案件の画面に回答とできることが並び、差戻しを二度押しても一度だけ届く")
    void casePage() throws Exception {
        Filed.New filed = open("水野", "太郎");
        String path = "/office/cases/" + id(filed);
        assertThat(send(get(path), 200)).contains("使用開始日", "令和8年12月1日(火)", "直してもらう", "これまでの経過");
        String once = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            MockHttpServletRequestBuilder sendBack = post(path + "/acts")
                    .param("act", "sendBack")
                    .param("revision", "1")
                    .param("field", "startsOn")
                    .param("words", "日付を直してください。")
                    .param("onceId", once);
            send(sendBack, 303);
        }
        assertThat(send(get(path + "?done=MOVED"), 200)).contains("処理しました。", "日付を直してください。", "修正待ち");
    }

    @Test
    @DisplayName("古い画面からの処理は、入れた言葉を残したまま、変わったところを見せる")
    void stale() throws Exception {
        Filed.New filed = open("水野", "太郎");
        String path = "/office/cases/" + id(filed);
        send(act(path, "accept", 1), 303);
        MockHttpServletRequestBuilder late =
                act(path, "sendBack", 1).param("field", "startsOn").param("words", "ここに書いた言葉");
        assertThat(send(late, 409)).contains("この案件が変わりました", "ここに書いた言葉", "作業待ち");
    }

    static MockHttpServletRequestBuilder act(String path, String act, int revision) {
        return post(path + "/acts")
                .param("act", act)
                .param("revision", Integer.toString(revision))
                .param("onceId", UUID.randomUUID().toString());
    }

    private Filed.New open(String family, String given) {
        Filed.New filed = Parcels.filed(family, given);
        events.publishEvent(filed);
        return filed;
    }

    private UUID id(Filed.New filed) {
        return db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single();
    }

    private String send(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse response = http.perform(
                        request.with(staff.signedIn(clerk)).with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(status);
        return response.getContentAsString();
    }
}
