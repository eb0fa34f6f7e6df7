package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.Refusal;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("管理者が職員を扱う")
class RosterIntegrationTests {

    @Autowired
    private MockMvc http;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TestClock clock;

    @Autowired
    private Roster roster;

    @Autowired
    private StaffRows rows;

    @Autowired
    private FormerStaff formerStaff;

    @Autowired
    private DemoAtRest demoAtRest;

    private People people;
    private StaffMember chief;
    private StaffMember clerk;

    @Autowired
    void meet(StaffRows staff, FactorRows factors, Passwords passwords, Ids ids) {
        people = new People(staff, factors, passwords, ids, clock);
    }

    @BeforeEach
    void arrive() {
        db.sql("DELETE FROM identity.staff").update();
        clock.advance(Duration.ofDays(2));
        chief = people.add("chief", Role.ADMINISTRATOR);
        clerk = people.add("clerk", Role.HANDLER);
    }

    @Test
    @DisplayName("停止された人は、次のクリックで外へ出され、もう入れない")
    void suspensionTakesEffectAtOnce() throws Exception {
        var desk = people.signedIn(http, clerk);
        assertThat(desk.open("/office/account").getStatus()).isEqualTo(200);
        var admin = people.signedIn(http, chief);
        admin.open(page(clerk));
        admin.submit(page(clerk) + "/suspend", "revision", revision(clerk));
        assertThat(desk.open("/office/account").getStatus()).isEqualTo(303);
        clock.advance(Duration.ofSeconds(30));
        var back = people.signedIn(http, clerk);
        assertThat(back.open("/office/account").getStatus()).isEqualTo(303);
        admin.open(page(clerk));
        admin.submit(page(clerk) + "/resume", "revision", revision(clerk));
        clock.advance(Duration.ofSeconds(30));
        assertThat(people.signedIn(http, clerk).open("/office/account").getStatus())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("役割を変えると、入ったままの人にも次のクリックから効く")
    void rolesTakeEffectAtOnce() throws Exception {
        var desk = people.signedIn(http, clerk);
        assertThat(desk.open("/office/staff").getStatus()).isEqualTo(403);
        var refusal = roster.changeRights(
                chief.actor(), clerk.id(), 3, Set.of(new SectionId("water")), Set.of(Role.ADMINISTRATOR));
        assertThat(refusal).isEmpty();
        assertThat(desk.open("/office/staff").getStatus()).isEqualTo(200);
        roster.changeRights(chief.actor(), clerk.id(), 4, Set.of(new SectionId("water")), Set.of(Role.HANDLER));
        assertThat(desk.open("/office/staff").getStatus()).isEqualTo(403);
    }

    @Test
    @DisplayName("最後の管理者は外せず、自分の役割は変えられず、どちらも監査に残る")
    void theLastAdministratorStays() throws Exception {
        var admin = people.signedIn(http, chief);
        admin.open(page(chief));
        var own = admin.submit(page(chief) + "/rights", "revision", revision(chief), "roles", "AUDITOR");
        assertThat(own.getStatus()).isEqualTo(422);
        assertThat(own.getContentAsString()).contains("自分では変えられません");
        var other = people.add("other", Role.ADMINISTRATOR);
        assertThat(key(roster.suspend(other.actor(), chief.id(), 3))).isEqualTo("-");
        assertThat(key(roster.suspend(chief.actor(), other.id(), 3))).isEqualTo("identity.staff.last-administrator");
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE outcome LIKE 'refused:identity.staff.%'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("二人の管理者が同時に互いを止めても、一人は残る")
    void twoCannotRemoveEachOther() throws Exception {
        var other = people.add("other", Role.ADMINISTRATOR);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var one = pool.submit(() -> roster.suspend(chief.actor(), other.id(), 3));
            var two = pool.submit(() -> roster.suspend(other.actor(), chief.id(), 3));
            assertThat(List.of(key(one.get()), key(two.get())))
                    .containsExactlyInAnyOrder("-", "identity.staff.last-administrator");
        }
        assertThat(rows.hasAdministrator()).isTrue();
    }

    @Test
    @DisplayName("古い画面からの変更は受けず、今の内容を見せる")
    void staleActsAreAnswered() {
        roster.changeRights(
                chief.actor(), clerk.id(), 3, Set.of(new SectionId("tax")), Set.of(Role.HANDLER, Role.RECEPTION));
        assertThat(key(roster.suspend(chief.actor(), clerk.id(), 3))).isEqualTo("identity.staff.changed-meanwhile");
    }

    @Test
    @DisplayName("受けられなかった入力は、開いたまま箱に残る")
    void keepsWhatWasTyped() throws Exception {
        var admin = people.signedIn(http, chief);
        admin.open(page(clerk));
        String named = refused(admin, "/person", "name", "水野 すみ子", "mail", "no-address");
        assertThat(named)
                .contains("value=\"水野 すみ子\"", "value=\"no-address\"")
                .containsOnlyOnce("<details class=\"disclosure\" open");
        assertThat(refused(admin, "/end", "until", "来年の春")).contains("value=\"来年の春\"", "href=\"#f-until\"");
        assertThat(refused(admin, "/seats", "from", "四月から")).contains("value=\"四月から\"");
        assertThat(refused(admin, "/rights", "sections", "tax", "roles", "HELPER"))
                .containsPattern("name=\"sections\" value=\"tax\" checked")
                .containsPattern("name=\"roles\" value=\"HELPER\" checked")
                .doesNotContainPattern("name=\"roles\" value=\"HANDLER\" checked");
    }

    private String refused(Visitor admin, String act, String... boxes) throws Exception {
        List<String> typed = new ArrayList<>(List.of("revision", revision(clerk)));
        typed.addAll(List.of(boxes));
        var answer = admin.submit(page(clerk) + act, typed.toArray(String[]::new));
        assertThat(answer.getStatus()).isEqualTo(422);
        return answer.getContentAsString();
    }

    @Test
    @DisplayName("二段階認証を再設定すると、理由とリンクが本人に届き、端末から出され、リンクなしでは入れない")
    void aNewSecondFactor() throws Exception {
        var desk = people.signedIn(http, clerk);
        var admin = people.signedIn(http, chief);
        admin.open(page(clerk));
        var without = admin.submit(page(clerk) + "/renew", "revision", revision(clerk), "reason", " ");
        assertThat(without.getContentAsString()).contains("理由を入力してください");
        admin.submit(page(clerk) + "/renew", "revision", revision(clerk), "reason", "機種変更のため");
        assertThat(desk.open("/office/account").getStatus()).isEqualTo(303);
        var body = db.sql("SELECT body FROM messaging.outgoing WHERE recipient = 'clerk@example.jp'")
                .query(String.class)
                .single();
        assertThat(body).contains("機種変更のため", "/office/welcome/");
        var visitor = new Visitor(http, "192.0.2.7");
        visitor.open("/office/sign-in");
        assertThat(visitor.submit("/office/sign-in", "mail", clerk.mail(), "password", People.PASSWORD)
                        .getContentAsString())
                .contains("二段階認証の設定がまだです");
        var link = body.substring(body.indexOf("/office/welcome/"))
                .lines()
                .findFirst()
                .orElseThrow();
        visitor.open(link);
        assertThat(visitor.submit(link, "password", "wrong").getStatus()).isEqualTo(422);
        assertThat(visitor.submit(link, "password", People.PASSWORD).getStatus())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("一覧は氏名や課で絞れ、五十人ずつ数えて出る")
    void theListIsFoundIn() throws Exception {
        for (var i = 0; i < 55; i++) {
            people.add("many" + i, Role.RECEPTION);
        }
        var admin = people.signedIn(http, chief);
        assertThat(admin.open("/office/staff").getContentAsString()).contains("57", "page=2");
        assertThat(admin.open("/office/staff?page=2").getContentAsString()).contains("page=1");
        var one = admin.open("/office/staff?q=many54&section=water").getContentAsString();
        assertThat(one).contains("職員 many54").doesNotContain("職員 many53");
        assertThat(admin.open("/office/staff?section=tax").getContentAsString()).contains("当てはまる職員はいません");
        assertThat(admin.open("/office/staff?q=%25_").getContentAsString()).contains("当てはまる職員はいません");
    }

    @Test
    @DisplayName("退職した人の名と宛先は消え、番号だけが残る")
    void formerStaffAreForgotten() {
        var key = new PersonKey(null, null, null, "clerk@example.jp", Set.of());
        assertThat(formerStaff.erase(key)).isZero();
        roster.suspend(chief.actor(), clerk.id(), 3);
        assertThat(formerStaff.find(key)).hasSize(1);
        assertThat(formerStaff.erase(key)).isPositive();
        assertThat(formerStaff.find(key)).isEmpty();
        assertThat(rows.find(clerk.id()).orElseThrow().member().name()).isEqualTo(FormerStaff.NAME);
    }

    @Test
    @DisplayName("氏名や宛先を変えると、前の宛先にも知らせ、新しい宛先で入る")
    void anotherNameAndAddress() throws Exception {
        people.add("taken", Role.AUDITOR);
        assertThat(key(roster.changePerson(chief.actor(), clerk.id(), 3, "職員 二世", "taken@example.jp")))
                .isEqualTo("identity.staff.mail-taken");
        assertThat(key(roster.changePerson(chief.actor(), clerk.id(), 3, "職員 二世", "new@example.jp")))
                .isEqualTo("-");
        assertThat(db.sql("SELECT count(*) FROM messaging.outgoing WHERE recipient = 'clerk@example.jp'"
                                + " AND body LIKE '%氏名かメールアドレス%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var desk = people.signedIn(http, rows.find(clerk.id()).orElseThrow().member());
        assertThat(desk.open("/office/account").getContentAsString()).contains("職員 二世", "new@example.jp");
    }

    @Test
    @DisplayName("続けて間違えた人の休止を、管理者が解ける")
    void endsTheRest() throws Exception {
        var visitor = new Visitor(http, "192.0.2.7");
        visitor.open("/office/sign-in");
        for (var i = 0; i < 5; i++) {
            visitor.submit("/office/sign-in", "mail", clerk.mail(), "password", "wrong");
        }
        var admin = people.signedIn(http, chief);
        assertThat(admin.open(page(clerk)).getContentAsString()).contains("休止を解く");
        admin.submit(page(clerk) + "/end-rest");
        assertThat(people.signedIn(http, clerk).open("/office/account").getStatus())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("デモで始めた町がデモをやめると、デモの職員は入れない")
    void demoStaffAreAtRest() throws Exception {
        rows.markDemo(clerk.id());
        var desk = people.signedIn(http, clerk);
        demoAtRest.afterSingletonsInstantiated();
        assertThat(desk.open("/office/account").getStatus()).isEqualTo(303);
        assertThat(rows.find(clerk.id()).orElseThrow().state()).isEqualTo(StaffState.SUSPENDED);
        assertThat(rows.find(chief.id()).orElseThrow().state()).isEqualTo(StaffState.ACTIVE);
    }

    private String revision(StaffMember member) {
        return String.valueOf(rows.find(member.id()).orElseThrow().revision());
    }

    private static String page(StaffMember member) {
        return "/office/staff/" + member.id();
    }

    private static String key(java.util.Optional<Refusal> refusal) {
        return refusal.map(Refusal::key).orElse("-");
    }
}
