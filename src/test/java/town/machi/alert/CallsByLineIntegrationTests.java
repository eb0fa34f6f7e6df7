package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.alert.talk.CallDesk;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.LineTown;
import town.machi.messaging.Pictures;
import town.machi.messaging.line.LineLanes;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("LINEから届く住民の声")
class CallsByLineIntegrationTests {

    private static final LineTown LINE = new LineTown();

    @Autowired
    MockMvc http;

    @Autowired
    LineLanes lanes;

    @Autowired
    CallDesk desk;

    @Autowired
    FriendLinks links;

    @Autowired
    ObjectProvider<PersonalData> personalData;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    Actor.Staff clerk = Sample.WRITER;
    String user = "";

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @BeforeEach
    void newFriend() {
        LINE.connect(http);
        LINE.forget();
        clock.set(TestClock.START);
        LINE.clock().set(TestClock.START);
        jdbc.sql("DELETE FROM alert.call").update();
        user = LINE.settle(jdbc, 1, "大字佐敷", "ja").getFirst();
        clerk = staff.add("防災 守", "general", Role.HANDLER);
    }

    @Test
    @DisplayName("送られた写真は取りに行って残され、住民の声に出て、求めに応じて示し、消せる")
    void photo() throws Exception {
        LINE.platform().phones().tap(user, "alert:damage:", "");
        work();
        LINE.platform().phones().tap(user, "alert:kind:road.", "");
        work();
        LINE.platform().phones().sendPicture(user, Pictures.jpeg());
        work();
        Call call = desk.list(false, clerk).getFirst();
        UUID file = desk.entries(call).stream()
                .flatMap(entry -> entry.file().stream())
                .findFirst()
                .orElseThrow();
        String photo = "/office/response/photos/" + file;
        String page = send(get("/office/response/" + call.id()), 200);
        assertThat(page).contains("src=\"" + photo + "\"");
        assertThat(page).doesNotContain("LINEの表示名: ");
        assertThat(http.perform(get(photo).with(staff.signedIn(clerk)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .isNotEmpty();
        Actor.Staff tax = staff.add("税所 例", "tax", Role.HANDLER);
        http.perform(get(photo).with(staff.signedIn(tax))).andExpect(status().isNotFound());

        PersonKey key = PersonKey.ofSubmission(tie());
        PersonalData calls = personalData.stream()
                .filter(data -> data.room().equals("alert") && !data.find(key).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(calls.export(key).getFirst().values()).containsEntry("写真", "1枚");
        assertThat(calls.erase(key)).as("a filing is forgotten, not the person").isZero();
        PersonKey person = new PersonKey("だれか", null, null, null, key.submissions());
        assertThat(calls.erase(person)).isEqualTo(1);
        assertThat(calls.find(key)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM platform.file WHERE owner = :owner")
                        .param("owner", call.subject())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("画面を写したPNGも、写真として受け取る")
    void screenshot() {
        LINE.platform().phones().tap(user, "alert:kind:road.", "");
        work();
        LINE.platform().phones().sendPicture(user, Pictures.png());
        work();
        assertThat(desk.entries(desk.list(false, clerk).getFirst()))
                .anyMatch(entry -> entry.file().isPresent());
    }

    @Test
    @DisplayName("LINEの表示名は、押したときだけLINEに聞き、証跡に残り、町には残らない")
    void name() throws Exception {
        LINE.platform().phones().tap(user, "alert:help:", "");
        work();
        Call call = desk.list(false, clerk).getFirst();
        String name = LINE.platform().phones().get(user).name();
        assertThat(send(get("/office/response/" + call.id()), 200)).doesNotContain(name + "</strong>");
        assertThat(send(post("/office/response/" + call.id() + "/name"), 200))
                .contains("LINEの表示名: <strong>" + name + "</strong>");
        assertThat(jdbc.sql("SELECT count(*) FROM audit.entry WHERE subject = :subject AND what = 'line-name'")
                        .param("subject", call.subject())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(send(get("/office/response/" + call.id()), 200)).doesNotContain(name + "</strong>");
    }

    @Test
    @DisplayName("公式LINEの画面に、友だちの数と、今月の残りの通数が出る。足りなければ告げる")
    void quota() throws Exception {
        LINE.platform().quota().limit(0);
        try {
            assertThat(send(get("/office/line"), 200)).contains("残り 0通", "友だち全員に一度送ることができません", "佐敷");
            LINE.platform().quota().limit(-1);
            clock.advance(java.time.Duration.ofMinutes(2));
            assertThat(send(get("/office/line"), 200)).contains("上限なし").doesNotContain("友だち全員に一度送ることができません");
        } finally {
            LINE.platform().quota().limit(-1);
        }
    }

    private String send(MockHttpServletRequestBuilder request, int status) throws Exception {
        return http.perform(request.with(staff.signedIn(clerk)).with(csrf()))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private UUID tie() {
        UUID submission = UUID.randomUUID();
        FriendId friend = jdbc.sql("SELECT id FROM messaging.friend WHERE line_user_id = :user")
                .param("user", user)
                .query((row, _) -> FriendId.of(row.getString("id")))
                .single();
        links.tie(friend, "submission:" + submission);
        return submission;
    }

    private void work() {
        lanes.fetchAllDue();
        lanes.hearAllDue();
        lanes.pushAllDue();
    }
}
