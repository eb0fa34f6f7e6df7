package town.machi.document.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.document.Documents;
import town.machi.document.IssuedDocument;
import town.machi.document.Letter;
import town.machi.kernel.Actor;
import town.machi.kernel.SectionId;
import town.machi.support.MachiTest;

@MachiTest
class VerifyIntegrationTests {

    @Autowired
    MockMvc web;

    @Autowired
    Documents documents;

    @Test
    @DisplayName("確認のページは、番号を入れる前と、違う番号と、空のときで、することを言う")
    void thePageSaysWhatToDo() throws Exception {
        web.perform(get("/verify"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("文書を確かめる")));
        web.perform(get("/verify").param("code", "ABCD-EFGH-JKLM"))
                .andExpect(content().string(containsString("この番号の文書は見つかりません")));
        web.perform(get("/verify").param("code", " ")).andExpect(content().string(containsString("確認番号を入れてください")));
    }

    @Test
    @DisplayName("正しい番号なら、三つの言葉で種類と課を言い、宛名は言わない")
    void aGenuineDocumentIsTold() throws Exception {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        IssuedDocument issued = issue();
        for (Map.Entry<String, String> word : Map.of("ja", "受理通知書", "easy", "うけとった", "en", "Notice of acceptance")
                .entrySet()) {
            web.perform(get("/verify")
                            .param("code", issued.code().format())
                            .cookie(new Cookie("lang", word.getKey()))
                            .with(request -> {
                                request.setRemoteAddr("192.0.2.7");
                                return request;
                            }))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString(word.getValue())))
                    .andExpect(content().string(not(containsString("𠮷彦"))));
        }
    }

    @Test
    @DisplayName("続けて試すと、しばらく止まる")
    void guessingIsSlowedDown() throws Exception {
        for (int i = 0; i < 20; i++) {
            web.perform(get("/verify").param("code", "AAAA").with(request -> {
                request.setRemoteAddr("192.0.2.99");
                return request;
            }));
        }
        web.perform(get("/verify").param("code", "AAAA").with(request -> {
                    request.setRemoteAddr("192.0.2.99");
                    return request;
                }))
                .andExpect(status().isTooManyRequests());
    }

    private IssuedDocument issue() {
        return documents.issue(
                new Letter(
                        UUID.randomUUID(),
                        "acceptance",
                        new SectionId("water"),
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
                new Actor.SystemJob("test"));
    }
}
