package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;
import town.machi.water.CasePoint.Match;
import town.machi.water.Parcels;
import town.machi.water.PointChange;
import town.machi.water.Points;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.jdbc.ArrearsRows;
import town.machi.water.jdbc.PointRows;

@MachiTest
@DisplayName("水道の届出が届くと、どの給水装置のことかを確かめ、確かでなければ職員を待つ")
class CaseIntakeIntegrationTests {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Cases cases;

    @Autowired
    SupplyPoints points;

    @Autowired
    PointRows register;

    @Autowired
    ArrearsRows arrears;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    /// Each test has points of its own.
    private static int run = 100;

    private String here = "";
    private SupplyPoint house;
    private SupplyPoint empty;
    private Actor.Staff clerk;

    @BeforeEach
    void register() {
        run++;
        here = (4000 + run) + "番地";
        house = Points.used("大字芦北", (2000 + run) + "番地", "", "1" + run, "水野　太郎", "ミズノ　タロウ");
        empty = Points.unused("大字佐敷", here, "", "2" + run);
        register.insert(house, false);
        register.insert(empty, false);
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
    }

    @Test
    @DisplayName("場所が合えば、そのまま受け付けられる")
    void matched() {
        CaseId id = file("water-start", Parcels.start("佐敷", here.replace("番地", "番"), "新居", "アライ"));
        assertThat(points.findOfCase(id)).hasValueSatisfying(point -> {
            assertThat(point.match()).isEqualTo(Match.ONE);
            assertThat(point.point()).contains(empty.id());
        });
        assertThat(accept(id)).isInstanceOf(ActOutcome.Done.class);
    }

    @Test
    @DisplayName("名義変更を終えると、台帳の使用者が新しい名義になり、休止の期限は引き継がれる")
    void renamed() {
        points.change(house.id(), new PointChange.Paused(LocalDate.of(2027, 5, 31), null), clerk);
        Map<String, String> answers = Parcels.start("大字芦北", (2000 + run) + "番地", "新名", "シンメイ");
        answers.putAll(Map.of(
                "formerUser.family", "水野",
                "formerUser.given", "太郎",
                "formerUser.familyKana", "ミズノ",
                "formerUser.givenKana", "タロウ",
                "reason", "death",
                "changesOn", "2026-12-01"));
        CaseId id = file("water-rename", answers);
        assertThat(points.get(house.id()).supply().user().orElseThrow().name()).isEqualTo("水野　太郎");
        assertThat(cases.act(id, Move.of("complete", 1), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Done.class);
        assertThat(points.get(house.id()).supply().user())
                .contains(new SupplyPoint.User(
                        "新名 太郎", "シンメイ タロウ", "090-1234-5678", LocalDate.of(2026, 12, 1), LocalDate.of(2027, 5, 31)));
    }

    @Test
    @DisplayName("会社の契約は、担当の人ではなく会社の名前で確かめ、代わりに届け出た人が分かる")
    void company() {
        SupplyPoint shop = Points.used("大字湯浦", here, "", "3" + run, "株式会社例商店", "レイショウテン");
        register.insert(shop, false);
        Map<String, String> answers = Parcels.stop("大字湯浦", here, "担当", "タントウ");
        answers.put("company", "（株）例商店");
        CaseId other = file("water-stop", answers);
        assertThat(points.findOfCase(other).orElseThrow().match()).isEqualTo(Match.OTHER_USER);
        answers.put("company", "株式会社例商店");
        answers.put("filedBy", "例不動産（管理会社）");
        CaseId id = file("water-stop", answers);
        assertThat(points.findOfCase(id).orElseThrow().point()).contains(shop.id());
        assertThat(cases.get(id).answers().text("filedBy")).contains("管理会社");
    }

    @Test
    @DisplayName("番号が場所と合わなければ、職員が候補から選ぶまで先へ進まない")
    void elsewhere() throws Exception {
        Map<String, String> answers = Parcels.start("大字佐敷", here, "新居", "アライ");
        answers.put("customer", "1" + run);
        CaseId id = file("water-start", answers);
        assertThat(accept(id)).isInstanceOf(ActOutcome.Refused.class);
        String page = page(id);
        assertThat(page).contains("要確認：番号と場所が合わない", "1" + run, "2" + run, "この給水装置にする", "届出と違う");
        press("/office/water/cases/" + id + "/point", "point", empty.id().toString());
        assertThat(points.findOfCase(id).orElseThrow().match()).isEqualTo(Match.CHOSEN);
        assertThat(page(id)).contains("給水装置 " + empty.numbers().point() + " のことだと確かめました。");
        assertThat(accept(id)).isInstanceOf(ActOutcome.Done.class);
    }

    @Test
    @DisplayName("見つからなければ番号で選べる。ない番号は断られ、何も変わらない")
    void chosenByNumber() throws Exception {
        CaseId id = file("water-stop", Parcels.stop("大字湯浦", "9番地", "不明", "フメイ"));
        assertThat(points.findOfCase(id).orElseThrow().match()).isEqualTo(Match.NONE);
        assertThat(press("/office/water/cases/" + id + "/point", "number", "4711"))
                .isEqualTo(422);
        assertThat(points.findOfCase(id).orElseThrow().match()).isEqualTo(Match.NONE);
        press("/office/water/cases/" + id + "/point", "number", "1" + run);
        assertThat(points.findOfCase(id).orElseThrow().point()).contains(house.id());
    }

    @Test
    @DisplayName("同じ給水装置・同じ種類の届出が14日以内に届くと重複の疑いになり、両方が見える")
    void twins() throws Exception {
        CaseId first = file("water-start", Parcels.start("大字佐敷", here, "新居", "アライ"));
        clock.advance(Duration.ofDays(13));
        CaseId second = file("water-start", Parcels.start("大字佐敷", here, "新居", "アライ"));
        assertThat(accept(first)).isInstanceOf(ActOutcome.Done.class);
        assertThat(accept(second)).isInstanceOf(ActOutcome.Refused.class);
        assertThat(page(second)).contains("重複の疑い", cases.get(first).receipt().format());
        press("/office/water/cases/" + second + "/holds/DUPLICATE", "words", "別の世帯でした");
        assertThat(page(second)).contains("別の世帯でした");
        clock.advance(Duration.ofDays(15));
        CaseId third = file("water-start", Parcels.start("大字佐敷", here, "新居", "アライ"));
        assertThat(page(third)).doesNotContain("重複の疑い");
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("二度届いた届出は、確かめる前でも作業なしで終えられる")
    void endedWithoutWork() {
        Map<String, String> answers = Parcels.stop("大字芦北", (2000 + run) + "番地", "水野", "ミズノ");
        CaseId first = file("water-stop", answers);
        CaseId second = file("water-stop", answers);
        assertThat(accept(first)).isInstanceOf(ActOutcome.Done.class);
        assertThat(accept(second)).isInstanceOf(ActOutcome.Refused.class);
        Move ended = new Move("noWork", 1, "先の届出と同じものでした。", java.util.Set.of());
        assertThat(cases.act(second, ended, UUID.randomUUID(), clerk)).isInstanceOf(ActOutcome.Done.class);
        assertThat(cases.act(
                        first, new Move("noWork", 2, "取りやめの電話がありました。", java.util.Set.of()), UUID.randomUUID(), clerk))
                .isInstanceOf(ActOutcome.Done.class);
    }

    @Test
    @DisplayName("未納のある人の届出は職員を待つ。次に住む人は待たされず、知らされもしない")
    void arrears() throws Exception {
        arrears.insert(
                UUID.randomUUID(),
                empty.id(),
                ArrearsRows.debtor(UUID.randomUUID(), "例野　太郎", "レイノ　タロウ", "", java.time.LocalDate.of(2026, 6, 1)),
                false);
        CaseId debtor = file("water-start", Parcels.start("大字佐敷", here, "例野", "レイノ"));
        assertThat(accept(debtor)).isInstanceOf(ActOutcome.Refused.class);
        assertThat(page(debtor)).contains("給水停止・未納");
        db.sql("UPDATE water.case_point SET over = true").update();
        CaseId tenant = file("water-start", Parcels.start("大字佐敷", here, "新居", "アライ"));
        assertThat(page(tenant)).doesNotContain("未納");
        assertThat(accept(tenant)).isInstanceOf(ActOutcome.Done.class);
    }

    @Test
    @DisplayName("訂正で場所が合えば、確かめ直される")
    void corrected() {
        Filed.New filed = Parcels.filed("water-start", clock.instant(), Parcels.start("大字湯浦", "1番地", "新居", "アライ"));
        events.publishEvent(filed);
        CaseId id = caseOf(filed);
        assertThat(points.findOfCase(id).orElseThrow().match()).isEqualTo(Match.NONE);
        cases.act(id, new Move("sendBack", 1, "場所を確かめてください。", java.util.Set.of("place")), UUID.randomUUID(), clerk);
        events.publishEvent(new Filed.Correction(
                filed.submission(),
                2,
                clock.instant(),
                Parcels.answers(Map.of("place.area", "大字佐敷", "place.number", here), clock.instant()),
                java.util.List.of()));
        assertThat(points.findOfCase(id).orElseThrow().point()).contains(empty.id());
    }

    private CaseId file(String procedure, Map<String, String> answers) {
        Filed.New filed = Parcels.filed(procedure, clock.instant(), answers);
        events.publishEvent(filed);
        return caseOf(filed);
    }

    private CaseId caseOf(Filed.New filed) {
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }

    private ActOutcome accept(CaseId id) {
        return cases.act(id, Move.of("accept", cases.get(id).revision()), UUID.randomUUID(), clerk);
    }

    private String page(CaseId id) throws Exception {
        return http.perform(get("/office/cases/" + id).with(staff.signedIn(clerk)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private int press(String path, String name, String value) throws Exception {
        return http.perform(post(path)
                        .param(name, value)
                        .param("onceId", UUID.randomUUID().toString())
                        .with(staff.signedIn(clerk))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
