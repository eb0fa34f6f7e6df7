package town.machi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import town.machi.demo.line.Endpoint;
import town.machi.support.MachiTest;

@MachiTest
@Import(TalkingHouse.Echo.class)
@DisplayName("LINEからの知らせ（webhook）")
class LineWebhookIntegrationTests extends TalkingHouse {

    @Test
    @DisplayName("署名のない知らせも、一字変えた知らせも401。何も起きない")
    void unsigned() {
        byte[] body = LineTown.bytes("{\"destination\":\"U0\",\"events\":[" + text("x1", user, "こんにちは") + "]}");
        String good = LineSignature.of("test-secret", body);
        byte[] altered = body.clone();
        altered[altered.length - 5] ^= 1;
        assertThat(deliver(body, "")).isEqualTo(401);
        assertThat(deliver(body, LineSignature.of("other-secret", body))).isEqualTo(401);
        assertThat(deliver(altered, good)).isEqualTo(401);
        work();
        assertThat(friend()).isEmpty();
        assertThat(deliver(body, good)).isEqualTo(200);
        work();
        assertThat(friend()).isPresent();
    }

    @Test
    @DisplayName("空の知らせは200。読めない本文は400")
    void empty() {
        byte[] empty = LineTown.bytes("{\"destination\":\"U0\",\"events\":[]}");
        assertThat(deliver(empty, LineSignature.of("test-secret", empty))).isEqualTo(200);
        byte[] broken = LineTown.bytes("{\"destination");
        assertThat(deliver(broken, LineSignature.of("test-secret", broken))).isEqualTo(400);
    }

    @Test
    @DisplayName("同じ知らせが何度届いても、一度だけ答える")
    void redelivery() {
        byte[] body = LineTown.bytes("{\"destination\":\"U0\",\"events\":[" + text("same", user, "こだま") + "]}");
        String signature = LineSignature.of("test-secret", body);
        for (int i = 0; i < 5; i++) {
            assertThat(deliver(body, signature)).isEqualTo(200);
            work();
        }
        assertThat(echo.heard).hasSize(1);
        assertThat(LINE.calls(Endpoint.REPLY)).hasSize(0);
        assertThat(LINE.calls(Endpoint.PUSH)).hasSize(1);
    }

    @Test
    @DisplayName("スタンプには答え、グループ・取り消し・知らない知らせは黙って数える。どれも不具合にならない")
    void byRule() {
        LINE.platform().phones().addFriend(user, "例子");
        LINE.platform().phones().sendSticker(user);
        work();
        assertThat(phone().lastText()).contains("スタンプ");
        String group = "{\"type\":\"group\",\"groupId\":\"C1\",\"userId\":\"" + user + "\"}";
        String person = "{\"type\":\"user\",\"userId\":\"" + user + "\"}";
        int before = phone().received();
        for (String event : List.of(
                event(
                        "g",
                        "message",
                        group,
                        ",\"replyToken\":\"r\",\"message\":{\"type\":\"text\",\"id\":\"1\",\"text\":\"a\"}"),
                event("u", "unsend", person, ",\"unsend\":{\"messageId\":\"1\"}"),
                event("n", "somethingNew", person, ",\"somethingNew\":{\"a\":[1,{}]}"),
                event("b", "beacon", person, ",\"beacon\":{\"hwid\":\"1\",\"type\":\"enter\"}"),
                "{\"webhookEventId\":\"half\"}",
                "{\"webhookEventId\":\"odd\",\"type\":17,\"source\":[]}")) {
            byte[] body = LineTown.bytes("{\"destination\":\"U0\",\"events\":[" + event + "]}");
            assertThat(deliver(body, LineSignature.of("test-secret", body)))
                    .as(event)
                    .isEqualTo(200);
        }
        work();
        assertThat(phone().received()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT count(*) FROM messaging.line_event WHERE state IN ('waiting', 'failed')")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
