package town.machi.casework;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import town.machi.identity.Chairs;
import town.machi.kernel.Refusal;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// The way of one decision (決裁) from its draft to its end, without database or screen. Read this first.
///
/// Seats stand in a route, never persons: whoever sits there when it is their turn is asked, so that a route outlives
/// every transfer. While nobody there is at work, another seat decides in its place (代決), and the one passed over
/// looks at it afterwards (後閲). Whoever wrote the draft may approve it on the way, where the seat is theirs, but
/// never decides it.
///
/// @param seats in their order; the last one decides
/// @param marks what was done so far, in its order; it only grows
public record Route(List<Seat> seats, StaffId drafter, List<Mark> marks) {

    public Route {
        seats = List.copyOf(seats);
        marks = List.copyOf(marks);
        if (seats.isEmpty()) {
            throw new IllegalArgumentException("a route that ends nowhere");
        }
    }

    /// What somebody did with a draft. Stored by name.
    public enum Kind {
        APPROVED,
        RETURNED,
        WITHDRAWN,
        /// The case went another way meanwhile.
        LAPSED,
        /// 後閲
        CONFIRMED
    }

    /// @param step of the seat that it is about
    /// @param inPlace done by somebody else than the seat's holder
    public record Mark(Kind kind, int step, StaffId by, boolean inPlace) {}

    public sealed interface State {

        record Waiting(int step, Seat seat) implements State {}

        record Decided() implements State {}

        /// @param how `RETURNED`, `WITHDRAWN` or `LAPSED`
        record Ended(Kind how) implements State {}
    }

    /// What the rules say to something that somebody wants to do.
    public sealed interface Answer {

        record Taken(Route route, Mark mark) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /// A new draft. The writer's own seats at its beginning need no second look by the writer; the last seat always
    /// needs somebody else's.
    public static Route draft(List<Seat> seats, StaffId drafter, Chairs chairs) {
        List<Mark> own = new ArrayList<>();
        for (int i = 0; i < seats.size() - 1 && chairs.holders(seats.get(i)).contains(drafter); i++) {
            own.add(new Mark(Kind.APPROVED, i, drafter, false));
        }
        return new Route(seats, drafter, own);
    }

    public State state() {
        for (Mark mark : marks) {
            if (mark.kind() == Kind.RETURNED || mark.kind() == Kind.WITHDRAWN || mark.kind() == Kind.LAPSED) {
                return new State.Ended(mark.kind());
            }
        }
        int step = approved();
        return step == seats.size() ? new State.Decided() : new State.Waiting(step, seats.get(step));
    }

    /// Who is asked now; nobody, once it has come to an end.
    public Set<StaffId> asked(Chairs chairs) {
        return state() instanceof State.Waiting waiting
                ? askedAt(waiting.step(), chairs).who()
                : Set.of();
    }

    /// Whether this person may approve it or give it back now.
    public boolean isAsked(StaffId who, Chairs chairs) {
        return state() instanceof State.Waiting waiting && mayMark(waiting.step(), who, chairs);
    }

    /// @param seen how many marks the page showed on which they decided
    public Answer approve(StaffId who, int seen, Chairs chairs) {
        return mark(Kind.APPROVED, who, seen, chairs);
    }

    /// Back to the writer (差戻し).
    public Answer giveBack(StaffId who, int seen, Chairs chairs) {
        return mark(Kind.RETURNED, who, seen, chairs);
    }

    /// The writer takes it back (取下げ).
    public Answer withdraw(StaffId who) {
        if (!who.equals(drafter)) {
            return refused("casework.route.not-yours");
        }
        return state() instanceof State.Waiting waiting
                ? taken(new Mark(Kind.WITHDRAWN, waiting.step(), who, false))
                : refused("casework.route.over");
    }

    /// The case went another way: nothing is left to decide, nor to be carried out.
    public Route lapse(StaffId who) {
        return state() instanceof State.Ended ? this : with(new Mark(Kind.LAPSED, approved(), who, false));
    }

    /// Seen afterwards by the one who was passed over (後閲).
    public Answer confirm(int step, StaffId who, Chairs chairs) {
        if (!toConfirm().contains(step)) {
            return refused("casework.route.nothing-to-confirm");
        }
        return chairs.holders(seats.get(step)).contains(who)
                ? taken(new Mark(Kind.CONFIRMED, step, who, false))
                : refused("casework.route.not-your-seat");
    }

    /// The steps that somebody else took, and that their holders have not seen yet.
    public Set<Integer> toConfirm() {
        Set<Integer> open = new HashSet<>();
        for (Mark mark : marks) {
            if (mark.kind() == Kind.APPROVED && mark.inPlace()) {
                open.add(mark.step());
            } else if (mark.kind() == Kind.CONFIRMED) {
                open.remove(mark.step());
            }
        }
        return open;
    }

    /// Those of them that this person is to look at.
    public List<Integer> toConfirmBy(StaffId who, Chairs chairs) {
        return toConfirm().stream()
                .filter(step -> chairs.holders(seats.get(step)).contains(who))
                .sorted()
                .toList();
    }

    /// The steps at which nobody could be asked today.
    public List<Seat> listEmptySeats(Chairs chairs) {
        return IntStream.range(approved(), seats.size())
                .filter(step -> askedAt(step, chairs).who().isEmpty())
                .mapToObj(seats::get)
                .toList();
    }

    private Answer mark(Kind kind, StaffId who, int seen, Chairs chairs) {
        if (!(state() instanceof State.Waiting(int step, Seat seat))) {
            return refused("casework.route.over");
        }
        if (seen != marks.size()) {
            return refused("casework.route.moved-on");
        }
        if (!mayMark(step, who, chairs)) {
            return who.equals(drafter) && chairs.holders(seat).contains(who)
                    ? refused("casework.route.own-draft")
                    : refused("casework.route.not-your-turn");
        }
        boolean own = chairs.holders(seat).contains(who) && !isWriterAtTheEnd(step, who);
        return taken(new Mark(kind, step, who, !own));
    }

    private boolean mayMark(int step, StaffId who, Chairs chairs) {
        boolean holds = chairs.holders(seats.get(step)).contains(who) && !isWriterAtTheEnd(step, who);
        return holds || askedAt(step, chairs).who().contains(who);
    }

    private Chairs.Asked askedAt(int step, Chairs chairs) {
        boolean writersOwn =
                step < seats.size() - 1 && chairs.holders(seats.get(step)).contains(drafter);
        return chairs.asked(seats.get(step), writersOwn ? Set.of() : Set.of(drafter));
    }

    private boolean isWriterAtTheEnd(int step, StaffId who) {
        return step == seats.size() - 1 && who.equals(drafter);
    }

    private int approved() {
        return (int) marks.stream().filter(mark -> mark.kind() == Kind.APPROVED).count();
    }

    private Answer taken(Mark mark) {
        return new Answer.Taken(with(mark), mark);
    }

    private Route with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new Route(seats, drafter, more);
    }

    private static Answer refused(String key) {
        return new Answer.Refused(Refusal.of(key));
    }
}
