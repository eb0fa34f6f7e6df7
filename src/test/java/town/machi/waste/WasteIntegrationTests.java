package town.machi.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendId;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Postback;
import town.machi.messaging.Topic;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@DisplayName("ごみの日")
class WasteIntegrationTests {

    private static final Actor CLERK = new Actor.SystemJob("test");

    @Autowired
    private Collections collections;

    @Autowired
    private List<Topic> topics;

    @Autowired
    private MockMvc http;

    @Test
    @DisplayName("職員が書いた日が、トークにも町のページにも出る。書いていない地区は、そう言う")
    void fromTheTable() throws Exception {
        collections.put(List.of("大字湯浦", "大字田浦"), Map.of(WasteKind.BURNABLE, "毎週月・木", WasteKind.PAPER, "第1金"), CLERK);
        assertThat(answer("大字湯浦", Language.JA)).contains("燃えるごみ：令和8年11月26日(木)、令和8年11月30日(月)");
        assertThat(answer("大字田浦", Language.EN)).contains("Burnable waste").contains("26 November 2026");
        assertThat(answer("大字佐敷", Language.JA)).contains("まだ登録されていません");
        assertThat(answer("", Language.JA)).contains("地区");
        String page = http.perform(MockMvcRequestBuilders.get("/waste")
                        .param("district", "大字湯浦")
                        .header("Accept-Language", "ja"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("令和8年11月26日(木)").contains("古紙・布");
    }

    @Test
    @DisplayName("日にならない言葉があれば、何も変えない。空にすると未設定に戻る")
    void refusesAndClears() {
        List<String> shared = List.of("大字白石");
        collections.put(shared, Map.of(WasteKind.BURNABLE, "毎週火"), CLERK);
        assertThat(collections.put(shared, Map.of(WasteKind.BURNABLE, "毎週月", WasteKind.GLASS, "たまに"), CLERK))
                .containsOnlyKeys(WasteKind.GLASS);
        assertThat(collections.find("大字白石").get(WasteKind.BURNABLE))
                .isEqualTo(CollectionDays.parse("毎週火").orElseThrow());
        collections.put(shared, Map.of(WasteKind.BURNABLE, ""), CLERK);
        assertThat(collections.find("大字白石")).isEmpty();
    }

    private String answer(String district, Language language) {
        Friend friend = new Friend(
                new FriendId(UUID.randomUUID()),
                district.isEmpty() ? Optional.empty() : Optional.of(district),
                language,
                TestClock.START.toInstant());
        Topic waste = topics.stream()
                .filter(topic -> topic.name().equals("waste"))
                .findFirst()
                .orElseThrow();
        Heard tapped = new Heard.Tapped(new Postback("waste", "days", ""));
        LineMessage said = waste.answer(
                        new Conversation(friend, "", UUID.randomUUID(), TestClock.START.toInstant(), tapped))
                .messages()
                .getFirst();
        return ((LineMessage.Text) said).text();
    }
}
