package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.document.Documents;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.procedure.Ruling;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("保有個人情報の開示・訂正・利用停止の請求")
class PersonalRequestsIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Documents documents;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void fonts() {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "personal-disclosure, 保有個人情報開示決定通知書",
        "personal-correction, 保有個人情報訂正決定通知書",
        "personal-stop, 保有個人情報利用停止決定通知書"
    })
    @DisplayName("30日と30日の期限があり、案件から本人のものを調べられ、その請求の通知書で終わる")
    void endsInItsOwnNotice(String procedure, String notice) throws Exception {
        Actor.Staff clerk = staff.add("総務 太郎", "general", Role.HANDLER, Role.DECIDER);
        CaseId id = DisclosureCase.open(events, db, procedure);
        CaseFile file = cases.get(id);
        Optional<Ruling.Limit> limit = cases.definitionOf(file).ruling().limit();
        assertThat(limit).contains(new Ruling.Limit(30, 30));
        assertThat(page(id, clerk))
                .contains("/office/person?case=" + file.receipt().format())
                .doesNotContain(notice);
        for (String act : new String[] {"accept", "propose", "grant"}) {
            cases.act(id, Move.of(act, cases.get(id).revision()), UUID.randomUUID(), clerk);
        }
        assertThat(page(id, clerk)).contains(notice + "を作る").doesNotContain("公文書開示決定通知書");
        Actor.Staff reception = staff.add("窓口 花子", "general", Role.RECEPTION);
        assertThat(page(id, reception)).doesNotContain("/office/person?case=");
    }

    private String page(CaseId id, Actor.Staff who) throws Exception {
        return http.perform(get("/office/cases/" + id).with(staff.signedIn(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
