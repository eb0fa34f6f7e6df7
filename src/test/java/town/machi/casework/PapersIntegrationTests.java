package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
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
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.platform.Files;
import town.machi.platform.NewFile;
import town.machi.platform.StoredFile;
import town.machi.platform.Storing;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("引渡し、関連、書き出し、ファイル、消去")
class PapersIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    Files files;

    @Autowired
    List<PersonalData> personalData;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    Actor.Staff clerk = Plans.staff(Plans.WATER, Role.HANDLER);

    @BeforeEach
    void people() {
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
    }

    @Test
    @DisplayName("ほかの課へ渡すと、控えだけが残り、受け取った課が続きを見る")
    void handOver() throws Exception {
        Actor.Staff other = staff.add("窓口 一郎", "residents", Role.HANDLER);
        Filed.New filed = open("渡辺", "次郎");
        String path = "/office/cases/" + id(filed);
        MockHttpServletResponse given = send(
                clerk,
                once(post(path + "/hand-over"))
                        .param("section", "residents")
                        .param("words", "住民生活課の手続でした。")
                        .param("revision", "1"));
        assertThat(given.getHeader("Location")).isEqualTo("/office/given");
        assertThat(send(clerk, get("/office/given")).getContentAsString())
                .contains(filed.receipt().format(), "住民生活課", "住民生活課の手続でした。")
                .doesNotContain("渡辺");
        assertThat(send(clerk, get(path)).getStatus()).isEqualTo(404);
        assertThat(send(other, get(path)).getContentAsString()).contains("渡辺　次郎", "上下水道課 から 住民生活課 へ渡しました");
    }

    @Test
    @DisplayName("渡す理由が空なら渡さず、選んだ課は残る")
    void handOverNeedsReason() throws Exception {
        Filed.New filed = open("渡辺", "次郎");
        MockHttpServletResponse response = send(
                clerk,
                once(post("/office/cases/" + id(filed) + "/hand-over"))
                        .param("section", "residents")
                        .param("revision", "1"));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("理由を入れてください", "value=\"residents\" selected");
    }

    @Test
    @DisplayName("受付番号でつないだ二つは、どちらからも見え、はずせる")
    void links() throws Exception {
        Filed.New one = open("片野", "一");
        Filed.New two = open("片野", "二");
        String typed = two.receipt().format().replace("-", "").toLowerCase(java.util.Locale.ROOT);
        send(clerk, once(post("/office/cases/" + id(one) + "/links")).param("words", typed));
        assertThat(send(clerk, get("/office/cases/" + id(one))).getContentAsString())
                .contains("片野　二");
        assertThat(send(clerk, get("/office/cases/" + id(two))).getContentAsString())
                .contains("片野　一");
        send(
                clerk,
                once(post("/office/cases/" + id(two) + "/links/delete"))
                        .param("receipt", one.receipt().format()));
        assertThat(send(clerk, get("/office/cases/" + id(one))).getContentAsString())
                .contains("つながっている案件はありません");
    }

    @Test
    @DisplayName("書き出しは画面の条件のとおりで、式にならず、証跡に残る")
    void exports() throws Exception {
        open("=HYPERLINK(\"http://x\")", "式");
        MockHttpServletResponse csv = send(clerk, get("/office/cases/export.csv?view=all&q=式"));
        String text = csv.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF受付番号").contains("'=HYPERLINK");
        assertThat(text.lines()).hasSize(2);
        assertThat(csv.getHeader("Content-Disposition")).startsWith("attachment");
        byte[] xlsx = send(clerk, get("/office/cases/export.xlsx?view=all")).getContentAsByteArray();
        assertThat(new String(xlsx, 0, 2, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("PK");
        assertThat(audited("EXPORT")).contains("list.csv rows:1");
    }

    @Test
    @DisplayName("手続を一つ選べば回答も書き出せ、版が違っても質問ごとの列にそろう")
    void exportsAnswers() throws Exception {
        events.publishEvent(Parcels.filed(
                Parcels.waterStart("label: 使用開始日", "label: 水道を使い始める日"),
                2,
                Parcels.answers("新版", "花子"),
                Parcels.TUESDAY,
                null));
        open("旧版", "太郎");
        String csv = send(clerk, get("/office/cases/export.csv?view=all&procedure=water-start&answers=true"))
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElse("")).contains("水道を使い始める日,開栓のときの立会い");
        assertThat(csv).contains("令和8年12月1日(火),立ち会わない,個人,\"新版　花子");
        assertThat(audited("EXPORT")).singleElement().asString().startsWith("answers.csv rows:");
    }

    @Test
    @DisplayName("経過も書き出せ、補正の前と後が並ぶ")
    void historyExport() throws Exception {
        Filed.New filed = open("経過", "太郎");
        CaseId id = new CaseId(id(filed));
        cases.act(id, new Move("sendBack", 1, "=直して", Set.of("startsOn")), UUID.randomUUID(), clerk);
        events.publishEvent(Parcels.correction(filed, 2, Map.of("startsOn", "2026-12-08")));
        String csv = send(clerk, get("/office/cases/" + id + "/history.csv"))
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv).contains("使用開始日,令和8年12月1日(火),令和8年12月8日(火)", "'=直して", "水野 澄子");
        assertThat(audited("EXPORT")).contains("history.csv");
        String page = send(clerk, get("/office/cases/" + id)).getContentAsString();
        assertThat(page).contains("変更あり", "はじめの回答", "令和8年12月8日(火)");
        assertThat(send(clerk, get("/office/cases/" + id + "/print")).getContentAsString())
                .contains("はじめの回答")
                .doesNotContain("いまできること");
    }

    @Test
    @DisplayName("写真は課の職員だけが開け、開いたことが残る")
    void caseFiles() throws Exception {
        Filed.New plain = Parcels.filed("写", "真");
        StoredFile stored = store("submission:" + plain.submission());
        Filed.FileRef ref = new Filed.FileRef(
                stored.id().value(), stored.name(), stored.contentType(), stored.size(), stored.sha256());
        Filed.New filed = withFile(plain, ref);
        events.publishEvent(filed);
        String path = "/office/cases/" + id(filed) + "/files/" + stored.id();
        MockHttpServletResponse shown = send(clerk, get(path));
        assertThat(shown.getStatus()).isEqualTo(200);
        assertThat(shown.getContentType()).startsWith("image/");
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        assertThat(send(clerk, get(path + "?original=true")).getHeader("Content-Disposition"))
                .startsWith("attachment");
        assertThat(audited("READ")).contains("file:" + stored.id());
        StoredFile foreign = store("submission:" + UUID.randomUUID());
        assertThat(send(clerk, get("/office/cases/" + id(filed) + "/files/" + foreign.id()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("本人の案件は、経過も検索の言葉も関連もまとめて消える")
    void erasure() {
        PersonalData casework = personalData.stream()
                .filter(room -> room.room().equals("casework"))
                .findFirst()
                .orElseThrow();
        Filed.New filed =
                Parcels.filed(Parcels.waterStart(), 1, Parcels.answers("印", "付"), Parcels.TUESDAY, "mark@example.jp");
        events.publishEvent(filed);
        CaseId id = new CaseId(id(filed));
        cases.note(id, "電話で印付さんに確認", UUID.randomUUID(), clerk);
        PersonKey key = new PersonKey(null, null, null, "MARK@example.jp", Set.of());
        assertThat(casework.find(key)).hasSize(1);
        assertThat(casework.export(key).getFirst().values()).containsEntry("届け出た人", "印　付");
        assertThat(casework.erase(key)).isEqualTo(1);
        assertThat(casework.find(PersonKey.ofSubmission(filed.submission()))).isEmpty();
        for (String table : new HashSet<>(List.of("event", "search_word"))) {
            assertThat(db.sql("SELECT count(*) FROM casework." + table + " WHERE case_id = :id")
                            .param("id", id.value())
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    @DisplayName("JSONは変わらないうちは送り直さない")
    void json() throws Exception {
        Filed.New filed = open("機械", "読");
        String path = "/api/v1/cases/" + id(filed);
        MockHttpServletResponse first = send(clerk, get(path));
        assertThat(first.getContentAsString())
                .contains("\"receivedAt\":\"2026-11-24T10:00:00+09:00\"", "\"user.family\":\"機械\"");
        String tag = String.valueOf(first.getHeader("ETag"));
        assertThat(send(clerk, get(path).header("If-None-Match", tag)).getStatus())
                .isEqualTo(304);
        assertThat(send(clerk, get(path + "/history")).getContentAsString()).contains("OPENED");
        assertThat(send(clerk, get("/api/v1/cases?view=all&q=機械")).getContentAsString())
                .contains("\"numberMatched\":1");
    }

    @Test
    @DisplayName("条件を名前で保存し、選んで、消せる")
    void savedFilters() throws Exception {
        String query = "view=all&q=" + java.net.URLEncoder.encode("水野", java.nio.charset.StandardCharsets.UTF_8);
        send(clerk, post("/office/cases/filters").param("name", "水野さんの件").param("query", query + "&evil=1"));
        String page = send(clerk, get("/office")).getContentAsString();
        assertThat(page).contains("水野さんの件", query.replace("&", "&amp;")).doesNotContain("evil");
        UUID id = db.sql("SELECT id FROM casework.saved_filter WHERE staff = :staff")
                .param("staff", clerk.staffId().value())
                .query(UUID.class)
                .single();
        send(staff.add("別の人", "water", Role.HANDLER), post("/office/cases/filters/" + id + "/delete"));
        assertThat(send(clerk, get("/office")).getContentAsString()).contains("水野さんの件");
        send(clerk, post("/office/cases/filters/" + id + "/delete"));
        assertThat(send(clerk, get("/office")).getContentAsString()).doesNotContain("水野さんの件");
    }

    private static Filed.New withFile(Filed.New filed, Filed.FileRef ref) {
        return new Filed.New(
                filed.submission(),
                filed.sequence(),
                filed.at(),
                filed.receipt(),
                filed.procedure(),
                filed.version(),
                filed.definitionHash(),
                filed.source(),
                filed.answers(),
                List.of(ref),
                filed.channel(),
                filed.typist(),
                filed.language(),
                filed.mail(),
                filed.linked());
    }

    private StoredFile store(String owner) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        Storing storing = files.store(new NewFile(new ByteArrayInputStream(png.toByteArray()), "家.png", owner, null));
        return ((Storing.Stored) storing).file();
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

    private List<@Nullable String> audited(String action) {
        return db.sql("SELECT what FROM audit.entry WHERE actor_id = :id AND action = :action")
                .param("id", clerk.id())
                .param("action", action)
                .query(String.class)
                .list();
    }

    private static MockHttpServletRequestBuilder once(MockHttpServletRequestBuilder request) {
        return request.param("onceId", UUID.randomUUID().toString());
    }

    private MockHttpServletResponse send(Actor.Staff who, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
