package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import town.machi.identity.Chairs;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// Whoever does whatever, while people move and are away: a decision is made once, by others than its writer.
class RouteWalkTests {

    private static final List<StaffId> PEOPLE =
            List.of(RouteTests.CLERK, RouteTests.OKA, RouteTests.SONODA, RouteTests.SOEJIMA, RouteTests.MACHIDA);
    private static final List<Seat> SEATS =
            List.of(RouteTests.CHIEF, RouteTests.HEAD, RouteTests.VICE, RouteTests.MAYOR);

    enum Deed {
        APPROVE,
        RETURN,
        WITHDRAW,
        CONFIRM,
        LAPSE,
        MOVE,
        RISE,
        LEAVE,
        COME_BACK
    }

    record Happening(Deed deed, StaffId who, Seat seat, int step, boolean stale) {}

    @Property(tries = 500)
    @Label("どの順で承認・差戻し・異動・不在があっても、決裁は一度だけ、起案した人のほかの人で終わる")
    void decidedOnce(
            @ForAll("ways") List<Seat> way,
            @ForAll("people") StaffId drafter,
            @ForAll("happenings") List<Happening> happenings) {
        Map<StaffId, Seat> seats = new HashMap<>(RouteTests.SEATS);
        Set<StaffId> away = new HashSet<>();
        Route route = Route.draft(way, drafter, chairs(seats, away));
        check(route);
        for (Happening happening : happenings) {
            Route next = after(route, happening, seats, away);
            assertThat(next.marks().subList(0, route.marks().size())).isEqualTo(route.marks());
            if (route.state() instanceof Route.State.Ended) {
                assertThat(next.state()).isEqualTo(route.state());
            }
            route = next;
            check(route);
        }
    }

    private static Route after(Route route, Happening happening, Map<StaffId, Seat> seats, Set<StaffId> away) {
        Chairs chairs = chairs(seats, away);
        int seen = route.marks().size() - (happening.stale() ? 1 : 0);
        Route.Answer answer = switch (happening.deed()) {
            case APPROVE -> route.approve(happening.who(), seen, chairs);
            case RETURN -> route.giveBack(happening.who(), seen, chairs);
            case WITHDRAW -> route.withdraw(happening.who());
            case CONFIRM -> route.confirm(happening.step(), happening.who(), chairs);
            case LAPSE, MOVE, RISE, LEAVE, COME_BACK -> {
                moved(happening, seats, away);
                yield null;
            }
        };
        if (happening.deed() == Deed.LAPSE) {
            return route.lapse(route.drafter());
        }
        if (answer instanceof Route.Answer.Taken(Route next, Route.Mark mark)) {
            assertThat(happening.stale() && happening.deed() == Deed.APPROVE).isFalse();
            assertThat(next.marks().getLast()).isEqualTo(mark);
            return next;
        }
        return route;
    }

    private static void moved(Happening happening, Map<StaffId, Seat> seats, Set<StaffId> away) {
        switch (happening.deed()) {
            case MOVE -> seats.put(happening.who(), happening.seat());
            case RISE -> seats.remove(happening.who());
            case LEAVE -> away.add(happening.who());
            case COME_BACK -> away.remove(happening.who());
            case APPROVE, RETURN, WITHDRAW, CONFIRM, LAPSE -> {}
        }
    }

    private static void check(Route route) {
        List<Route.Mark> approvals = route.marks().stream()
                .filter(mark -> mark.kind() == Route.Kind.APPROVED)
                .toList();
        for (int i = 0; i < approvals.size(); i++) {
            assertThat(approvals.get(i).step()).as("each step once, in order").isEqualTo(i);
        }
        boolean decided = approvals.size() == route.seats().size();
        if (decided) {
            assertThat(approvals.getLast().by()).as("never by its writer").isNotEqualTo(route.drafter());
        }
        long ends = route.marks().stream()
                .filter(mark -> mark.kind() == Route.Kind.RETURNED
                        || mark.kind() == Route.Kind.WITHDRAWN
                        || mark.kind() == Route.Kind.LAPSED)
                .count();
        assertThat(ends).isLessThanOrEqualTo(1);
        assertThat(route.state() instanceof Route.State.Decided).isEqualTo(decided && ends == 0);
    }

    private static Chairs chairs(Map<StaffId, Seat> seats, Set<StaffId> away) {
        return RouteTests.chairs(seats, away.toArray(StaffId[]::new));
    }

    @Provide
    Arbitrary<List<Seat>> ways() {
        return Arbitraries.of(SEATS).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<StaffId> people() {
        return Arbitraries.of(PEOPLE);
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        Arbitrary<Deed> deed = Arbitraries.frequency(
                Tuple.of(12, Deed.APPROVE),
                Tuple.of(1, Deed.RETURN),
                Tuple.of(1, Deed.WITHDRAW),
                Tuple.of(3, Deed.CONFIRM),
                Tuple.of(1, Deed.LAPSE),
                Tuple.of(3, Deed.MOVE),
                Tuple.of(2, Deed.RISE),
                Tuple.of(2, Deed.LEAVE),
                Tuple.of(2, Deed.COME_BACK));
        return Combinators.combine(
                        deed,
                        Arbitraries.of(PEOPLE),
                        Arbitraries.of(SEATS),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as(Happening::new)
                .list()
                .ofMaxSize(60);
    }
}
