package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("出来事の JSON")
class EventsJsonTests {

    private static final String IDS = """
            "id":"01980000-0000-7000-8000-000000000001","desk":"01980000-0000-7000-8000-000000000002",
            "opening":"01980000-0000-7000-8000-000000000003","at":"2026-07-28T17:02:11+09:00",""";

    @Test
    @DisplayName("書いたものは、そのまま読める")
    void whatIsWrittenIsRead() {
        var facts = new PersonFacts(
                Doors.person(1),
                Sex.F,
                71,
                Set.of(Need.WHEELCHAIR),
                Set.of("卵"),
                Food.SOFT,
                Stay.CAR,
                true,
                false,
                null);
        var household = new HouseholdFacts(Doors.person(9), List.of("犬 1"), true, false, true, null, "ja");
        var event = new ShelterEvent(
                Doors.event(1),
                Doors.desk(1),
                Doors.opening(1),
                Instant.parse("2026-07-28T08:02:11Z"),
                new Happening.Arrived(Happening.Way.QR, null, household, List.of(facts)),
                new ShelterEvent.Personal(
                        Map.of("phone", "0966-00-0000"), Map.of(Doors.person(1), Map.of("name", "例 𠮷子"))));
        assertThat(EventsJson.read(EventsJson.write(event).toString()).findValue())
                .contains(event);
    }

    @Test
    @DisplayName("知らない項目と知らない名前は、記録に入らない")
    void whatNobodyAskedForStaysOut() {
        var read = EventsJson.read("{" + IDS + """
                "kind":"ARRIVED","body":{"way":"TYPED","name":"例 太郎","persons":[
                    {"id":"01980000-0000-7000-8000-000000000004","age":71,"name":"例 太郎"}]},
                "personal":{"persons":{"01980000-0000-7000-8000-000000000004":{"name":"例 太郎","mynumber":"1"}}}}
                """).findValue().orElseThrow();
        assertThat(EventsJson.body(read.what())).contains("71").doesNotContain("太郎");
        assertThat(EventsJson.personal(read.personal())).contains("太郎").doesNotContain("mynumber");
    }

    @Test
    @DisplayName("消したことも、書き足しの一つとして残る")
    void whatWasEmptiedIsTold() {
        String person = "01980000-0000-7000-8000-000000000004";
        ShelterEvent read = EventsJson.read("{" + IDS + """
                "kind":"NOTED","body":{"persons":[{"id":"%s","stay":"CAR","meals":false}]},
                "personal":{"household":{"livable":"住めない"},"persons":{"%s":{"phone":" ","pickup":"吉尾出張所"}}}}
                """.formatted(person, person))
                .findValue()
                .orElseThrow();
        var kept = EventsJson.personal(EventsJson.personal(read.personal()));
        assertThat(kept.of(java.util.UUID.fromString(person)))
                .containsExactlyInAnyOrderEntriesOf(Map.of("phone", "", "pickup", "吉尾出張所"));
        assertThat(kept.household()).containsEntry("livable", "住めない");
    }

    @ParameterizedTest
    @DisplayName("データベースに書けない文字がある出来事は、それだけを断る")
    @ValueSource(strings = {"\\u0000", "\\ud800"})
    void whatCannotBeWrittenIsRefusedAlone(String letter) {
        assertThat(EventsJson.read("{" + IDS + """
                "kind":"NOTED","body":{"persons":[{"id":"01980000-0000-7000-8000-000000000004"}]},
                "personal":{"persons":{"01980000-0000-7000-8000-000000000004":{"name":"例%s"}}}}
                """.formatted(letter)).findValue())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"kind\":\"ARRIVED\"}",
                "\"kind\":\"DANCED\",\"body\":{}}",
                "\"kind\":\"COUNTED\",\"body\":{\"count\":0}}",
                "\"kind\":\"COUNTED\",\"body\":{\"count\":100000}}",
                "\"kind\":\"ARRIVED\",\"body\":{\"way\":\"TYPED\",\"persons\":[]}}",
                "\"kind\":\"ARRIVED\",\"body\":{\"persons\":[{\"id\":\"x\"}]}}",
                "\"kind\":\"LEFT\",\"body\":{\"persons\":[\"01980000-0000-7000-8000-000000000004\"]}}",
                "\"kind\":\"SAME\",\"body\":{\"one\":\"01980000-0000-7000-8000-000000000004\"}}"
            })
    @DisplayName("読めないものは断る")
    void whatCannotBeReadIsRefused(String json) {
        String whole = json.startsWith("\"") ? "{" + IDS + json : json;
        assertThat(EventsJson.read(whole).findRefusal()).isPresent();
    }
}
