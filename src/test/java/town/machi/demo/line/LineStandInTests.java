package town.machi.demo.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.support.TestClock;

@DisplayName("LINEの代わりは、LINEと同じように断る")
class LineStandInTests {

    private static final String USER = "U" + "a".repeat(32);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestClock clock = new TestClock();
    private final LinePlatform line = LinePlatform.start("s", "t", (_, _) -> 200, clock);

    @BeforeEach
    void addPhone() {
        line.phones().addFriend(USER, "例子");
    }

    @AfterEach
    void close() {
        line.close();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("足りない本文、長すぎる本文は400。どこが悪いかを告げ、何も届かない")
    @CsvSource(
            delimiter = '|',
            value = {
                "宛先がない|push|{'messages':[{'type':'text','text':'a'}]}|to",
                "宛先の形が違う|push|{'to':'hanako','messages':[{'type':'text','text':'a'}]}|to",
                "文が空|push|{'to':'@','messages':[{'type':'text','text':''}]}|messages[0].text",
                "文がない|multicast|{'to':['@'],'messages':[]}|messages",
                "六つの文|multicast|{'to':['@'],'messages':[%,%,%,%,%,%]}|messages",
                "宛先が空|multicast|{'to':[],'messages':[%]}|to",
                "知らない種類|push|{'to':'@','messages':[{'type':'telegram'}]}|messages[0].type",
                "場所に題がない|push|{'to':'@','messages':[{'type':'location','address':'a','latitude':1,'longitude':2}]}|messages[0].title",
                "地球の外|push|{'to':'@','messages':[{'type':'location','title':'a','address':'a','latitude':91,'longitude':2}]}|messages[0].latitude",
                "httpの絵|push|{'to':'@','messages':[{'type':'image','originalContentUrl':'http://a/b','previewImageUrl':'https://a/b'}]}|messages[0].originalContentUrl",
                "返事の札がない|reply|{'messages':[%]}|replyToken"
            })
    void wrongBodies(String name, String endpoint, String body, String place) throws Exception {
        String json = body.replace("%", "{'type':'text','text':'a'}")
                .replace("@", USER)
                .replace('\'', '"');
        HttpResponse<String> answer = post(endpoint, json, null);
        assertThat(answer.statusCode()).as(name).isEqualTo(400);
        assertThat(answer.body()).contains("\"property\":\"" + place + "\"").contains("The request body has");
        assertThat(line.phones().get(USER).received()).isZero();
    }

    @Test
    @DisplayName("文は5,000まで、選ぶ札は13まで、札の字は20まで")
    void lengths() throws Exception {
        assertThat(post("push", text("🍎".repeat(2_500), ""), null).statusCode())
                .isEqualTo(200);
        assertThat(post("push", text("🍎".repeat(2_501), ""), null).statusCode())
                .isEqualTo(400);
        assertThat(post("push", text("a", items(13, "あ".repeat(20))), null).statusCode())
                .isEqualTo(200);
        assertThat(post("push", text("a", items(14, "あ")), null).statusCode()).isEqualTo(400);
        assertThat(post("push", text("a", items(1, "あ".repeat(21))), null).statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("同じ鍵は一度だけ。24時間で忘れる。鍵を取らない窓口に添えると400")
    void retryKeys() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = post("push", text("a", ""), key);
        HttpResponse<String> second = post("push", text("a", ""), key);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("x-line-accepted-request-id"))
                .isEqualTo(first.headers().firstValue("x-line-request-id"));
        clock.advance(Duration.ofHours(25));
        assertThat(post("push", text("a", ""), key).statusCode()).isEqualTo(200);
        assertThat(post("push", text("a", ""), "once").statusCode()).isEqualTo(400);
        assertThat(post("reply", "{}", key).statusCode()).isEqualTo(400);
        assertThat(line.phones().get(USER).received()).isEqualTo(2);
    }

    @Test
    @DisplayName("一斉送信は一時間に60回まで。61回目は429")
    void limits() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertThat(post("broadcast", "{\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}", null)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(post("broadcast", "{\"messages\":[{\"type\":\"text\",\"text\":\"a\"}]}", null)
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    @DisplayName("ブロックした人には届かず、200が返る。使い切った月は429。合鍵が違えば401")
    void blockedAndQuota() throws Exception {
        line.phones().block(USER);
        assertThat(post("push", text("a", ""), null).statusCode()).isEqualTo(200);
        assertThat(line.phones().get(USER).received()).isZero();
        line.phones().follow(USER);
        line.quota().limit(1);
        assertThat(post("push", text("a", ""), null).statusCode()).isEqualTo(200);
        assertThat(post("push", text("a", ""), null).body()).contains("monthly limit");
        HttpRequest stranger = HttpRequest.newBuilder(address("push"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(http.send(stranger, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> post(String endpoint, String body, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(endpoint))
                .header("authorization", "Bearer t")
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("x-line-retry-key", key);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String endpoint) {
        return line.account().api().resolve("/v2/bot/message/" + endpoint);
    }

    private static String text(String text, String quickReply) {
        return "{\"to\":\"" + USER + "\",\"messages\":[{\"type\":\"text\",\"text\":\"" + text + "\"" + quickReply
                + "}]}";
    }

    private static String items(int count, String label) {
        String item =
                "{\"type\":\"action\",\"action\":{\"type\":\"message\",\"text\":\"x\",\"label\":\"" + label + "\"}}";
        return ",\"quickReply\":{\"items\":["
                + IntStream.range(0, count).mapToObj(_ -> item).collect(Collectors.joining(",")) + "]}";
    }
}
