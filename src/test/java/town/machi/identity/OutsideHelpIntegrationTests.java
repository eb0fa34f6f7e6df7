package town.machi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("外部の支援者の利用には期限があり、住民の個人情報は見えない")
class OutsideHelpIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    Roster roster;

    @Autowired
    StaffRows rows;

    @Autowired
    StaffDirectory directory;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    Actor.Staff administrator = new Actor.Staff(new StaffId(UUID.randomUUID()), "", Set.of(), Set.of());
    Actor.Staff helper = administrator;

    @BeforeEach
    void someoneFromOutside() {
        clock.set("2026-11-24T10:00:00+09:00");
        administrator = staff.add("管 理子", "general", Role.ADMINISTRATOR);
        helper = staff.add("企業 起人", "", Role.HELPER);
        rows.changeEnd(helper.staffId(), Optional.of(LocalDate.of(2027, 3, 31)));
    }

    @Test
    @DisplayName("期限のない外部支援者は招待できず、課だけを付けることもできない")
    void invited() {
        var member = new StaffMember(
                new StaffId(UUID.randomUUID()), "企業 起人", "kigyo@example.jp", Set.of(), Set.of(Role.HELPER), false);
        assertThat(roster.invite(administrator, member)).containsOnlyKeys("until");
        var inSection = new StaffMember(
                member.id(), member.name(), member.mail(), Set.of(new SectionId("water")), member.roles(), false);
        Optional<LocalDate> end = Optional.of(LocalDate.of(2027, 3, 31));
        assertThat(roster.invite(administrator, inSection, end)).containsOnlyKeys("sections");
        assertThat(roster.invite(administrator, member, end)).isEmpty();
        assertThat(roster.findEnd(member.id())).isEqualTo(end);
    }

    @Test
    @DisplayName("最後の日まで使え、次の日からはサインイン中でも使えない")
    void ends() throws Exception {
        clock.set("2027-03-31T23:50:00+09:00");
        assertThat(rows.findActiveRevision(helper.staffId())).isPresent();
        assertThat(rows.find(helper.staffId()).orElseThrow().isActive()).isTrue();
        clock.set("2027-04-01T00:01:00+09:00");
        assertThat(rows.findActiveRevision(helper.staffId())).isEmpty();
        assertThat(rows.find(helper.staffId()).orElseThrow().isActive()).isFalse();
        assertThat(directory.listActive()).noneMatch(member -> member.id().equals(helper.staffId()));
        assertThat(answer(get("/office/account"), helper).getStatus()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/cases",
                "/office/decisions",
                "/office/documents",
                "/office/picture",
                "/office/water/points",
                "/office/staff",
                "/office/audit"
            })
    @DisplayName("どの入口からも、住民の名前や案件には届かない")
    void seesNobody(String path) throws Exception {
        MockHttpServletResponse answer = answer(get(path), helper);
        assertThat(answer.getStatus()).as(path).isIn(200, 403, 404);
        assertThat(answer.getContentAsString()).doesNotContain("/office/cases/0", "href=\"/office/water/points/");
        String menu = answer(get("/office/account"), helper).getContentAsString();
        assertThat(menu).contains("自分の設定").doesNotContain(">案件", ">文書<", ">職員<");
    }

    @Test
    @DisplayName("期限は画面で変えられ、外部支援者からは外せない。職には付けない")
    void onTheScreen() throws Exception {
        String path = "/office/staff/" + helper.staffId();
        long revision = rows.find(helper.staffId()).orElseThrow().revision();
        assertThat(answer(end(path, "", revision), administrator).getStatus()).isEqualTo(422);
        assertThat(answer(end(path, "さくらの咲くころ", revision), administrator).getContentAsString())
                .contains("最後の日を読めません");
        assertThat(answer(end(path, "令和9年9月30日", revision), administrator).getStatus())
                .isEqualTo(303);
        assertThat(answer(get(path), administrator).getContentAsString()).contains("令和9年9月30日(木) まで");
        var seats = post(path + "/seats").param("from", "令和9年4月1日").param("seats", "mayor");
        assertThat(answer(seats, administrator).getContentAsString()).contains("外部支援の人は、決裁する職につけません");
    }

    @Test
    @DisplayName("期限の過ぎた人は消せて、使えるうちは消せない")
    void forgotten() {
        assertThat(rows.forget(helper.staffId(), "（退職した職員）")).isFalse();
        clock.set("2027-04-01T00:01:00+09:00");
        assertThat(rows.forget(helper.staffId(), "（退職した職員）")).isTrue();
        assertThat(directory.nameOf(helper.staffId())).isEqualTo("（退職した職員）");
    }

    @Test
    @DisplayName("管理者は、日付をつけて職を登録できる")
    void seated() throws Exception {
        Actor.Staff clerk = staff.add("園田 隆", "water", Role.DECIDER);
        String path = "/office/staff/" + clerk.staffId();
        var seats = post(path + "/seats").param("from", "令和9年4月1日").param("seats", "head@water", "head@tax");
        assertThat(answer(seats, administrator).getStatus()).isEqualTo(303);
        assertThat(answer(get(path), administrator).getContentAsString())
                .contains("上下水道課 課長　令和9年4月1日(木)から")
                .doesNotContain("税務課 課長　");
        var before = post(path + "/seats").param("from", "令和8年4月1日");
        assertThat(answer(before, administrator).getStatus()).isEqualTo(422);
        assertThat(List.of(answer(seats, clerk).getStatus())).containsExactly(403);
    }

    private static MockHttpServletRequestBuilder end(String path, String until, long revision) {
        return post(path + "/end").param("until", until).param("revision", String.valueOf(revision));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
