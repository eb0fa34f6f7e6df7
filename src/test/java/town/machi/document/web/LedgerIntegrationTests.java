package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.document.Letter;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
class LedgerIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    Documents documents;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient jdbc;

    private Actor.Staff clerk;

    @BeforeEach
    void begin() {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        jdbc.sql("DELETE FROM document.issued").update();
        clerk = staff.add("水道 太郎", "water", Role.HANDLER);
    }

    @Test
    @DisplayName("台帳には自分の課の文書だけが並び、発行した人の名前がつく")
    void theLedgerShowsOwnSections() throws Exception {
        issue("water");
        issue("tax");
        web.perform(get("/office/documents").with(staff.signedIn(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("上下水道課第")))
                .andExpect(content().string(containsString("水道 太郎")))
                .andExpect(content().string(not(containsString("税務課第"))));
    }

    @Test
    @DisplayName("番号や種類の言葉で探せ、記号は記号として扱われる")
    void theLedgerCanBeSearched() throws Exception {
        issue("water");
        web.perform(get("/office/documents").param("q", "受理").with(staff.signedIn(clerk)))
                .andExpect(content().string(containsString("上下水道課第")));
        web.perform(get("/office/documents").param("q", "%").with(staff.signedIn(clerk)))
                .andExpect(content().string(containsString("当てはまる文書はありません")));
    }

    @Test
    @DisplayName("PDFは画面の中で開き、名前は番号と種類")
    void thePaperOpens() throws Exception {
        IssuedDocument issued = issue("water");
        web.perform(get("/office/documents/" + issued.id() + ".pdf").with(staff.signedIn(clerk)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("inline")));
    }

    @Test
    @DisplayName("よその課の文書は、番地を知っていても見つからず、試したことが証跡に残る")
    void anotherSectionsPaperIsNotThere() throws Exception {
        IssuedDocument issued = issue("tax");
        web.perform(get("/office/documents/" + issued.id() + ".pdf").with(staff.signedIn(clerk)))
                .andExpect(status().isNotFound());
        assertThat(jdbc.sql("SELECT outcome FROM audit.entry WHERE subject = :subject AND action = 'REFUSAL'")
                        .param("subject", "document.issued:" + issued.id())
                        .query(String.class)
                        .list())
                .containsExactly("refused:not-your-section");
    }

    private IssuedDocument issue(String section) {
        return documents.issue(
                new Letter(
                        UUID.randomUUID(),
                        "acceptance",
                        new SectionId(section),
                        "casework.case:1",
                        null,
                        Map.of(
                                "applicant",
                                "𠮷彦",
                                "procedure",
                                "届出",
                                "receipt",
                                "X",
                                "receivedOn",
                                "今日",
                                "acceptedOn",
                                "今日"),
                        List.of()),
                clerk);
    }
}
