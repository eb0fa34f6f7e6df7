package town.machi.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.platform.Position;

/// Who sits where on one day, and who is away. Pure.
///
/// @param holdings of that day, by active staff
/// @param away staff who are away on that day
/// @param positions the town's
public record Chairs(List<Holding> holdings, Set<StaffId> away, List<Position> positions) {

    public Chairs {
        holdings = List.copyOf(holdings);
        away = Set.copyOf(away);
        positions = List.copyOf(positions);
    }

    /// Who is asked for a seat.
    ///
    /// @param who empty: there is nobody
    /// @param by the seat on which they sit: the asked one, or that of who decides in its place (代決)
    public record Asked(Set<StaffId> who, Seat by, boolean inPlace) {}

    /// Who sits there, away or not.
    public Set<StaffId> holders(Seat seat) {
        return holdings.stream()
                .filter(holding -> holding.seat().equals(seat))
                .map(Holding::staff)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The seats of one person.
    public Set<Seat> seatsOf(StaffId staff) {
        return holdings.stream()
                .filter(holding -> holding.staff().equals(staff))
                .map(Holding::seat)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Those who are there; while none is, those who decide in their place; where there are none either, those who
    /// are away.
    ///
    /// @param not who cannot be asked, whatever seat they have
    public Asked asked(Seat seat, Set<StaffId> not) {
        Set<StaffId> holders = without(holders(seat), not);
        Set<StaffId> here = without(holders, away);
        if (!here.isEmpty()) {
            return new Asked(here, seat, false);
        }
        for (Seat other : inPlaceOf(seat)) {
            Set<StaffId> deputies = without(without(holders(other), not), away);
            if (!deputies.isEmpty()) {
                return new Asked(deputies, other, true);
            }
        }
        return new Asked(holders, seat, false);
    }

    /// Every seat for which this person may ever be asked: their own, and those in whose place they decide.
    public Set<Seat> reachOf(StaffId staff) {
        Set<Seat> reach = new HashSet<>(seatsOf(staff));
        for (Seat own : seatsOf(staff)) {
            for (Position position : positions) {
                if (position.absent().contains(own.position())) {
                    reach.add(position.ofSection() ? new Seat(position.id(), own.section()) : Seat.of(position.id()));
                }
            }
        }
        return reach;
    }

    private List<Seat> inPlaceOf(Seat seat) {
        return positions.stream()
                .filter(position -> position.id().equals(seat.position()))
                .flatMap(position -> position.absent().stream())
                .map(this::named)
                .map(position ->
                        position.ofSection() ? new Seat(position.id(), seat.section()) : Seat.of(position.id()))
                .toList();
    }

    private Position named(String id) {
        return positions.stream()
                .filter(position -> position.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Set<StaffId> without(Set<StaffId> some, Set<StaffId> others) {
        return some.stream().filter(one -> !others.contains(one)).collect(Collectors.toUnmodifiableSet());
    }
}
