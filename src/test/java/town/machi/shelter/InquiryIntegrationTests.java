package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@Import(Town.class)
@DisplayName("安否照会")
class InquiryIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    Town town;

    @Autowired
    Ids ids;

    @Autowired
    TestStaff staff;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient db;

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("evacuees")
    PersonalData held;

    private Actor.Staff chief;
    private DisasterId quake;

    @BeforeEach
    void takeIn() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        quake = town.begin(chief, false, Hazard.EARTHQUAKE);
        Shelter any = town.shelter("きずなの里");
        db.sql("UPDATE shelter.opening SET state = 'CLOSED', closed_at = now() WHERE state <> 'CLOSED'")
                .update();
        OpeningId opening = town.open(quake, any.name(), chief);
        arrive(opening, "レイ タロウ", null);
        arrive(opening, "レイ ヒミツ", true);
    }

    private void arrive(OpeningId opening, String kana, @org.jspecify.annotations.Nullable Boolean secret) {
        UUID id = ids.next();
        var facts = new PersonFacts(id, null, 71, null, null, null, null, null, secret, null);
        town.arrive(opening, facts, Map.of("kana", kana, "name", kana, "birth", "1955-04-01"), chief);
    }

    private MockHttpServletResponse ask(String onceId, String kana, String relation, String proof) throws Exception {
        return http.perform(post("/office/shelters/inquiries/of/" + quake)
                        .with(staff.signedIn(chief))
                        .with(csrf())
                        .param("onceId", onceId)
                        .param("asker", "例 花子")
                        .param("askerAddress", "熊本市中央区")
                        .param("relation", relation)
                        .param("proof", proof)
                        .param("reason", "連絡がとれないため")
                        .param("kana", kana)
                        .param("birth", "昭和30年4月1日"))
                .andReturn()
                .getResponse();
    }

    private String page(String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(chief)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String answered(String kana, String relation, String proof) throws Exception {
        String id = ids.next().toString();
        MockHttpServletResponse sent = ask(id, kana, relation, proof);
        assertThat(sent.getRedirectedUrl()).isEqualTo("/office/shelters/inquiries/" + id);
        String page = page("/office/shelters/inquiries/" + id);
        return page.substring(page.indexOf("inquiry-answer\">"), page.indexOf("<dl class=\"summary\""));
    }

    @Test
    @DisplayName("同居の家族には居所まで、知人には有無だけ。設定を変えれば答えも変わる")
    void ringsFollowTheSettings() throws Exception {
        assertThat(answered("れい たろう", "HOUSEHOLD", "SEEN")).contains("居所：きずなの里");
        assertThat(answered("れい たろう", "ACQUAINTANCE", "SEEN"))
                .contains("情報があります")
                .doesNotContain("きずなの里");
        settings.put("shelter.inquiry-acquaintance", "なし", chief);
        assertThat(answered("れい たろう", "ACQUAINTANCE", "SEEN")).contains("お答えできる情報がありません");
        settings.put("shelter.inquiry-acquaintance", "", chief);
    }

    @Test
    @DisplayName("知らない人・守られている人・断られた照会は一字一句同じで、記録からも見分けられない")
    void allTheSame() throws Exception {
        List<String> answers = List.of(
                answered("シラナイ ヒト", "HOUSEHOLD", "SEEN"),
                answered("レイ ヒミツ", "HOUSEHOLD", "SEEN"),
                answered("レイ タロウ", "HOUSEHOLD", "NONE"));
        assertThat(answers).hasSize(3).allMatch(answers.getFirst()::equals);
        assertThat(answers.getFirst()).contains("お答えできる情報がありません");
        List<String> rows = db.sql("""
                        SELECT told::text || (personal ->> 'words') FROM shelter.inquiry
                        WHERE disaster_id = :id AND told = '{}'
                        """)
                .param("id", quake.value())
                .query((row, number) -> "" + row.getString(1))
                .list();
        assertThat(rows).hasSize(3).containsOnly("{}お答えできる情報がありません");
    }

    @Test
    @DisplayName("照会は一度だけ記録され、名前のない証跡が残る")
    void everyInquiryIsRecorded() throws Exception {
        String id = ids.next().toString();
        ask(id, "れい たろう", "KIN", "SEEN");
        ask(id, "れい たろう", "KIN", "SEEN");
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE subject = :s AND what = 'answer'")
                        .param("s", "shelter.inquiry:" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page("/office/shelters/inquiries/of/" + quake)).contains("例 花子（そのほかの親族）", "有無");
    }

    @Test
    @DisplayName("足りない項目は、書いたものを残したまま知らせる")
    void faultsKeepWhatWasTyped() throws Exception {
        MockHttpServletResponse sent = http.perform(post("/office/shelters/inquiries/of/" + quake)
                        .with(staff.signedIn(chief))
                        .with(csrf())
                        .param("onceId", ids.next().toString())
                        .param("asker", "例 花子"))
                .andReturn()
                .getResponse();
        assertThat(sent.getContentAsString()).contains("照会の理由を書いてください", "生年月日か住所", "value=\"例 花子\"");
    }

    @Test
    @DisplayName("消すように求められた人の名は、照会の記録からも消える")
    void erasedFromTheBook() throws Exception {
        String id = ids.next().toString();
        ask(id, "れい たろう", "KIN", "SEEN");
        var key = new PersonKey(null, "レイ タロウ", null, null, java.util.Set.of());
        assertThat(held.find(key)).anyMatch(trace -> trace.subject().endsWith(id));
        assertThat(held.erase(key)).isPositive();
        assertThat(held.find(key)).isEmpty();
        assertThat(db.sql(
                                "SELECT count(*) FROM shelter.inquiry i WHERE i::text LIKE '%れい たろう%' OR i::text LIKE '%レイ タロウ%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("担当の課でない職員は、照会も記録も見られない")
    void othersStayOutside() throws Exception {
        Actor.Staff water = staff.add("水野 澄子", "water", Role.HANDLER);
        String path = "/office/shelters/inquiries/of/" + quake;
        assertThat(http.perform(get(path).with(staff.signedIn(water)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }
}
