package town.machi.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.CaseId;
import town.machi.casework.FeeEntry;
import town.machi.casework.Fees;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.Yen;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("手数料は窓口で受け取るか、条文をあげて減免し、日計が合う")
class FeesIntegrationTests {

    @Autowired
    Fees fees;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Test
    @DisplayName("受け取ると領収書が印刷でき、二度は受け取れず、まちがいはわけを書いて取り消せる")
    void receivedOnce() throws Exception {
        Actor.Staff clerk = staff.add("税所 明", "general", Role.RECEPTION);
        CaseId paid = open();
        CaseId waived = open();
        String path = "/office/cases/" + paid;
        assertThat(text(get(path, clerk))).contains("手数料", "300円", "手数料条例 別表", "まだです");
        UUID once = UUID.randomUUID();
        assertThat(post(path + "/fee/received", once, "", clerk).getStatus()).isEqualTo(303);
        assertThat(post(path + "/fee/received", once, "", clerk).getStatus()).isEqualTo(303);
        assertThat(post(path + "/fee/received", UUID.randomUUID(), "", clerk).getStatus())
                .isEqualTo(422);
        assertThat(pdf(get(path + "/fee/receipt.pdf", clerk)))
                .contains("領収書", "300円", "山本一郎様", "手数料条例別表", "税所明", "総務課");
        assertThat(post("/office/cases/" + waived + "/fee/waived", UUID.randomUUID(), "", clerk)
                        .getStatus())
                .isEqualTo(422);
        post("/office/cases/" + waived + "/fee/waived", UUID.randomUUID(), "手数料条例 第6条", clerk);
        assertThat(post("/office/cases/" + waived + "/fee/waived", UUID.randomUUID(), "打ち直したくない条文", clerk)
                        .getContentAsString(StandardCharsets.UTF_8))
                .as("refused, and what was typed stays")
                .contains("value=\"打ち直したくない条文\"");
        assertThat(text(get("/office/takings", clerk))).contains("1件", "300円", "減免しました（手数料条例 第6条）");
        assertThat(text(get("/office/takings.csv", clerk))).contains(",300,", "領収書", "第");
        post(path + "/fee/voided", UUID.randomUUID(), "別の人の分でした", clerk);
        assertThat(Fees.sum(fees.listOfDay(fees.today(), clerk))).isEqualTo(Yen.ZERO);
        assertThat(get(path + "/fee/receipt.pdf", clerk).getStatus()).isEqualTo(404);
        assertThat(post(path + "/fee/received", UUID.randomUUID(), "", clerk).getStatus())
                .isEqualTo(303);
        assertThat(fees.listOfDay(fees.today(), clerk))
                .extracting(FeeEntry::kind)
                .containsExactly(
                        FeeEntry.Kind.RECEIVED, FeeEntry.Kind.WAIVED, FeeEntry.Kind.VOIDED, FeeEntry.Kind.RECEIVED);
        Actor.Staff other = staff.add("水野 澄子", "water", Role.HANDLER);
        assertThat(get(path + "/fee/receipt.pdf", other).getStatus()).isEqualTo(404);
        assertThat(fees.listOfDay(fees.today(), other)).isEmpty();
    }

    private CaseId open() {
        return DisclosureCase.open(events, db);
    }

    private MockHttpServletResponse get(String path, Actor.Staff who) throws Exception {
        return answer(MockMvcRequestBuilders.get(path), who);
    }

    private MockHttpServletResponse post(String path, UUID once, String words, Actor.Staff who) throws Exception {
        return answer(
                MockMvcRequestBuilders.post(path)
                        .param("onceId", once.toString())
                        .param("words", words)
                        .with(csrf()),
                who);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who))).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String pdf(MockHttpServletResponse response) throws IOException {
        try (var pdf = Loader.loadPDF(response.getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u3000]", "");
        }
    }
}
