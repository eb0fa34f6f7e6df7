package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("あとから直す・書き足す")
class NotedTests {

    private static final UUID TARO = Doors.person(1);
    private static final UUID HOME = Doors.person(99);

    private static ShelterEvent told(int minute, Happening what, Map<String, String> details) {
        ShelterEvent event = Doors.at(minute, 0, what);
        var personal = new ShelterEvent.Personal(Map.of("address", "佐敷1番地"), Map.of(TARO, details));
        return new ShelterEvent(event.id(), event.desk(), event.opening(), event.at(), what, personal);
    }

    private static ShelterEvent arrived(int minute) {
        var facts = new PersonFacts(TARO, Sex.M, 78, Set.of(Need.CARE), Set.of("卵"), null, null, null, null, null);
        var household = new HouseholdFacts(HOME, List.of("犬 1"), null, null, true, null, "ja");
        return told(
                minute,
                new Happening.Arrived(Happening.Way.QR, null, household, List.of(facts)),
                Map.of("name", "例 太郎", "kana", "レイ タロウ", "phone", "0900"));
    }

    private static ShelterEvent noted(int minute, @Nullable HouseholdFacts household, Map<String, String> details) {
        var facts = new PersonFacts(TARO, null, null, null, Set.of(), Food.SOFT, Stay.CAR, true, true, null);
        return told(minute, new Happening.Noted(household, List.of(facts)), details);
    }

    private static Presence.Standing standing(ShelterEvent... events) {
        return Objects.requireNonNull(Presence.of(List.of(events)).persons().get(TARO));
    }

    @Test
    @DisplayName("書き足したことが加わり、触れなかったことは残り、だれも動かない")
    void itAddsAndKeepsAndMovesNobody() {
        var standing = standing(noted(9, null, Map.of("condition", "足を打った")), arrived(1));
        assertThat(standing.state()).isEqualTo(Presence.State.IN);
        assertThat(standing.times().since()).isEqualTo(Doors.NOON.plusSeconds(60));
        assertThat(standing.stay()).isEqualTo(Stay.CAR);
        assertThat(standing.isSecret()).isTrue();
        PersonFacts facts = standing.known().facts();
        assertThat(facts.needs()).containsExactly(Need.CARE);
        assertThat(facts.allergies()).as("asked, and there are none").isEmpty();
        assertThat(facts.meals()).isTrue();
        assertThat(standing.known().details())
                .containsEntry("name", "例 太郎")
                .containsEntry("phone", "0900")
                .containsEntry("condition", "足を打った");
        assertThat(Objects.requireNonNull(standing.known().household()).pets()).containsExactly("犬 1");
    }

    @Test
    @DisplayName("世帯のことだけを直しても、世帯のほかのことは残る")
    void ofTheHouseholdOnlyWhatWasChanged() {
        var household = new HouseholdFacts(HOME, null, true, null, false, null, null);
        HouseholdFacts known =
                standing(arrived(1), noted(9, household, Map.of())).known().household();
        assertThat(known).isEqualTo(new HouseholdFacts(HOME, List.of("犬 1"), true, null, false, null, "ja"));
    }

    @Test
    @DisplayName("空にした電話は消え、入所の記録が空でも何も消えない")
    void anEmptyWordTakesAwayOnlyWhenNoted() {
        var emptied = noted(9, null, Map.of("phone", ""));
        assertThat(standing(arrived(1), emptied).known().details())
                .doesNotContainKey("phone")
                .containsKey("name");
        var again = told(9, Doors.arrive(TARO), Map.of("phone", ""));
        assertThat(standing(arrived(1), again).known().details()).containsEntry("phone", "0900");
    }

    @Test
    @DisplayName("あとでQRを読み直しても、隠した人は隠れたまま")
    void aLaterArrivalUnhidesNobody() {
        assertThat(standing(arrived(1), noted(5, null, Map.of()), arrived(9)).isSecret())
                .isTrue();
    }

    @Test
    @DisplayName("まだ着いていない人のことを書き足しても、いることにはならない")
    void aNoteAloneTakesNobodyIn() {
        assertThat(Presence.of(List.of(noted(1, null, Map.of()))).persons()).isEmpty();
    }
}
