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
import java.util.stream.Stream;
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
import tools.jackson.databind.JsonNode;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.kernel.PersonKey;
import town.machi.messaging.jdbc.LineStateRows;
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
    @DisplayName("平常と災害のメニューを三つの言語で用意し、切り替え、また戻す。古いものは残らない")
    void switches() {
        String japanese = newFriend("ja");
        String easy = newFriend("easy");
        String english = newFriend("en");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        assertThat(names(japanese, easy, english))
                .containsExactly("machi-normal-ja", "machi-normal-easy", "machi-normal-en");
        menus.switchTo(MenuMode.DISASTER);
        LINE.platform().faults().next(Endpoint.RICH_MENU_DEFAULT, new Fault.Broken(500));
        lanes.showMenu();
        clock.advance(Duration.ofMinutes(2));
        LINE.platform().faults().next(Endpoint.RICH_MENU_LINK, new Fault.LostAnswer());
        lanes.showMenu();
        clock.advance(Duration.ofMinutes(2));
        lanes.showMenu();
        assertThat(names(japanese, easy, english))
                .containsExactly("machi-disaster-ja", "machi-disaster-easy", "machi-disaster-en");
        assertThat(label(english)).isEqualTo("Emergency menu");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        assertThat(names(japanese, easy, english))
                .containsExactly("machi-normal-ja", "machi-normal-easy", "machi-normal-en");
        assertThat(LINE.platform().menus().list())
                .hasSize(6)
                .allMatch(menu -> menu.picture().isPresent());
        assertThat(LINE.faults()).isEmpty();
    }

    @Test
    @DisplayName("切り替えは、すでにあるメニューを指し替えるだけ。何も作らず、二度目は何も呼ばない")
    void switchIsQuick() {
        newFriend("en");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        LINE.forget();
        menus.switchTo(MenuMode.DISASTER);
        lanes.showMenu();
        lanes.showMenu();
        assertThat(LINE.calls(Endpoint.RICH_MENU_CREATE)).isEmpty();
        assertThat(LINE.calls(Endpoint.RICH_MENU_DEFAULT)).hasSize(1);
        assertThat(LINE.calls(Endpoint.RICH_MENU_LINK)).hasSize(1);
    }

    @Test
    @DisplayName("言葉を変えた友だちは、その言葉のメニューになる。日本語に戻すと、みんなと同じになる")
    void followsTheLanguage() {
        String user = newFriend("ja");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        speak(user, "en");
        lanes.showMenu();
        assertThat(names(user)).containsExactly("machi-normal-en");
        speak(user, "ja");
        lanes.showMenu();
        assertThat(names(user)).containsExactly("machi-normal-ja");
        assertThat(LINE.calls(Endpoint.RICH_MENU_UNLINK)).isNotEmpty();
    }

    @Test
    @DisplayName("LINEの側でメニューが消されていたら、作り直す")
    void madeAnew() {
        String user = newFriend("easy");
        menus.switchTo(MenuMode.NORMAL);
        lanes.showMenu();
        jdbc.sql("UPDATE messaging.rich_menu_made SET line_id = 'richmenu-gone'")
                .update();
        menus.switchTo(MenuMode.DISASTER);
        lanes.showMenu();
        showUntilTaken();
        assertThat(names(user)).containsExactly("machi-disaster-easy");
        assertThat(LINE.platform().menus().list()).hasSize(6);
    }

    /// As the lane does it: again after each pause. On a busy machine a call may take longer than the house waits.
    private void showUntilTaken() {
        LineStateRows state = new LineStateRows(jdbc);
        for (int tries = 0; tries < 10 && !state.isMenuSettled(); tries++) {
            clock.advance(Duration.ofMinutes(2));
            lanes.showMenu();
        }
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
        assertThat(personalData.find(key)).isEmpty();
        assertThat(links.listTied(friend)).isEmpty();
        assertThat(isFriend(friend))
                .as("a filing is forgotten, the friend stays one")
                .isTrue();
        links.tie(friend, "submission:" + submission);
        assertThat(personalData.erase(new PersonKey("だれか", null, null, null, Set.of(submission))))
                .isEqualTo(1);
        assertThat(isFriend(friend)).isFalse();
    }

    private boolean isFriend(FriendId friend) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM messaging.friend WHERE id = :id)")
                .param("id", friend.value())
                .query(Boolean.class)
                .single();
    }

    private MockHttpServletResponse get(String path, int status) throws Exception {
        MockHttpServletResponse response = http.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response;
    }

    private static List<String> names(String... users) {
        return Stream.of(users)
                .map(user -> shownTo(user).path("name").asString())
                .toList();
    }

    private static String label(String user) {
        return shownTo(user).path("chatBarText").asString();
    }

    private static JsonNode shownTo(String user) {
        return LINE.platform().menus().shownTo(user).orElseThrow().definition();
    }

    private void speak(String user, String language) {
        jdbc.sql("UPDATE messaging.friend SET language = :language WHERE line_user_id = :user")
                .param("language", language)
                .param("user", user)
                .update();
    }

    private String newFriend(String language) {
        return LINE.settle(jdbc, 1, "大字湯浦", language).getFirst();
    }

    private FriendId newFriend() {
        return jdbc.sql("SELECT id FROM messaging.friend WHERE line_user_id = :user")
                .param("user", newFriend("ja"))
                .query((row, _) -> FriendId.of(row.getString("id")))
                .single();
    }
}
