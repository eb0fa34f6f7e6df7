package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("災害情報の画面")
class AlertIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    Actor.Staff writer = Sample.WRITER;
    Actor.Staff decider = Sample.DECIDER;

    @BeforeEach
    void people() {
        writer = staff.add("防災 守", "general", Role.HANDLER, Role.DECIDER);
        decider = staff.add("泉 健太郎", "water", Role.DECIDER);
    }

    @Test
    @DisplayName("定型文から書き、ほかの人が決裁すると、どの手段も同じ文になり、地区ごとに解除できる")
    void fromDraftToLift() throws Exception {
        String page = write("大字佐敷", "大字湯浦");
        assertThat(send(get(page), writer, 200)).contains("決裁を頼む", "警戒レベル4 避難指示", "芦北町長の発令");
        submit(page);
        assertThat(send(get(page), writer, 200)).contains("書いた人は決裁できません").doesNotContain("決裁して発信する");
        String shown = send(get(page), decider, 200);
        approve(page, shown, decider, 303);

        String number = find(shown, "第([0-9-]+)号");
        String hash = hash(shown);
        String open = send(get(page), writer, 200);
        assertThat(open).contains("手段ごとの確認", "防災行政無線", "県知事への報告（災対法60条4項）", "くり返します。");
        String publicPage = body(get("/alerts/" + number + "?lang=en"));
        assertThat(publicPage)
                .contains("Issued by the Mayor of", "Alert Level 4", "Sashiki, Yunoura", hash.substring(0, 8));
        assertThat(body(get("/alerts/" + number + "/cap.xml")))
                .contains("<value>" + hash + "</value>", "<msgType>Alert");
        assertThat(body(get("/"))).contains("芦北町長の発令");
        assertThat(db.sql("SELECT DISTINCT hash FROM alert.channel c JOIN alert.alert a ON a.id = c.alert "
                                + "WHERE a.number = :number")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly(hash);

        String lift = follow(page, "LIFT", "大字湯浦");
        submit(lift);
        String words = send(get(lift), decider, 200);
        assertThat(words).contains("湯浦の「警戒レベル4 避難指示」（第" + number + "号）を解除しました", "（佐敷）");
        approve(lift, words, decider, 303);
        assertThat(body(get("/alerts"))).contains("警戒レベル4 避難指示（佐敷）");
        assertThat(cap(words)).contains("<msgType>Update", "<references>", "434825." + number);
        assertThat(body(get("/?lang=ja"))).contains("いまの対象は佐敷です。ほかの地区は解除されました。");

        String rest = follow(page, "LIFT", "大字佐敷");
        submit(rest);
        String last = send(get(rest), decider, 200);
        approve(rest, last, decider, 303);
        assertThat(body(get("/alerts"))).contains("いま出ている町の発令: なし");
        assertThat(cap(last)).contains("<msgType>Cancel", "<references>");
        assertThat(send(get(page), writer, 200)).doesNotContain("解除する（地区を選んで）");
    }

    @Test
    @DisplayName("帯は、気象庁の警報には「相当」をつけ、町長の発令にはつけない。どの言語でも")
    void equivalentInTheBanner() throws Exception {
        String weather = sendAndGo(
                once(post("/office/alerts/new/weather-5")
                        .param("world", "REAL")
                        .param("district", "大字吉尾")
                        .param("blank.warning", "RAIN")),
                writer);
        submit(weather);
        approve(weather, send(get(weather), decider, 200), decider, 303);
        assertThat(bannerLabels("ja")).contains("警戒レベル5相当").doesNotContain("警戒レベル5");
        assertThat(bannerLabels("en")).contains("Equivalent to alert level 5");
        String order = write("大字吉尾");
        submit(order);
        approve(order, send(get(order), decider, 200), decider, 303);
        assertThat(bannerLabels("ja")).contains("警戒レベル5相当", "警戒レベル4").doesNotContain("警戒レベル4相当");
        assertThat(bannerLabels("easy")).hasSizeGreaterThanOrEqualTo(2);
        for (String page : List.of(weather, order)) {
            String lift = follow(page, "LIFT", "大字吉尾");
            submit(lift);
            approve(lift, send(get(lift), decider, 200), decider, 303);
        }
    }

    private List<String> bannerLabels(String language) throws Exception {
        return Pattern.compile("class=\"banner__title\"><strong>(.*?)</strong>")
                .matcher(body(get("/?lang=" + language)))
                .results()
                .map(found -> found.group(1).strip())
                .toList();
    }

    @Test
    @DisplayName("返事がないとき、三分後に地区を打ち込めば、ひとりで発信でき、決裁の全員に知らされる")
    void alone() throws Exception {
        String page = write("大字田浦");
        submit(page);
        String shown = send(get(page), writer, 200);
        MockHttpServletRequestBuilder early =
                post(page + "/alone").param("typed", "田浦").param("hash", hash(shown));
        assertThat(send(once(early), writer, 422)).contains("3分たつまでは");
        clock.advance(Duration.ofMinutes(3));
        shown = send(get(page), writer, 200);
        assertThat(shown).contains("ひとりで発信する");
        MockHttpServletRequestBuilder wrong =
                post(page + "/alone").param("typed", "佐敷").param("hash", hash(shown));
        assertThat(send(once(wrong), writer, 422)).contains("地区の名前が違います");
        MockHttpServletRequestBuilder right =
                post(page + "/alone").param("typed", "田浦").param("hash", hash(shown));
        send(once(right), writer, 303);
        assertThat(send(get(page), writer, 200)).contains("単独発信");
        assertThat(db.sql("SELECT count(*) FROM messaging.outgoing WHERE recipient = :to AND subject LIKE '%単独発信%'")
                        .param("to", decider.id() + "@example.jp")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("内部訓練は、どの出口からも出ない")
    void internalDrillStaysInside() throws Exception {
        String page = write("INTERNAL_DRILL", new String[] {"大字佐敷"});
        assertThat(send(get(page), writer, 200)).contains("内部訓練", "訓練、訓練");
        submit(page);
        String shown = send(get(page), decider, 200);
        approve(page, shown, decider, 303);
        String number = find(shown, "第(n[0-9-]+)号");
        send(get("/alerts/" + number), null, 404);
        assertThat(body(get("/alerts"))).doesNotContain(number);
        assertThat(send(get("/office/alerts"), writer, 200)).doesNotContain(number);
        assertThat(send(get("/office/drills"), writer, 200)).contains(number);
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        assertThat(db.sql("SELECT count(*) FROM messaging.bulk WHERE about = :about")
                        .param("about", "alert:" + id)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("SELECT count(*) FROM alert.channel WHERE alert = :id AND channel IN ('LINE', 'WEB')")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("二度押しても一度だけ。選ばなかった欄と地区は、教えられて残る")
    void onceAndFaults() throws Exception {
        MockHttpServletRequestBuilder empty = post("/office/alerts/new/evacuation-instruct")
                .param("world", "REAL")
                .param("grounds", "ここに書いた根拠");
        assertThat(send(once(empty), writer, 422)).contains("地区を一つ以上選んでください", "ここに書いた根拠");
        String onceId = UUID.randomUUID().toString();
        String first = sendAndGo(form("REAL", "大字佐敷").param("onceId", onceId), writer);
        String second = sendAndGo(form("REAL", "大字佐敷").param("onceId", onceId), writer);
        assertThat(second).isEqualTo(first);
    }

    @Test
    @DisplayName("災害情報を書く課でない人は書けず、役割のない人は見られない")
    void strangers() throws Exception {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        assertThat(send(once(form("REAL", "大字佐敷")), clerk, 422)).contains("担当の課の職員です");
        Actor.Staff auditor = staff.add("監 査一", "general", Role.AUDITOR);
        send(get("/office/alerts"), auditor, 403);
    }

    @Test
    @DisplayName("手段をすべて記録すると閉じ、理由のない未実施は断られる")
    void board() throws Exception {
        String page = write("大字大野");
        submit(page);
        approve(page, send(get(page), decider, 200), decider, 303);
        MockHttpServletRequestBuilder bare =
                post(page + "/mark").param("channel", "PA_RADIO").param("state", "NOT_DONE");
        assertThat(send(once(bare), writer, 422)).contains("理由を書いてください");
        for (Channel channel : Channel.values()) {
            MockHttpServletRequestBuilder mark = post(page + "/mark")
                    .param("channel", channel.name())
                    .param("state", channel == Channel.AREA_MAIL ? "NOT_NEEDED" : "DONE")
                    .param("reason", channel == Channel.AREA_MAIL ? "対象が少ないため" : "");
            send(once(mark), writer, 303);
        }
        assertThat(send(get(page), writer, 200)).contains("発信済み（すべて確認済み）", "対象が少ないため");
    }

    private String write(String... districts) throws Exception {
        return write("REAL", districts);
    }

    private String write(String world, String[] districts) throws Exception {
        return sendAndGo(once(form(world, districts)), writer);
    }

    private MockHttpServletRequestBuilder form(String world, String... districts) {
        return post("/office/alerts/new/evacuation-instruct")
                .param("world", world)
                .param("district", districts)
                .param("blank.hazard", "flood")
                .param("decider", "町長")
                .param("decidedAt", "0:05")
                .param("grounds", "佐敷川の水位が上がったため");
    }

    private String follow(String page, String act, String district) throws Exception {
        return sendAndGo(
                once(post(page + "/follow")
                        .param("act", act)
                        .param("district", district)
                        .param("decidedAt", "0:06")
                        .param("grounds", "水位が下がったため")),
                writer);
    }

    private void submit(String page) throws Exception {
        String revision = find(send(get(page), writer, 200), "name=\"revision\" value=\"(\\d+)\"");
        send(once(post(page + "/submit").param("revision", revision)), writer, 303);
    }

    private void approve(String page, String shown, Actor.Staff by, int status) throws Exception {
        send(once(post(page + "/approve").param("hash", hash(shown))), by, status);
    }

    private String cap(String page) throws Exception {
        return body(get("/alerts/" + find(page, "第([0-9-]+)号") + "/cap.xml"));
    }

    private String hash(String page) {
        Matcher hash = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(page);
        if (hash.find()) {
            return hash.group(1);
        }
        String start = find(page, "照合番号 ([0-9a-f]{8})");
        return start + "0".repeat(56);
    }

    private static MockHttpServletRequestBuilder once(MockHttpServletRequestBuilder request) {
        return request.param("onceId", UUID.randomUUID().toString());
    }

    private String sendAndGo(MockHttpServletRequestBuilder request, Actor.Staff by) throws Exception {
        String to = java.util.Objects.requireNonNull(
                http.perform(request.with(staff.signedIn(by)).with(csrf()))
                        .andExpect(status().is(303))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"));
        return to.replaceFirst("\\?.*", "");
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return send(request, null, 200);
    }

    private String send(MockHttpServletRequestBuilder request, Actor.@Nullable Staff by, int status) throws Exception {
        MockHttpServletRequestBuilder asked = by == null ? request : request.with(staff.signedIn(by));
        return HtmlUtils.htmlUnescape(http.perform(asked.with(csrf()))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String find(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }
}
