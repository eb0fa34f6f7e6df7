package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("一度だけのリンクから始める")
class EnrolmentIntegrationTests {

    private static final Pattern KEY = Pattern.compile("class=\"code-key\">([A-Z2-7 ]+)<");
    private static final Pattern CODES = Pattern.compile("<li>([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})</li>");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/office/welcome/\\S+)");

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Autowired
    private FirstAdministrator first;

    @Autowired
    private StaffDirectory directory;

    @BeforeEach
    void nobodyYet() {
        db.sql("DELETE FROM identity.staff").update();
        db.sql("DELETE FROM identity.one_time_link").update();
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    @DisplayName("最初の管理者は、画面に出たリンクから、パスワードと認証アプリを設定して入る")
    void theFirstAdministratorComesByTheLink() throws Exception {
        var link = first.issue(false).orElseThrow();
        assertThat(db.sql("SELECT hash FROM identity.one_time_link")
                        .query(String.class)
                        .single())
                .doesNotContain(link.substring(link.lastIndexOf('/') + 1));
        var visitor = new Visitor(http, "192.0.2.7");
        var codes = enrol(visitor, link, "町長 太郎", "Taro@Example.jp");
        assertThat(codes).hasSize(10);
        assertThat(visitor.open("/office/staff").getContentAsString()).contains("町長 太郎");
        var taro = directory.findByMail("taro@example.jp").orElseThrow();
        assertThat(taro.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(new Visitor(http, "192.0.2.8").open(link).getStatus()).isEqualTo(410);
        assertThat(first.issue(false)).isEmpty();
    }

    @Test
    @DisplayName("新しいリンクが古いリンクに代わり、一日で使えなくなる。同時に始まった節点は一つだけ出す")
    void oneLinkAtATime() throws Exception {
        var old = first.issue(false).orElseThrow();
        assertThat(first.issue(false)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        var link = first.issue(false).orElseThrow();
        var visitor = new Visitor(http, "192.0.2.7");
        assertThat(visitor.open(old).getStatus()).isEqualTo(410);
        assertThat(visitor.open(link).getStatus()).isEqualTo(200);
        clock.advance(Duration.ofHours(25));
        assertThat(visitor.open(link).getStatus()).isEqualTo(410);
    }

    @Test
    @DisplayName("管理者が全員入れなくなったときは、動かす人が頼めば新しいリンクが出る")
    void theOperatorCanAskForALink() throws Exception {
        enrol(new Visitor(http, "192.0.2.7"), first.issue(false).orElseThrow(), "町長 太郎", "taro@example.jp");
        clock.advance(Duration.ofMinutes(1));
        var link = first.issue(true).orElseThrow();
        var visitor = new Visitor(http, "192.0.2.8");
        visitor.open(link);
        var taken = visitor.submit(
                link,
                "name",
                "太郎",
                "mail",
                "TARO@example.jp",
                "password",
                "umi no mieru machi",
                "again",
                "umi no mieru machi");
        assertThat(taken.getContentAsString()).contains("すでに登録されています");
        enrol(visitor, link, "副町長 次郎", "jiro@example.jp");
        assertThat(directory.listActive()).hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        var forgotten = first.issue(true).orElseThrow();
        assertThat(first.issue(false)).isEmpty();
        assertThat(visitor.open(forgotten).getStatus()).isEqualTo(410);
    }

    @Test
    @DisplayName("同じリンクを二人が開いても、管理者は一人だけできる")
    void theLinkWorksOnce() throws Exception {
        var link = first.issue(false).orElseThrow();
        var slow = new Visitor(http, "192.0.2.7");
        begin(slow, link, "二番 手", "second@example.jp", "tanbo no kaeru ga naku");
        var key = appKey(slow, link);
        enrol(new Visitor(http, "192.0.2.8"), link, "一番 乗り", "first@example.jp");
        var late = slow.submit(link + "/app", "code", code(key));
        assertThat(late.getStatus()).isEqualTo(410);
        assertThat(directory.listActive()).extracting(StaffMember::name).containsExactly("一番 乗り");
    }

    @Test
    @DisplayName("弱いパスワード、食い違い、空の氏名は、打ったものを残して項目ごとに伝える")
    void whatIsWrongIsSaidByField() throws Exception {
        var link = first.issue(false).orElseThrow();
        var visitor = new Visitor(http, "192.0.2.7");
        visitor.open(link);
        var page = visitor.submit(link, "name", " ", "mail", "taro@", "password", "short", "again", "short");
        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains("氏名を100文字以内", "メールアドレスを正しく", "12文字以上", "value=\"taro@\"")
                .doesNotContain("value=\"short\"");
        var differs = visitor.submit(
                link, "name", "太郎", "mail", "taro@example.jp", "password", "tanbo no kaeru ga", "again", "tanbo");
        assertThat(differs.getContentAsString()).contains("同じではありません");
        assertThat(visitor.open(link + "/app").getHeader("Location")).isEqualTo(link);
    }

    @Test
    @DisplayName("招待された人はメールのリンクから入り、招かれた役割だけを持つ")
    void theInvitedComeByMail() throws Exception {
        var chief = new Visitor(http, "192.0.2.7");
        enrol(chief, first.issue(false).orElseThrow(), "町長 太郎", "taro@example.jp");
        var form = chief.open("/office/staff/invite").getContentAsString();
        var id = valueOf(form, "onceId");
        for (var i = 0; i < 2; i++) {
            var sent = chief.submit(
                    "/office/staff/invite",
                    "onceId",
                    id,
                    "name",
                    "水野 花子",
                    "mail",
                    "hanako@example.jp",
                    "sections",
                    "water",
                    "roles",
                    "HANDLER");
            assertThat(sent.getHeader("Location")).isEqualTo("/office/staff/" + id + "?done=invite");
        }
        var mails = bodiesTo("hanako@example.jp");
        assertThat(mails).hasSize(1);
        var hanako = new Visitor(http, "192.0.2.9");
        enrol(hanako, linkIn(mails.getFirst()), "", "");
        assertThat(hanako.open("/office/account").getContentAsString()).contains("水野 花子", "上下水道課", "担当");
        assertThat(hanako.open("/office/staff").getStatus()).isEqualTo(403);
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE action = 'REFUSAL' AND what = 'GET /office/staff'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("予備コードは一つずつ一度だけ使え、発行し直すと前のものは使えない")
    void recoveryCodesWorkOnce() throws Exception {
        var visitor = new Visitor(http, "192.0.2.7");
        var codes = enrol(visitor, first.issue(false).orElseThrow(), "町長 太郎", "taro@example.jp");
        assertThat(recover(codes.getFirst())).isEqualTo(303);
        assertThat(recover(codes.getFirst())).isEqualTo(422);
        visitor.open("/office/account");
        var renewed = visitor.submit("/office/account/recovery-codes", "codes-password", "tanbo no kaeru ga naku");
        assertThat(codesIn(renewed.getContentAsString())).hasSize(10);
        assertThat(recover(codes.get(1))).isEqualTo(422);
        assertThat(recover(codesIn(renewed.getContentAsString()).getFirst())).isEqualTo(303);
        assertThat(bodiesTo("taro@example.jp")).anyMatch(body -> body.contains("予備コード"));
    }

    private int recover(String code) throws Exception {
        var visitor = new Visitor(http, "192.0.2.10");
        visitor.open("/office/sign-in");
        visitor.submit("/office/sign-in", "mail", "taro@example.jp", "password", "tanbo no kaeru ga naku");
        visitor.open("/office/sign-in/code");
        return visitor.submit("/office/sign-in/recovery-code", "recovery-code", code)
                .getStatus();
    }

    private List<String> enrol(Visitor visitor, String link, String name, String mail) throws Exception {
        begin(visitor, link, name, mail, "tanbo no kaeru ga naku");
        var key = appKey(visitor, link);
        assertThat(visitor.open(link + "/app.svg").getContentType()).startsWith("image/svg+xml");
        visitor.open(link + "/app");
        var done = visitor.submit(link + "/app", "code", code(key));
        assertThat(done.getStatus()).isEqualTo(200);
        return codesIn(done.getContentAsString());
    }

    private static void begin(Visitor visitor, String link, String name, String mail, String password)
            throws Exception {
        visitor.open(link);
        var next = visitor.submit(link, "name", name, "mail", mail, "password", password, "again", password);
        assertThat(next.getHeader("Location")).isEqualTo(link + "/app");
    }

    private static String appKey(Visitor visitor, String link) throws Exception {
        var matcher = KEY.matcher(visitor.open(link + "/app").getContentAsString());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1).replace(" ", "");
    }

    private String code(String key) {
        return new Totp(key).codeAt(Totp.stepAt(clock.instant()));
    }

    private List<String> bodiesTo(String mail) {
        return db.sql(
                        "SELECT body FROM messaging.outgoing WHERE recipient = :mail AND body IS NOT NULL ORDER BY created_at")
                .param("mail", mail)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static String linkIn(String body) {
        var matcher = LINK.matcher(body);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static List<String> codesIn(String page) {
        return CODES.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String valueOf(String page, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
