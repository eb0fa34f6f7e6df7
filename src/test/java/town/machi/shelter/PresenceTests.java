package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.shelter.Presence.State;

@DisplayName("だれがどこにいるか")
class PresenceTests {

    private static final UUID TARO = Doors.person(1);
    private static final UUID HANAKO = Doors.person(2);

    @Test
    @DisplayName("二つの受付がオフラインで同じ人を入れたら、一人として数え、職員に知らせる")
    void twoDesksTakeInOnePerson() {
        var here = Doors.at(1, 0, Doors.arrive(TARO));
        var there = Doors.at(2, 1, Doors.arrive(TARO));
        var register = Presence.of(List.of(there, here));

        assertThat(register.count(Doors.opening(0))).isZero();
        assertThat(register.count(Doors.opening(1))).isEqualTo(1);
        assertThat(register.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.kind()).isEqualTo(Conflict.Kind.IN_TWO_SHELTERS);
            assertThat(conflict.events()).containsExactlyInAnyOrder(here.id(), there.id());
            assertThat(conflict.settled()).isFalse();
            var settled = Doors.at(3, 1, new Happening.Settled(conflict.id()));
            assertThat(Presence.of(List.of(here, there, settled)).conflicts())
                    .singleElement()
                    .matches(Conflict::settled);
        });
    }

    @Test
    @DisplayName("同じ避難所の二つの受付が同じ人を入れても、一人")
    void twoDesksOfOneShelter() {
        var first = Doors.at(1, 0, Doors.arrive(TARO));
        var second = ShelterEvent.of(
                Doors.event(2), Doors.desk(9), Doors.opening(0), Doors.NOON.plusSeconds(120), Doors.arrive(TARO));
        var register = Presence.of(List.of(first, second));
        assertThat(register.count(Doors.opening(0))).isEqualTo(1);
        assertThat(register.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.TAKEN_IN_TWICE);
    }

    @Test
    @DisplayName("ほかの避難所へ移る人は、ここで減り、そこで増え、着いたら確かめられる")
    void movingClosesHereAndOpensThere() {
        var arrived = Doors.at(1, 0, Doors.arrive(TARO));
        var moved = Doors.at(2, 0, Doors.move(TARO, 1));
        var register = Presence.of(List.of(moved, arrived));
        assertThat(register.count(Doors.opening(0))).isZero();
        assertThat(register.count(Doors.opening(1))).isEqualTo(1);
        assertThat(stateOf(register, TARO)).isEqualTo(State.EXPECTED);

        var there = Doors.at(3, 1, Doors.arrive(TARO));
        register = Presence.of(List.of(moved, there, arrived));
        assertThat(stateOf(register, TARO)).isEqualTo(State.IN);
        assertThat(register.conflicts()).isEmpty();
    }

    @Test
    @DisplayName("人数だけの受付は空いた席で、あとで名前がついても人数は増えない")
    void aNameTakesAnOpenPlace() {
        var counted = Doors.at(1, 0, new Happening.Counted(5, null));
        var named = Doors.at(2, 0, Doors.arrive(TARO, null, counted.id()));
        var again = Doors.at(3, 0, Doors.arrive(HANAKO, null, counted.id()));
        var register = Presence.of(List.of(again, named, counted));
        assertThat(register.count(Doors.opening(0))).isEqualTo(5);
        assertThat(openOf(register, counted)).isEqualTo(3);

        var wrong = Doors.at(4, 0, new Happening.Corrected(again.id()));
        register = Presence.of(List.of(wrong, again, named, counted));
        assertThat(register.count(Doors.opening(0))).isEqualTo(5);
        assertThat(openOf(register, counted)).isEqualTo(4);
    }

    @Test
    @DisplayName("数えた人数より多くの名前がついたら、名前のある人を数え、職員に知らせる")
    void moreNamesThanCounted() {
        var counted = Doors.at(1, 0, new Happening.Counted(1, null));
        var one = Doors.at(2, 0, Doors.arrive(TARO, null, counted.id()));
        var two = Doors.at(3, 0, Doors.arrive(HANAKO, null, counted.id()));
        var register = Presence.of(List.of(counted, one, two));
        assertThat(register.count(Doors.opening(0))).isEqualTo(2);
        assertThat(register.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.TOO_MANY_NAMES);
    }

    @Test
    @DisplayName("点呼で見つからない人は所在不明・退所見込になり、消えず、戻れば戻る")
    void notFoundIsNotDeleted() {
        var arrived = Doors.at(1, 0, Doors.arrive(TARO));
        var call = Doors.at(2, 0, new Happening.RollCalled(0, List.of(TARO)));
        var register = Presence.of(List.of(arrived, call));
        assertThat(stateOf(register, TARO)).isEqualTo(State.UNACCOUNTED);
        assertThat(register.count(Doors.opening(0))).isZero();

        var back = Doors.at(3, 0, new Happening.CameBack(List.of(TARO)));
        assertThat(stateOf(Presence.of(List.of(arrived, call, back)), TARO)).isEqualTo(State.IN);
    }

    @Test
    @DisplayName("点呼では、着かない人も、一時外出から戻らない人も、所在不明・退所見込にできる")
    void whoNeverCameCanBeMissedToo() {
        var arrived = Doors.at(1, 0, Doors.arrive(TARO));
        var moved = Doors.at(2, 0, Doors.move(TARO, 1));
        var elsewhere = Doors.at(3, 0, new Happening.RollCalled(0, List.of(TARO)));
        assertThat(stateOf(Presence.of(List.of(arrived, moved, elsewhere)), TARO))
                .as("not by the shelter that they left")
                .isEqualTo(State.EXPECTED);
        var call = Doors.at(4, 1, new Happening.RollCalled(0, List.of(TARO)));
        var register = Presence.of(List.of(arrived, moved, call));
        assertThat(stateOf(register, TARO)).isEqualTo(State.UNACCOUNTED);
        assertThat(register.count(Doors.opening(1))).isZero();
        var there = Doors.at(5, 1, Doors.arrive(TARO));
        assertThat(stateOf(Presence.of(List.of(arrived, moved, call, there)), TARO))
                .isEqualTo(State.IN);

        var out = Doors.at(2, 0, new Happening.WentOut(List.of(TARO)));
        assertThat(stateOf(Presence.of(List.of(arrived, out, elsewhere)), TARO)).isEqualTo(State.UNACCOUNTED);
    }

    @Test
    @DisplayName("同じ人だと職員が決めた二人は一人になり、決め直せば二人に戻る")
    void staffDeclareTwoToBeOne() {
        var one = Doors.at(1, 0, Doors.arrive(TARO));
        var other = Doors.at(2, 1, Doors.arrive(HANAKO));
        var same = Doors.at(3, 1, new Happening.Same(TARO, HANAKO, true));
        var register = Presence.of(List.of(one, other, same));
        assertThat(register.persons()).hasSize(1);
        assertThat(register.count(Doors.opening(1))).isEqualTo(1);
        assertThat(register.aliases()).containsEntry(HANAKO, TARO);

        var not = Doors.at(4, 1, new Happening.Same(HANAKO, TARO, false));
        assertThat(Presence.of(List.of(one, other, same, not)).persons()).hasSize(2);
    }

    @Test
    @DisplayName("知らない間によそへ移った人を退所させても、その人はよそにいる")
    void leavingFromWhereOneIsNot() {
        var here = Doors.at(1, 0, Doors.arrive(TARO));
        var there = Doors.at(2, 1, Doors.arrive(TARO, Doors.opening(0), null));
        var left = Doors.at(3, 0, Doors.leave(TARO));
        var register = Presence.of(List.of(here, there, left));
        assertThat(register.count(Doors.opening(1))).isEqualTo(1);
        assertThat(register.conflicts()).extracting(Conflict::kind).containsExactly(Conflict.Kind.LEFT_FROM_ELSEWHERE);
    }

    private static int openOf(Presence.Register register, ShelterEvent counted) {
        return Objects.requireNonNull(register.places().get(counted.id())).open();
    }

    private static State stateOf(Presence.Register register, UUID person) {
        return Objects.requireNonNull(register.persons().get(person)).state();
    }
}
