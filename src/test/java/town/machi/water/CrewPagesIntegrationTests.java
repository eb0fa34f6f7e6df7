package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@Import(Notices.class)
@DisplayName("班の電話と作業予定と精算の画面")
class CrewPagesIntegrationTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders works;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    private WorkOrder accepted(String meter, Actor.Staff clerk) {
        CaseId id = notices.filed(notices.point(meter), CasePoint.Kind.STOP, "");
        cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk);
        return works.findOfCase(id).orElseThrow();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request, Actor.Staff who)
            throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    @DisplayName("予定表で今日の班に置くと、班の電話に出て、報告は二度送っても一度だけ残り、精算の画面に並ぶ")
    void fromBoardToSettlement() throws Exception {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        CrewId crew = notices.crew("第7班", 7, 6);
        WorkOrder order = accepted("K-100", clerk);
        String board = answer(get("/office/water/board?from=2026-12-01"), clerk).getContentAsString();
        assertThat(board).contains("大字芦北1番地", "第7班");
        var moved = answer(
                post("/office/water/board/" + order.id() + "/move")
                        .param("to", crew + "|" + TUESDAY)
                        .param("revision", String.valueOf(order.revision())),
                clerk);
        assertThat(moved.getStatus()).isEqualTo(303);
        var stale = answer(
                post("/office/water/board/" + order.id() + "/move")
                        .param("to", "")
                        .param("revision", String.valueOf(order.revision())),
                clerk);
        assertThat(stale.getStatus()).isEqualTo(422);

        works.join(clerk.staffId(), crew);
        assertThat(answer(get("/office/water/today"), clerk).getContentAsString())
                .contains("閉栓", "大字芦北1番地", "残り 1 件");
        String page = answer(get("/office/water/today/" + order.id()), clerk).getContentAsString();
        assertThat(page).contains("K-100", "前回 100 m³");

        var bad = answer(report(order, UUID.randomUUID(), "90"), clerk);
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(bad.getContentAsString()).contains("前回の指針 100 より小さい");
        UUID visit = UUID.randomUUID();
        assertThat(answer(report(order, visit, "112"), clerk).getStatus()).isEqualTo(200);
        assertThat(answer(report(order, visit, "112"), clerk).getStatus()).isEqualTo(200);
        assertThat(db.sql("SELECT count(*) FROM water.visit WHERE order_id = :id")
                        .param("id", order.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(answer(get("/office/water/today"), clerk).getContentAsString())
                .contains("写真「IMG_7.jpg」がまだ届いていません");
        String settlements = answer(get("/office/water/settlements"), clerk).getContentAsString();
        assertThat(settlements).contains("100 → 112", "（12 m³）", "1件の送付ファイルを作る");
        UUID batch = UUID.randomUUID();
        answer(post("/office/water/settlements/batches").param("onceId", batch.toString()), clerk);
        String path = "/office/water/settlements/batches/" + batch + "/csv";
        assertThat(answer(post(path), clerk).getContentAsString()).contains("K-100");
        assertThat(answer(post(path), clerk).getStatus()).isEqualTo(422);
        assertThat(answer(get("/office/water/figures"), clerk).getContentAsString())
                .contains("閉栓 1 件", "平均 0.0 開庁日");
        assertThat(answer(get("/office/cases/" + order.caseId().orElseThrow()), clerk)
                        .getContentAsString())
                .contains("作業票", "指針 112 m³");
    }

    private static AbstractMockHttpServletRequestBuilder<?> report(WorkOrder order, UUID visit, String reading) {
        return multipart("/office/water/visits/" + order.id())
                .param("visitId", visit.toString())
                .param("result", "DONE")
                .param("same", "yes")
                .param("valve", "closed")
                .param("reading", reading)
                .param("story", "GROWN")
                .param("photoName", "IMG_7.jpg");
    }

    @Test
    @DisplayName("ほかの課の職員には、班の画面はない")
    void others() throws Exception {
        Actor.Staff other = staff.add("税所 明", "tax", Role.RECEPTION, Role.HANDLER);
        for (String path : new String[] {"board", "today", "settlements", "figures", "figures.csv"}) {
            assertThat(answer(get("/office/water/" + path), other).getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
