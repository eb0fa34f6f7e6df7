package town.machi.shell.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import town.machi.shell.Reply;
import town.machi.support.MachiTest;

@MachiTest(properties = "machi.demo=true")
@DisplayName("画面の枠")
class ScreensIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Test
    @DisplayName("ないページは、三つの言語で、さがす場所とともに答える")
    void missingPageInThreeLanguages() throws Exception {
        var japanese = answer(get("/nowhere"));
        assertThat(japanese.getStatus()).isEqualTo(404);
        assertThat(japanese.getContentAsString()).contains("<html lang=\"ja\"", "ページが見つかりません", "action=\"/search\"");
        assertThat(answer(get("/nowhere?lang=easy")).getContentAsString())
                .contains("<html lang=\"ja\"", "data-language=\"easy\"", "ページが ありません");
        assertThat(answer(get("/nowhere").cookie(new Cookie("lang", "en"))).getContentAsString())
                .contains("<html lang=\"en\"", "Page not found");
    }

    @Test
    @DisplayName("選んだ言語は覚えている")
    void languageIsRemembered() throws Exception {
        var answer = answer(get("/look?lang=en"));
        assertThat(answer.getHeader("Set-Cookie")).contains("lang=en", "HttpOnly", "SameSite=Lax");
        assertThat(answer(get("/look").header("Accept-Language", "vi,en;q=0.8")).getContentAsString())
                .contains("<html lang=\"en\"");
    }

    @Test
    @DisplayName("どの答えにも、守りの見出しが付く")
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (var path : new String[] {"/look", "/nowhere", "/look/failure", "/office", "/map/outline.json"}) {
            var answer = answer(get(path));
            assertThat(answer.getHeader("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.getHeader("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.getHeader("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    @DisplayName("不具合のページは番号を示し、内側のことは何も言わない")
    void failureShowsANumberAndNothingElse() throws Exception {
        var answer = answer(get("/look/failure"));
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString())
                .contains("うまくいきませんでした")
                .containsPattern("[0-9A-F]{8}</span>")
                .doesNotContain("Exception", "as the style guide asked", "town.machi");
    }

    @Test
    @DisplayName("プログラムには、同じことを RFC 9457 の JSON で答える")
    void programsGetProblemJson() throws Exception {
        var answer = answer(get("/api/v1/nothing"));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString())
                .contains("\"code\":\"no-such-page\"", "\"status\":404", "\"incident\":");
    }

    @Test
    @DisplayName("許されない動詞は 405、許す動詞も答える")
    void wrongMethod() throws Exception {
        var page = answer(get("/look"));
        var answer = answer(
                post("/look").param("_csrf", tokenOf(page)).cookie(Objects.requireNonNull(page.getCookie("form"))));
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeader("Allow")).contains("GET");
    }

    @Test
    @DisplayName("合言葉のない送信は止めるが、入力した内容は残し、そのまま送り直せる")
    void formWithoutTokenIsKept() throws Exception {
        var stopped = answer(form("/look").param("name", "葛󠄀城 <太郎>").param("kana", "カツラギ"));
        assertThat(stopped.getStatus()).isEqualTo(403);
        assertThat(stopped.getContentAsString())
                .contains("もう一度送る", "name=\"name\" value=\"葛󠄀城 &lt;太郎")
                .contains("name=\"kana\" value=\"カツラギ\"");
        var again = answer(form("/look")
                .param("_csrf", tokenOf(stopped))
                .cookie(Objects.requireNonNull(stopped.getCookie("form"))));
        assertThat(again.getStatus()).isEqualTo(405);
    }

    @Test
    @DisplayName("よそのサイトから送られたもの、合言葉や暗証番号は、残さない")
    void foreignFormsAndSecretsAreNotKept() throws Exception {
        assertThat(answer(form("/look").param("name", "a").header("Sec-Fetch-Site", "cross-site"))
                        .getContentAsString())
                .doesNotContain("もう一度送る</button>");
        assertThat(answer(form("/look").param("password", "hunter2")).getContentAsString())
                .doesNotContain("hunter2");
    }

    @Test
    @DisplayName("部品は、変わらない住所で長く覚えてもらう")
    void assetsAreImmutable() throws Exception {
        var page = answer(get("/look")).getContentAsString();
        var address = Pattern.compile("/assets/[0-9a-f]{12}/css/public.css").matcher(page);
        assertThat(address.find()).isTrue();
        var css = answer(get(address.group()));
        assertThat(css.getContentType()).startsWith("text/css");
        assertThat(css.getHeader("Cache-Control")).contains("immutable", "max-age=31536000");
        assertThat(answer(get("/assets/000000000000/css/public.css")).getHeader("Cache-Control"))
                .isEqualTo("no-cache");
        assertThat(answer(get("/assets/x/../../application.yaml")).getStatus()).isIn(400, 404);
    }

    @Test
    @DisplayName("書く場所のあるページは、どこにも残さない")
    void pagesWithAFormAreNotStored() throws Exception {
        assertThat(answer(get("/look")).getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DisplayName("データベースがいないときは「混み合っています」と答え、入力した内容を残す")
    void lostDatabaseKeepsWhatWasTyped() throws Exception {
        var page = answer(get("/look"));
        var answer = answer(form("/trouble/database")
                .param("_csrf", tokenOf(page))
                .param("what", "使用開始")
                .cookie(Objects.requireNonNull(page.getCookie("form"))));
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("30");
        assertThat(answer.getContentAsString())
                .contains("ただいま混み合っています", "もう一度送る</button>", "name=\"what\" value=\"使用開始\"");
    }

    @Test
    @DisplayName("誰にも同じページは、しばらく手前に置いてもらえる")
    void publicPagesCanBeCached() throws Exception {
        var first = answer(get("/look/shared"));
        assertThat(first.getHeader("Cache-Control")).contains("public", "max-age=60");
        assertThat(first.getHeader("Vary")).contains("Cookie", "Accept-Language");
        assertThat(first.getHeader("Set-Cookie")).isNull();
        var again =
                answer(get("/look/shared").header("If-None-Match", Objects.requireNonNull(first.getHeader("ETag"))));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(answer(get("/look/shared?lang=en")).getHeader("Cache-Control"))
                .isEqualTo("no-store");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Trouble {

        @Bean
        TroubleController trouble() {
            return new TroubleController();
        }
    }

    @Controller
    static class TroubleController {

        @PostMapping("/trouble/database")
        Reply database() {
            throw new CannotGetJdbcConnectionException("away", new SQLTransientConnectionException("no connection"));
        }
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static String tokenOf(MockHttpServletResponse page) throws Exception {
        var field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.getContentAsString());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }
}
