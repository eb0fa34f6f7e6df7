package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("ほかの部屋は、処理を待たせ、案件の画面に書き足せる")
class GuardIntegrationTests {

    /// A room that lets nobody complete a case, and has something to say about each.
    @TestConfiguration(proxyBeanMethods = false)
    static class OtherRoom {

        @Bean
        ActGuard nothingCompletes() {
            return (file, act, staff) -> act.id().equals("complete")
                    ? Optional.of(Refusal.of("casework.refusal.not-now"))
                    : Optional.empty();
        }

        @Bean
        CasePanel meters() {
            return (file, staff) -> Optional.of(new CasePanel.Panel(
                    "meters",
                    "メーター",
                    90,
                    List.of(new CasePanel.Line("指針", "123")),
                    List.of(new CasePanel.Link("作業票を作る", "/office/test", null, true))));
        }
    }

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Test
    @DisplayName("待たせている理由は画面に出て、押しても処理されない")
    void guarded() throws Exception {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        CaseId id = new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
        assertThat(cases.act(id, Move.of("accept", 1), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Done.class);
        String page = http.perform(get("/office/cases/" + id + "?done=MOVED").with(staff.signedIn(clerk)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("今の状態では、この処理はできません", "メーター", "作業票を作る");
        assertThat(cases.act(id, Move.of("complete", 2), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Refused.class);
        assertThat(cases.get(id).revision()).isEqualTo(2);
    }
}
