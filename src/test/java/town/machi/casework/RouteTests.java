package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.identity.Chairs;
import town.machi.identity.Holding;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.platform.Position;

@DisplayName("決裁は、席の順に一度ずつ進む")
class RouteTests {

    static final Seat CHIEF = Seat.of("chief", Plans.WATER);
    static final Seat HEAD = Seat.of("head", Plans.WATER);
    static final Seat VICE = Seat.of("vice-mayor");
    static final Seat MAYOR = Seat.of("mayor");
    static final List<Seat> WAY = List.of(CHIEF, HEAD, MAYOR);

    static final StaffId CLERK = person(1);
    static final StaffId OKA = person(2);
    static final StaffId SONODA = person(3);
    static final StaffId SOEJIMA = person(4);
    static final StaffId MACHIDA = person(5);
    static final Map<StaffId, Seat> SEATS = Map.of(OKA, CHIEF, SONODA, HEAD, SOEJIMA, VICE, MACHIDA, MAYOR);

    static final List<Position> POSITIONS = List.of(
            new Position("chief", "係長", true, List.of()),
            new Position("head", "課長", true, List.of("chief")),
            new Position("vice-mayor", "副町長", false, List.of()),
            new Position("mayor", "町長", false, List.of("vice-mayor")));

    static StaffId person(int number) {
        return new StaffId(new UUID(0, number));
    }

    static Chairs chairs(Map<StaffId, Seat> seats, StaffId... away) {
        List<Holding> holdings = new ArrayList<>();
        seats.forEach((who, seat) -> holdings.add(new Holding(seat, who, LocalDate.of(2026, 4, 1), Optional.empty())));
        return new Chairs(holdings, Set.of(away), POSITIONS);
    }

    static Route taken(Route.Answer answer) {
        assertThat(answer).isInstanceOf(Route.Answer.Taken.class);
        return ((Route.Answer.Taken) answer).route();
    }

    static String refused(Route.Answer answer) {
        assertThat(answer).isInstanceOf(Route.Answer.Refused.class);
        return ((Route.Answer.Refused) answer).why().key();
    }

    @Test
    @DisplayName("係長、課長、町長の順に承認すると、決裁になる")
    void upTheWay() {
        Chairs today = chairs(SEATS);
        Route route = Route.draft(WAY, CLERK, today);
        assertThat(route.asked(today)).containsExactly(OKA);
        assertThat(refused(route.approve(SONODA, 0, today))).isEqualTo("casework.route.not-your-turn");
        route = taken(route.approve(OKA, 0, today));
        assertThat(refused(route.approve(OKA, 1, today))).isEqualTo("casework.route.not-your-turn");
        route = taken(route.approve(SONODA, 1, today));
        route = taken(route.approve(MACHIDA, 2, today));
        assertThat(route.state()).isEqualTo(new Route.State.Decided());
        assertThat(refused(route.approve(MACHIDA, 3, today))).isEqualTo("casework.route.over");
    }

    @Test
    @DisplayName("見ていた画面より進んでいたら、承認も差戻しもできない")
    void movedOn() {
        Chairs today = chairs(Map.of(OKA, CHIEF, SONODA, HEAD, MACHIDA, MAYOR));
        Route route = taken(Route.draft(WAY, CLERK, today).approve(OKA, 0, today));
        assertThat(refused(route.giveBack(SONODA, 0, today))).isEqualTo("casework.route.moved-on");
    }

    @Test
    @DisplayName("課長が不在なら係長が代決し、課長はあとで後閲する")
    void inPlace() {
        Chairs absent = chairs(SEATS, SONODA);
        Route route = taken(Route.draft(WAY, CLERK, absent).approve(OKA, 0, absent));
        assertThat(route.asked(absent)).containsExactly(OKA);
        route = taken(route.approve(OKA, 1, absent));
        assertThat(route.marks().getLast().inPlace()).isTrue();
        Chairs back = chairs(SEATS);
        assertThat(route.toConfirmBy(SONODA, back)).containsExactly(1);
        assertThat(refused(route.confirm(1, OKA, back))).isEqualTo("casework.route.not-your-seat");
        route = taken(route.confirm(1, SONODA, back));
        assertThat(route.toConfirm()).isEmpty();
        assertThat(refused(route.confirm(1, SONODA, back))).isEqualTo("casework.route.nothing-to-confirm");
        assertThat(route.asked(back)).as("後閲は、先へ進むのを止めない").containsExactly(MACHIDA);
    }

    @Test
    @DisplayName("不在の人も、自分の番なら自分で承認できる")
    void fromAfar() {
        Chairs absent = chairs(SEATS, OKA);
        Route route = Route.draft(WAY, CLERK, absent);
        assertThat(taken(route.approve(OKA, 0, absent)).marks().getLast().inPlace())
                .isFalse();
    }

    @Test
    @DisplayName("途中で異動があれば、いまその席にいる人の番になり、前の人はもう承認できない")
    void transferred() {
        Route route = taken(Route.draft(WAY, CLERK, chairs(SEATS)).approve(OKA, 0, chairs(SEATS)));
        StaffId successor = person(9);
        Chairs april = chairs(Map.of(OKA, CHIEF, successor, HEAD, MACHIDA, MAYOR));
        assertThat(route.asked(april)).containsExactly(successor);
        assertThat(refused(route.approve(SONODA, 1, april))).isEqualTo("casework.route.not-your-turn");
        assertThat(taken(route.approve(successor, 1, april)).asked(april)).containsExactly(MACHIDA);
    }

    @Test
    @DisplayName("自分で起案したものは、途中の席では自分で通せるが、終わりの決裁はほかの人がする")
    void ownDraft() {
        Chairs today = chairs(SEATS);
        Route byChief = Route.draft(WAY, OKA, today);
        assertThat(byChief.asked(today)).containsExactly(SONODA);
        Route byHead = Route.draft(List.of(CHIEF, HEAD), SONODA, today);
        byHead = taken(byHead.approve(OKA, 0, today));
        assertThat(byHead.asked(today)).as("課長の起案は、代決者が決裁する").containsExactly(OKA);
        assertThat(refused(byHead.approve(SONODA, 1, today))).isEqualTo("casework.route.own-draft");
        Chairs alone = chairs(Map.of(SONODA, HEAD));
        assertThat(Route.draft(List.of(HEAD), SONODA, alone).listEmptySeats(alone))
                .containsExactly(HEAD);
    }

    @Test
    @DisplayName("起案した人が途中で課長になっても、決裁はその人だけでは終わらない")
    void promoted() {
        Route route = Route.draft(List.of(CHIEF, HEAD), CLERK, chairs(SEATS));
        Chairs april = chairs(Map.of(OKA, CHIEF, CLERK, HEAD));
        route = taken(route.approve(OKA, 0, april));
        assertThat(refused(route.approve(CLERK, 1, april))).isEqualTo("casework.route.own-draft");
        assertThat(route.asked(april)).containsExactly(OKA);
    }

    @Test
    @DisplayName("差し戻されたものと取り下げたものは、もう進まない")
    void ended() {
        Chairs today = chairs(SEATS);
        Route back = taken(Route.draft(WAY, CLERK, today).giveBack(OKA, 0, today));
        assertThat(back.state()).isEqualTo(new Route.State.Ended(Route.Kind.RETURNED));
        assertThat(back.asked(today)).isEmpty();
        assertThat(refused(back.withdraw(CLERK))).isEqualTo("casework.route.over");
        Route route = Route.draft(WAY, CLERK, today);
        assertThat(refused(route.withdraw(OKA))).isEqualTo("casework.route.not-yours");
        assertThat(taken(route.withdraw(CLERK)).state()).isEqualTo(new Route.State.Ended(Route.Kind.WITHDRAWN));
        assertThat(back.lapse(CLERK)).isEqualTo(back);
        assertThat(route.lapse(CLERK).state()).isEqualTo(new Route.State.Ended(Route.Kind.LAPSED));
    }

    @Test
    @DisplayName("席にだれもいなければ、起案の前に分かる")
    void emptySeat() {
        Chairs today = chairs(Map.of(OKA, CHIEF, MACHIDA, MAYOR));
        assertThat(Route.draft(WAY, CLERK, today).listEmptySeats(today))
                .as("課長の席は空だが、係長が代決できる")
                .isEmpty();
        Chairs nobody = chairs(Map.of(MACHIDA, MAYOR));
        assertThat(Route.draft(WAY, CLERK, nobody).listEmptySeats(nobody)).containsExactly(CHIEF, HEAD);
    }
}
