package town.machi.water;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;
import town.machi.platform.TownArea;

/// About 200 made-up supply points in the town's 町字. The same on every node and at every start: their ids come from
/// their numbers.
final class DemoPoints {

    private static final String[][] FAMILIES = {
        {"例田", "レイダ"}, {"例山", "レイヤマ"}, {"例川", "レイカワ"}, {"例村", "レイムラ"}, {"例本", "レイモト"},
        {"例野", "レイノ"}, {"例島", "レイシマ"}, {"例﨑", "レイザキ"}, {"例口", "レイグチ"}, {"例橋", "レイハシ"}
    };
    private static final String[][] GIVENS = {
        {"一郎", "イチロウ"}, {"花子", "ハナコ"}, {"次郎", "ジロウ"}, {"幸子", "サチコ"}, {"三郎", "サブロウ"},
        {"和子", "カズコ"}, {"健", "ケン"}, {"美咲", "ミサキ"}, {"翔太", "ショウタ"}, {"𠮷乃", "ヨシノ"}
    };
    private static final int[] CALIBRES = {13, 13, 13, 13, 20, 20, 20, 25, 40};

    /// Where the demo's made-up residents file from, with the customer number they give or another one; nobody uses
    /// these points yet. One of them gives a number that belongs elsewhere, one files for a place with two
    /// points, and for one place there is none.
    private static final String[][] AWAITED = {
        {"大字芦北", "2015番地の例1", "", "12340"},
        {"大字花岡", "1705番地の例2", "", "12341"},
        {"大字佐敷", "33番地の例3", "", "12342"},
        {"大字湯浦", "208番地の例4", "", "12343"},
        {"大字田浦", "653番地の例5", "", "12344"},
        {"大字湯浦", "1439番地の例6", "", "12345"},
        {"大字佐敷", "34番地の例7", "", "99996"},
        {"大字計石", "34番地の例7", "", "12346"},
        {"大字田浦", "655番地の例9", "母屋", ""},
        {"大字田浦", "655番地の例9", "離れ", ""},
        {"大字湯浦", "1440番地の例10", "", "12349"},
        {"大字花岡", "1706番地の例11", "", "123410"},
        {"大字花岡", "1707番地の例12", "", "123411"},
        {"大字芦北", "2051番地の例1", "", ""},
        {"大字佐敷", "424番地", "", ""}
    };

    /// The point of somebody who owes, and files all the same.
    private static final int STOPPED = 11;

    private final List<TownArea> areas;
    private final LocalDate today;
    private final Random random = new Random(20261124);
    private final List<SupplyPoint> points = new ArrayList<>();

    private DemoPoints(List<TownArea> areas, LocalDate today) {
        this.areas = areas;
        this.today = today;
    }

    static List<SupplyPoint> in(List<TownArea> areas, LocalDate today) {
        DemoPoints demo = new DemoPoints(areas, today);
        for (String[] place : AWAITED) {
            demo.add(demo.site(place[0], place[1], place[2]), PointStanding.UNUSED, place[3]);
        }
        for (int room = 101; room <= 108; room++) {
            PointStanding standing = room % 3 == 0 ? PointStanding.UNUSED : PointStanding.IN_USE;
            demo.add(demo.site("大字計石", "300番地", "計石ハイツ（例） " + room), standing, customer(1000 + room));
        }
        for (int i = demo.points.size(); i < 200; i++) {
            TownArea area = areas.get(i % areas.size());
            String number = (100 + i * 7) + "番地" + (i % 4 == 0 ? "の" + (1 + i % 9) : "");
            demo.add(demo.site(area.name(), number, ""), standing(i), i % 9 == 0 ? "" : customer(i));
        }
        return List.copyOf(demo.points);
    }

    private static PointStanding standing(int i) {
        if (i % 17 == 0) {
            return PointStanding.PAUSED;
        }
        return i % 9 == 0 ? PointStanding.UNUSED : PointStanding.IN_USE;
    }

    private SupplyPoint.Site site(String area, String number, String building) {
        Place centre = areas.stream()
                .filter(known -> known.name().equals(area))
                .findFirst()
                .map(TownArea::place)
                .orElse(areas.getFirst().place());
        double north = (random.nextDouble() - 0.5) * 0.006;
        double east = (random.nextDouble() - 0.5) * 0.006;
        Place place = new Place(centre.latitude() + north, centre.longitude() + east);
        return new SupplyPoint.Site(area, number, building, place);
    }

    /// @param customer empty: none
    private void add(SupplyPoint.Site site, PointStanding standing, String customer) {
        int at = points.size();
        ValveState valve = standing == PointStanding.IN_USE ? ValveState.OPEN : ValveState.CLOSED;
        boolean stopped = at == STOPPED;
        Optional<SupplyPoint.User> user =
                standing == PointStanding.UNUSED ? Optional.empty() : Optional.of(user(at, standing));
        points.add(new SupplyPoint(
                id(at),
                new SupplyPoint.Numbers("例%05d".formatted(1000 + at), customer.isEmpty() ? null : customer),
                meter(at),
                site,
                new SupplyPoint.Supply(stopped ? ValveState.CLOSED : valve, standing, services(at), stopped, user),
                1));
    }

    private static SupplyPointId id(int at) {
        return new SupplyPointId(UUID.nameUUIDFromBytes(("demo supply point " + at).getBytes(StandardCharsets.UTF_8)));
    }

    /// The one that is cut off because of a debt.
    static SupplyPointId stopped() {
        return id(STOPPED);
    }

    private static String customer(int at) {
        return Integer.toString(200_000 + at * 3);
    }

    private SupplyPoint.User user(int at, PointStanding standing) {
        String[] family = FAMILIES[at % FAMILIES.length];
        String[] given = GIVENS[(at / FAMILIES.length) % GIVENS.length];
        @Nullable LocalDate until = standing == PointStanding.PAUSED ? today.plusMonths(2 + at % 12) : null;
        return new SupplyPoint.User(
                family[0] + "\u3000" + given[0],
                family[1] + "\u3000" + given[1],
                "0966-00-%04d".formatted(2000 + at),
                today.minusDays(200 + at * 11L),
                until);
    }

    private SupplyPoint.Meter meter(int at) {
        SupplyPoint.Reading last = new SupplyPoint.Reading(50 + at * 13 % 900, today.minusDays(20 + at % 30));
        return new SupplyPoint.Meter(
                "例M%06d".formatted(500_000 + at * 17),
                CALIBRES[at % CALIBRES.length],
                today.plusMonths(at % 96).withDayOfMonth(1),
                Optional.of(last));
    }

    private static Set<Service> services(int at) {
        return switch (at % 5) {
            case 0, 1 -> Set.of(Service.WATER, Service.SEWER);
            case 2 -> Set.of(Service.WATER, Service.RURAL_SEWER);
            default -> Set.of(Service.WATER);
        };
    }
}
