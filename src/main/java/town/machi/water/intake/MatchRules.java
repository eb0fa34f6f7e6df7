package town.machi.water.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import town.machi.kernel.Kana;
import town.machi.water.CasePoint.Kind;
import town.machi.water.CasePoint.Match;
import town.machi.water.PlaceKey;
import town.machi.water.SupplyPoint;
import town.machi.water.jdbc.PointRows;

/// Which point is meant. Pure: what was found in the register is given.
///
/// A number that fits the place settles it. A number that belongs elsewhere, or to nobody while the point at the place
/// has another one, is never passed over: a person decides. Without a number the place decides, and for whoever is
/// said to use the water already, the name must be theirs.
public final class MatchRules {

    private MatchRules() {}

    /// What the register has for it.
    ///
    /// @param numbered with the customer's or the meter's number
    /// @param atPlace all at that 町字 and 番地
    /// @param ofPerson used by somebody of that name, reading or telephone, wherever
    public record Found(List<SupplyPoint> numbered, List<SupplyPoint> atPlace, List<SupplyPoint> ofPerson) {

        public Found {
            numbered = List.copyOf(numbered);
            atPlace = List.copyOf(atPlace);
            ofPerson = List.copyOf(ofPerson);
        }
    }

    /// @param point the one that is meant, where that is settled
    /// @param candidates for a person to choose from, likeliest first
    public record Matched(Match match, Optional<SupplyPoint> point, List<SupplyPoint> candidates) {

        public Matched {
            candidates = List.copyOf(candidates);
        }

        private static Matched settled(Match match, SupplyPoint point) {
            return new Matched(match, Optional.of(point), List.of(point));
        }

        private static Matched open(Match match, Stream<SupplyPoint> candidates) {
            return new Matched(
                    match, Optional.empty(), candidates.distinct().limit(8).toList());
        }
    }

    public static Matched decide(Said said, Found found) {
        List<SupplyPoint> here = rooms(said, found.atPlace());
        if (!found.numbered().isEmpty()) {
            List<SupplyPoint> fitting =
                    found.numbered().stream().filter(point -> fits(said, point)).toList();
            return fitting.size() == 1 && found.numbered().size() == 1
                    ? byUser(said, fitting.getFirst(), Match.SURE)
                    : Matched.open(Match.ELSEWHERE, join(found.numbered(), here, found.ofPerson()));
        }
        return byPlace(said, here, found);
    }

    private static Matched byPlace(Said said, List<SupplyPoint> here, Found found) {
        if (here.isEmpty()) {
            Stream<SupplyPoint> others = join(found.atPlace(), usesAlready(said) ? found.ofPerson() : List.of());
            Matched open = Matched.open(Match.SEVERAL, others);
            return open.candidates().isEmpty() ? Matched.open(Match.NONE, Stream.of()) : open;
        }
        if (here.size() > 1) {
            List<SupplyPoint> theirs =
                    here.stream().filter(point -> isUser(said, point)).toList();
            return usesAlready(said) && theirs.size() == 1 && !contradicts(said, theirs.getFirst())
                    ? Matched.settled(Match.ONE, theirs.getFirst())
                    : Matched.open(Match.SEVERAL, join(theirs, here));
        }
        SupplyPoint only = here.getFirst();
        return contradicts(said, only)
                ? Matched.open(Match.ELSEWHERE, join(here, found.ofPerson()))
                : byUser(said, only, Match.ONE);
    }

    private static Matched byUser(Said said, SupplyPoint point, Match match) {
        return !usesAlready(said) || isUser(said, point)
                ? Matched.settled(match, point)
                : Matched.open(Match.OTHER_USER, Stream.of(point));
    }

    /// A number was given that the register does not know, and the point here has another one.
    private static boolean contradicts(Said said, SupplyPoint point) {
        boolean customer =
                !said.numbers().customer().isEmpty() && point.numbers().customer() != null;
        boolean meter = !said.numbers().meter().isEmpty() && point.meter().number() != null;
        return customer || meter;
    }

    private static boolean usesAlready(Said said) {
        return said.kind() != Kind.START;
    }

    /// Those in the building and room that was said; where none is, and the point has no room to name, that one.
    private static List<SupplyPoint> rooms(Said said, List<SupplyPoint> atPlace) {
        List<SupplyPoint> exact =
                atPlace.stream().filter(point -> sameRoom(said, point)).toList();
        if (!exact.isEmpty() || said.spot().building().isEmpty()) {
            return exact.isEmpty() ? atPlace : exact;
        }
        return atPlace.size() == 1 && atPlace.getFirst().site().building().isEmpty() ? atPlace : List.of();
    }

    private static boolean fits(Said said, SupplyPoint point) {
        boolean samePlace = PlaceKey.of(point.site().area(), point.site().number())
                .equals(said.spot().place());
        boolean noRoom =
                said.spot().building().isEmpty() || point.site().building().isEmpty();
        return samePlace && (noRoom || sameRoom(said, point));
    }

    private static boolean sameRoom(Said said, SupplyPoint point) {
        return PlaceKey.building(point.site().building()).equals(said.spot().building());
    }

    static boolean isUser(Said said, SupplyPoint point) {
        return point.supply()
                .user()
                .map(user -> said.who()
                        .is(Kana.searchKey(user.name()), Kana.searchKey(user.kana()), PointRows.phoneKey(user.phone())))
                .orElse(false);
    }

    @SafeVarargs
    private static Stream<SupplyPoint> join(List<SupplyPoint>... lists) {
        return Stream.of(lists).flatMap(List::stream);
    }
}
