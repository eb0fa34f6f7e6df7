package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import town.machi.demo.line.Endpoint;
import town.machi.demo.line.LineFaults.Fault;
import town.machi.demo.line.LinePlatform;
import town.machi.kernel.Language;
import town.machi.support.MachiTest;

@MachiTest
@Import(TalkingHouse.Echo.class)
@DisplayName("LINEのトーク")
class LineTalkIntegrationTests extends TalkingHouse {

    @Test
    @DisplayName("友だちになると、言葉と地区を聞かれ、答えると覚える。返事は応答として出る")
    void follow() {
        assertThat(LINE.platform().phones().follow(user)).isEqualTo(200);
        work();
        assertThat(phone().lastText()).contains("芦北町").contains("Which language");
        tap("friend:language:en");
        assertThat(phone().lastText())
                .isEqualTo("Where do you live? Choose how the name of your district begins, or "
                        + "send its name. You will get the news that concern you.");
        tap("friend:row:ヤ");
        tap("friend:district:大字湯浦");
        assertThat(phone().lastText()).contains("Yunoura 湯浦");
        Friend friend = friend().orElseThrow();
        assertThat(friend.language()).isEqualTo(Language.EN);
        assertThat(friend.district()).contains("大字湯浦");
        assertThat(LINE.calls(Endpoint.PUSH)).isEmpty();
        assertThat(LINE.calls(Endpoint.REPLY)).hasSize(4);
    }

    @Test
    @DisplayName("地区は名前を書いても、かなでも、地図で示しても選べる")
    void districtByName() {
        LINE.platform().phones().follow(user);
        work();
        type("日本語");
        type("ゆのうら");
        assertThat(friend().flatMap(Friend::district)).contains("大字湯浦");
        type("地区");
        tap("friend:language:ja");
        LINE.platform().phones().sendPlace(user, "佐敷", 32.301121, 130.505716);
        work();
        assertThat(phone().lastText()).contains("佐敷");
        tap("friend:district:大字佐敷");
        assertThat(friend().flatMap(Friend::district)).contains("大字佐敷");
    }

    @Test
    @DisplayName("ボタンは、何の途中でも、その話題へ行く。「やめる」は、いつでも抜ける")
    void routing() {
        LINE.platform().phones().addFriend(user, "例子");
        type("こだま");
        type("二つ目");
        assertThat(phone().lastText()).isEqualTo("こだま:二つ目:1");
        tap("friend:begin:");
        tap("echo:tapped:42");
        assertThat(phone().lastText()).isEqualTo("こだま:tapped 42:0");
        assertThat(listener.answered)
                .extracting(FriendAnswered::postback)
                .contains(new Postback("echo", "tapped", "42"));
        type("やめる。");
        assertThat(phone().lastText()).contains("ここまでにします");
        type("何か");
        assertThat(phone().lastText()).contains("下から選んでください");
    }

    @Test
    @DisplayName("写真は先に取り込み、町のファイルとして話題に渡す")
    void picture() throws Exception {
        LINE.platform().phones().addFriend(user, "例子");
        type("こだま");
        LINE.platform().faults().next(Endpoint.CONTENT, new Fault.Broken(500));
        LINE.platform().phones().sendPicture(user, Pictures.jpeg());
        work();
        assertThat(echo.heard.getLast()).isInstanceOf(Heard.Text.class);
        clock.advance(Duration.ofMinutes(1));
        work();
        assertThat(echo.heard.getLast())
                .isInstanceOfSatisfying(
                        Heard.Image.class,
                        image -> assertThat(files.get(image.file()).owner()).startsWith("line-event:"));
    }

    @Test
    @DisplayName("去ると忘れる。遅れて届いた前の言葉では、友だちに戻らない。もう一度友だちになれる")
    void leaving() {
        LINE.platform().phones().follow(user);
        work();
        byte[] late = LineTown.bytes("{\"destination\":\"U0\",\"events\":[" + text("late", user, "こだま") + "]}");
        clock.advance(Duration.ofMinutes(1));
        LINE.clock().advance(Duration.ofMinutes(1));
        LINE.platform().phones().block(user);
        work();
        assertThat(friend()).isEmpty();
        assertThat(deliver(late, LineSignature.of("test-secret", late))).isEqualTo(200);
        work();
        assertThat(friend()).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM messaging.line_event WHERE body LIKE '%' || :user || '%'")
                        .param("user", user)
                        .query(Integer.class)
                        .single())
                .isZero();
        LINE.clock().advance(Duration.ofMinutes(1));
        LINE.platform().phones().follow(user);
        work();
        assertThat(friend()).isPresent();
    }

    @Test
    @DisplayName("話題がつまずいたら、何も残さずもう一度。答えは一つ")
    void failingTopic() {
        LINE.platform().phones().addFriend(user, "例子");
        echo.failures = 2;
        type("こだま");
        assertThat(phone().received()).isZero();
        clock.advance(Duration.ofSeconds(3));
        work();
        clock.advance(Duration.ofSeconds(15));
        work();
        assertThat(phone().received()).isEqualTo(1);
    }

    @Test
    @DisplayName("続けて届いた言葉への返事は、言った順に出る")
    void answersInOrder() {
        LINE.platform().phones().addFriend(user, "例子");
        LINE.platform().phones().type(user, "こだま");
        LINE.platform().phones().type(user, "二");
        LINE.platform().phones().type(user, "三");
        LINE.platform().faults().next(Endpoint.REPLY, new Fault.Late(Duration.ofMillis(300)));
        work();
        assertThat(phone().bubbles().stream()
                        .flatMap(bubble -> Optional.ofNullable(bubble.message()).stream())
                        .map(message -> message.path("text").asString()))
                .containsExactly("こだま:こだま:0", "こだま:二:1", "こだま:三:2");
    }

    @Test
    @DisplayName("応答の返事が失われても、二通にはならない。札が古ければ、ふつうの送信になる")
    void replyTokens() {
        LINE.platform().phones().addFriend(user, "例子");
        LINE.platform().faults().next(Endpoint.REPLY, new Fault.Late(Duration.ofMillis(900)));
        type("こだま");
        clock.advance(Duration.ofSeconds(5));
        work();
        assertThat(phone().received()).isEqualTo(1);
        assertThat(LINE.calls(Endpoint.REPLY))
                .extracting(LinePlatform.Seen::status)
                .containsExactlyInAnyOrder(200, 400);
        LINE.platform().phones().type(user, "遅い");
        clock.advance(Duration.ofMinutes(2));
        work();
        assertThat(LINE.calls(Endpoint.PUSH)).hasSize(1);
        assertThat(phone().received()).isEqualTo(2);
    }
}
