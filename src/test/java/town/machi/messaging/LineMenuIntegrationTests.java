package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LineMenus;
import town.machi.kernel.PersonKey;
import town.machi.messaging.line.LineLanes;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("LINEのメニューと、トークから開くリンク")
class LineMenuIntegrationTests {

    private static final LineTown LINE = new LineTown();

    @Autowired
    private RichMenus menus;

    @Autowired
    private LineLanes lanes;

    @Autowired
    private FriendLinks links;

    @Autowired
    private LinePersonalData personalData;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc http;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void line(DynamicPropertyRegistry registry) {
        LINE.register(registry);
    }

    @BeforeEach
    void forget() {
        LINE.forget();
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("平常のメニューを出し、災害のメニューに切り替え、また戻す。古いものは残らない")
    void switches() {
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        assertThat(shown().definition().path("name").asString()).isEqualTo("machi-normal");
        menus.switchTo(MenuMode.DISASTER);
        LINE.platform().faults().next(Endpoint.RICH_MENU_CREATE, new Fault.Broken(500));
        lanes.showMenu();
        clock.advance(Duration.ofMinutes(2));
        lanes.showMenu();
        assertThat(shown().definition().path("name").asString()).isEqualTo("machi-disaster");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        lanes.showMenu();
        assertThat(shown().definition().path("name").asString()).isEqualTo("machi-normal");
        assertThat(shown().picture()).isPresent();
        assertThat(LINE.platform().menus().list()).hasSize(1);
        assertThat(LINE.faults()).isEmpty();
    }

    @Test
    @DisplayName("リンクは一度だけ開き、開いた人が誰の友だちかを2時間覚える。見ただけでは使われない")
    void linkOnce() throws Exception {
        FriendId friend = newFriend();
        URI link = links.open(friend, "/procedures");
        assertThat(get(link.getPath(), 200).getContentAsString()).contains("町のページへ進む");
        assertThat(get(link.getPath(), 200)).isNotNull();
        MockHttpServletResponse followed =
                http.perform(post(link.getPath()).with(csrf())).andReturn().getResponse();
        assertThat(followed.getStatus()).isEqualTo(303);
        assertThat(followed.getHeader("Location")).endsWith("/procedures");
        Cookie visit = Objects.requireNonNull(followed.getCookie(FriendLinks.COOKIE));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(visit);
        assertThat(links.findVisitor(request)).contains(friend);
        assertThat(http.perform(post(link.getPath()).with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(410);
        clock.advance(Duration.ofHours(3));
        assertThat(links.findVisitor(request)).isEmpty();
    }

    @Test
    @DisplayName("1時間を過ぎたリンク、作りもののリンクは開かない")
    void linkTooOld() throws Exception {
        URI link = links.open(newFriend(), "/procedures");
        clock.advance(Duration.ofMinutes(61));
        assertThat(get(link.getPath(), 410).getContentAsString()).contains("このリンクは使えません");
        get("/line/open/none", 410);
    }

    @Test
    @DisplayName("町が持つ届出で友だちが見つかり、求めに応じて示し、消せる")
    void personalData() {
        FriendId friend = newFriend();
        UUID submission = UUID.randomUUID();
        links.tie(friend, "submission:" + submission);
        links.tie(friend, "submission:" + submission);
        PersonKey key = PersonKey.ofSubmission(submission);
        assertThat(links.listTied(friend)).containsExactly("submission:" + submission);
        assertThat(personalData.find(key)).hasSize(1);
        assertThat(personalData.export(key).getFirst().values()).containsEntry("地区", "大字湯浦");
        assertThat(personalData.erase(key)).isEqualTo(1);
        assertThat(personalData.find(new PersonKey(null, null, null, null, Set.of(submission))))
                .isEmpty();
    }

    private MockHttpServletResponse get(String path, int status) throws Exception {
        MockHttpServletResponse response = http.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response;
    }

    private static LineMenus.Menu shown() {
        return LINE.platform().menus().shown().orElseThrow();
    }

    private FriendId newFriend() {
        List<String> users = LINE.settle(jdbc, 1, "大字湯浦", "ja");
        return jdbc.sql("SELECT id FROM messaging.friend WHERE line_user_id = :user")
                .param("user", users.getFirst())
                .query((row, _) -> FriendId.of(row.getString("id")))
                .single();
    }
}
