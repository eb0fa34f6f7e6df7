package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.kernel.Kana;
import town.machi.water.CasePoint.Kind;
import town.machi.water.CasePoint.Match;
import town.machi.water.PlaceKey;
import town.machi.water.Points;
import town.machi.water.SupplyPoint;

@DisplayName("届出がどの給水装置のことか")
class MatchRulesTests {

    private static final SupplyPoint HOUSE = Points.used("大字芦北", "2015番地", "", "1001", "水野　太郎", "ミズノ　タロウ");
    private static final SupplyPoint EMPTY = Points.unused("大字佐敷", "424番地", "", null);
    private static final SupplyPoint ROOM_101 = Points.used("大字計石", "300番地", "計石ハイツ 101", "2001", "山﨑　花子", "ヤマサキ　ハナコ");
    private static final SupplyPoint ROOM_102 = Points.used("大字計石", "300番地", "計石ハイツ 102", "2002", "海浦　健", "ウミノウラ　ケン");

    @Test
    @DisplayName("番号と場所が合えば、それに決まる")
    void numberAndPlaceAgree() {
        var matched = decide(stop("1001", "大字芦北", "2015番地", "", "水野太郎"), List.of(HOUSE), List.of(HOUSE));
        assertThat(matched.match()).isEqualTo(Match.SURE);
        assertThat(matched.point()).contains(HOUSE);
    }

    @Test
    @DisplayName("番号がよその場所のものなら要確認になり、番号のところと場所のところの両方が候補になる")
    void numberBelongsElsewhere() {
        var matched = decide(stop("2001", "大字芦北", "2015番地", "", "水野太郎"), List.of(ROOM_101), List.of(HOUSE));
        assertThat(matched.match()).isEqualTo(Match.ELSEWHERE);
        assertThat(matched.point()).isEmpty();
        assertThat(matched.candidates()).containsExactly(ROOM_101, HOUSE);
    }

    @Test
    @DisplayName("登録にない番号で、その場所に別の番号があるなら、要確認になる")
    void unknownNumberAgainstAKnownOne() {
        assertThat(decide(stop("9", "大字芦北", "2015番地", "", "水野太郎"), List.of(), List.of(HOUSE))
                        .match())
                .isEqualTo(Match.ELSEWHERE);
        assertThat(decide(start("9", "大字佐敷", "424番地", ""), List.of(), List.of(EMPTY))
                        .match())
                .isEqualTo(Match.ONE);
    }

    @Test
    @DisplayName("番号がなくても、場所と名前で一つに決まる")
    void withoutTheNumber() {
        var matched = decide(stop("", "芦北", "２０１５", "", "水野　太郎"), List.of(), List.of(HOUSE));
        assertThat(matched.match()).isEqualTo(Match.ONE);
        assertThat(matched.point()).contains(HOUSE);
    }

    @Test
    @DisplayName("場所は合っても、使っている人の名前が違えば、職員が確かめる")
    void somebodyElsesWaterIsNotStopped() {
        var matched = decide(stop("", "大字芦北", "2015番地", "", "他人一郎"), List.of(), List.of(HOUSE));
        assertThat(matched.match()).isEqualTo(Match.OTHER_USER);
        assertThat(matched.point()).isEmpty();
    }

    @Test
    @DisplayName("部屋が書かれていなければ候補が並び、使っている人の名前があれば一つに決まる")
    void rooms() {
        List<SupplyPoint> house = List.of(ROOM_101, ROOM_102);
        assertThat(decide(start("", "大字計石", "300番地", ""), List.of(), house).match())
                .isEqualTo(Match.SEVERAL);
        assertThat(decide(start("", "大字計石", "300番地", "計石ハイツ１０２号室"), List.of(), house)
                        .point())
                .contains(ROOM_102);
        assertThat(decide(stop("", "大字計石", "300番地", "", "山﨑花子"), List.of(), house)
                        .point())
                .contains(ROOM_101);
        assertThat(decide(start("", "大字計石", "300番地", "計石ハイツ 999"), List.of(), house)
                        .match())
                .isEqualTo(Match.SEVERAL);
    }

    @Test
    @DisplayName("その場所になければ、使っている人の名前から候補をさがすが、決めはしない")
    void byPersonAlone() {
        Said said = stop("", "大字湯浦", "1番地", "", "水野太郎");
        var matched = MatchRules.decide(said, new MatchRules.Found(List.of(), List.of(), List.of(HOUSE)));
        assertThat(matched.match()).isEqualTo(Match.SEVERAL);
        assertThat(matched.point()).isEmpty();
        assertThat(decide(said, List.of(), List.of()).match()).isEqualTo(Match.NONE);
    }

    private static MatchRules.Matched decide(Said said, List<SupplyPoint> numbered, List<SupplyPoint> here) {
        return MatchRules.decide(said, new MatchRules.Found(numbered, here, List.of()));
    }

    private static Said stop(String customer, String area, String number, String building, String name) {
        return said(Kind.STOP, customer, area, number, building, name);
    }

    private static Said start(String customer, String area, String number, String building) {
        return said(Kind.START, customer, area, number, building, "新しい人");
    }

    private static Said said(Kind kind, String customer, String area, String number, String building, String name) {
        return new Said(
                kind,
                new Said.Numbers(customer, ""),
                new Said.Spot(area, PlaceKey.of(area, number), PlaceKey.building(building)),
                new Said.Who(Kana.searchKey(name), "", ""),
                Optional.empty());
    }
}
