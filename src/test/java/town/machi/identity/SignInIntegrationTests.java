package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("職員のサインイン")
class SignInIntegrationTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext context;

    private People people;
    private Visitor visitor;
    private StaffMember hanako;

    @Autowired
    void meet(StaffRows staff, FactorRows factors, Passwords passwords, Ids ids) {
        people = new People(staff, factors, passwords, ids, clock);
    }

    @BeforeEach
    void arrive() throws Exception {
        clock.advance(Duration.ofDays(2));
        hanako = people.add("hanako" + clock.instant().getEpochSecond(), Role.HANDLER);
        visitor = new Visitor(http, "192.0.2.7");
        visitor.open("/office/sign-in");
    }

    @Test
    @DisplayName("パスワードと確認コードで入り、行きたかった画面へ進む")
    void bothFactorsOpenTheDoor() throws Exception {
        var closed = visitor.open("/office/account?x=1");
        assertThat(closed.getStatus()).isEqualTo(303);
        assertThat(closed.getHeader("Location")).isEqualTo("/office/sign-in?next=%2Foffice%2Faccount%3Fx%3D1");
        visitor.open("/office/sign-in?next=%2Foffice%2Faccount%3Fx%3D1");
        var first = visitor.submit(
                "/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD, "next", "/office/account?x=1");
        assertThat(first.getHeader("Location")).isEqualTo("/office/sign-in/code?next=%2Foffice%2Faccount%3Fx%3D1");
        var between = visitor.cookie("office");
        assertThat(visitor.open("/office/account").getStatus()).isEqualTo(303);
        visitor.open("/office/sign-in/code?next=%2Foffice%2Faccount%3Fx%3D1");
        var second = visitor.submit("/office/sign-in/code", "code", people.code(), "next", "/office/account?x=1");
        assertThat(second.getHeader("Location")).isEqualTo("/office/account?x=1");
        assertThat(visitor.cookie("office")).isNotEqualTo(between);
        assertThat(visitor.open("/office/account").getContentAsString()).contains(hanako.name(), hanako.mail());
        assertThat(audited("code", "ok", "staff")).isEqualTo(1);
    }

    @Test
    @DisplayName("いない人にも、間違えたパスワードにも、同じ答えを返す")
    void unknownAndWrongAreAnsweredAlike() throws Exception {
        var wrong = visitor.submit("/office/sign-in", "mail", hanako.mail(), "password", "wrong");
        var nobody = visitor.submit("/office/sign-in", "mail", "nobody@example.jp", "password", "wrong");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(without(nobody.getContentAsString(), "nobody@example.jp"))
                .isEqualTo(without(wrong.getContentAsString(), hanako.mail()));
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE subject = 'identity.staff:unknown'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    @DisplayName("五回間違えると休止し、正しいパスワードでも入れない。いない人でも同じ")
    void fiveWrongTriesAndItRests() throws Exception {
        for (var mail : new String[] {hanako.mail(), "ghost" + clock.instant().getEpochSecond() + "@example.jp"}) {
            for (var i = 0; i < 5; i++) {
                assertThat(password(mail, "wrong")).contains("違います");
            }
            assertThat(password(mail, People.PASSWORD)).contains("1分後");
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(password(hanako.mail(), "wrong")).contains("違います");
        assertThat(password(hanako.mail(), People.PASSWORD)).contains("2分後");
        clock.advance(Duration.ofMinutes(3));
        people.signedIn(http, hanako);
        assertThat(db.sql("SELECT count(*) FROM identity.sign_in WHERE staff_id = :id AND outcome = 'locked'")
                        .param("id", hanako.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("使った確認コードでは二度と入れない")
    void noCodeWorksTwice() throws Exception {
        people.signedIn(http, hanako);
        visitor.submit("/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD);
        visitor.open("/office/sign-in/code");
        var again = visitor.submit("/office/sign-in/code", "code", people.code());
        assertThat(again.getStatus()).isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(visitor.submit("/office/sign-in/code", "code", people.code()).getStatus())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("確認コードも五回間違えると休止する")
    void guessingCodesIsSlowToo() throws Exception {
        visitor.submit("/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD);
        visitor.open("/office/sign-in/code");
        for (var i = 0; i < 5; i++) {
            assertThat(visitor.submit("/office/sign-in/code", "code", "00000" + i)
                            .getContentAsString())
                    .contains("確認コードが違うか");
        }
        assertThat(visitor.submit("/office/sign-in/code", "code", people.code()).getContentAsString())
                .contains("1分後");
    }

    @Test
    @DisplayName("一つの接続元から続けすぎると、しばらく断る")
    void oneAddressHasItsPace() throws Exception {
        var hasty = new Visitor(http, "192.0.2.99");
        for (var i = 0; i < 200; i++) {
            assertThat(hasty.open("/office/welcome/nonsense").getStatus()).isEqualTo(410);
        }
        assertThat(hasty.open("/office/welcome/nonsense").getStatus()).isEqualTo(429);
        assertThat(visitor.open("/office/welcome/nonsense").getStatus()).isEqualTo(410);
    }

    @Test
    @DisplayName("セッションの印はスクリプトから見えず、設定の時間だけ待つ")
    void theSessionIsKeptWell() throws Exception {
        visitor.submit("/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD);
        visitor.open("/office/sign-in/code");
        var in = visitor.submit("/office/sign-in/code", "code", people.code());
        assertThat(in.getHeaders("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("office=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(db.sql("SELECT max_inactive_interval FROM identity.spring_session WHERE principal_name = :name")
                        .param("name", hanako.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3600);
    }

    @Test
    @DisplayName("読めないセッションは、なかったものとして入り直してもらう")
    void anUnreadableSessionIsNone() throws Exception {
        var signedIn = people.signedIn(http, hanako);
        db.sql("UPDATE identity.spring_session_attributes SET attribute_bytes = :junk")
                .param("junk", new byte[] {1, 2, 3})
                .update();
        assertThat(signedIn.open("/office/account").getStatus()).isEqualTo(303);
    }

    @Test
    @DisplayName("デモでない町に、デモの職員を作る口はない")
    void noDemoDoor() {
        assertThat(context.getBeanProvider(DemoStaff.class).getIfAvailable()).isNull();
    }

    @Test
    @DisplayName("よその画面から送られたフォームは受け取らない")
    void forgedFormsAreRefused() throws Exception {
        var signedIn = people.signedIn(http, hanako);
        assertThat(signedIn.forge("/office/account/sign-out-everywhere").getStatus())
                .isEqualTo(403);
        assertThat(signedIn.open("/office/account").getStatus()).isEqualTo(200);
        assertThat(visitor.forge("/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("パスワードのあとで十分たつと、はじめからやり直す")
    void theHalfDoneSignInEnds() throws Exception {
        visitor.submit("/office/sign-in", "mail", hanako.mail(), "password", People.PASSWORD);
        visitor.open("/office/sign-in/code");
        clock.advance(Duration.ofMinutes(11));
        assertThat(visitor.submit("/office/sign-in/code", "code", people.code()).getHeader("Location"))
                .isEqualTo("/office/sign-in");
    }

    @Test
    @DisplayName("すべての端末からサインアウトすると、どの端末でも終わる")
    void leavesEverywhere() throws Exception {
        var desk = people.signedIn(http, hanako);
        clock.advance(Duration.ofSeconds(30));
        var phone = people.signedIn(http, hanako);
        phone.open("/office/account");
        assertThat(phone.submit("/office/account/sign-out-everywhere").getHeader("Location"))
                .isEqualTo("/office/sign-in?left=yes");
        assertThat(desk.open("/office/account").getStatus()).isEqualTo(303);
        assertThat(phone.open("/office/account").getStatus()).isEqualTo(303);
    }

    @Test
    @DisplayName("セッションは十二時間で終わり、そのあと送られた文は失われない")
    void theDayEnds() throws Exception {
        var signedIn = people.signedIn(http, hanako);
        signedIn.open("/office/account");
        clock.advance(Duration.ofHours(13));
        var late = signedIn.submit("/office/somewhere", "note", "書きかけの文");
        assertThat(late.getStatus()).isEqualTo(403);
        assertThat(late.getContentAsString()).contains("別のタブでサインイン", "書きかけの文");
    }

    @Test
    @DisplayName("プログラム向けの窓口は401をJSONで返し、公開の画面はセッションを作らない")
    void programsGet401() throws Exception {
        var api = visitor.open("/api/office/anything");
        assertThat(api.getStatus()).isEqualTo(401);
        assertThat(api.getContentType()).startsWith("application/problem+json");
        var stranger = new Visitor(http, "192.0.2.8");
        stranger.open("/");
        stranger.open("/office/sign-in");
        assertThat(stranger.cookie("office")).isEmpty();
    }

    @Test
    @DisplayName("行き先に、よそのサイトは入れられない")
    void neverToAnotherSite() throws Exception {
        for (var elsewhere : new String[] {"https://evil.example", "//evil.example", "/office\\evil", "/search"}) {
            var page = visitor.open("/office/sign-in?next=" + java.net.URLEncoder.encode(elsewhere, "UTF-8"));
            assertThat(page.getContentAsString()).contains("name=\"next\" value=\"/office\"");
        }
    }

    private String password(String mail, String password) throws Exception {
        return visitor.submit("/office/sign-in", "mail", mail, "password", password)
                .getContentAsString();
    }

    private static String without(String page, String mail) {
        return page.replace(mail, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private int audited(String what, String outcome, String kind) {
        return db.sql("""
                        SELECT count(*) FROM audit.entry
                        WHERE subject = :subject AND what = :what AND outcome = :outcome AND actor_kind = :kind
                        """)
                .param("subject", "identity.staff:" + hanako.id())
                .param("what", what)
                .param("outcome", outcome)
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }
}
