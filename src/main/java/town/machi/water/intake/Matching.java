package town.machi.water.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.water.CasePoint.Kind;
import town.machi.water.CasePoint.Match;
import town.machi.water.SupplyPoint;
import town.machi.water.jdbc.PointSearch;

/// Looks in the register for the point that a filing is about. What it finds is for staff; a resident never learns
/// whether anything was found.
@Component
public class Matching {

    private final PointSearch search;
    private final SupplyArea area;

    Matching(PointSearch search, SupplyArea area) {
        this.search = search;
        this.area = area;
    }

    public MatchRules.Matched match(Said said) {
        MatchRules.Matched matched = MatchRules.decide(said, find(said));
        boolean outside =
                matched.point().isEmpty() && area.isOutside(said.spot().area());
        return outside && matched.match() == Match.NONE
                ? new MatchRules.Matched(Match.OUTSIDE, matched.point(), List.of())
                : matched;
    }

    private MatchRules.Found find(Said said) {
        List<SupplyPoint> numbered = new ArrayList<>();
        Stream.of(said.numbers().customer(), said.numbers().meter())
                .filter(number -> !number.isEmpty())
                .flatMap(number -> search.findNumbered(number).stream())
                .filter(point -> !numbered.contains(point))
                .forEach(numbered::add);
        List<SupplyPoint> here = search.listAtPlace(said.spot().place());
        boolean askPerson = said.kind() != Kind.START && here.size() != 1;
        List<SupplyPoint> theirs = askPerson
                ? search.listOfPerson(
                        said.who().name(), said.who().kana(), said.who().phone())
                : List.of();
        return new MatchRules.Found(numbered, here, theirs);
    }
}
