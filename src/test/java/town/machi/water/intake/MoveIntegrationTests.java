package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.platform.Ids;
import town.machi.platform.Settings;
import town.machi.shell.Messages;
import town.machi.submission.Advices;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;
import town.machi.support.MachiTest;
import town.machi.water.CasePoint.Kind;
import town.machi.water.CrewDays;
import town.machi.water.Parcels;
import town.machi.water.SupplyPoints;
import town.machi.water.jdbc.CrewSettingRows;
import town.machi.water.jdbc.HoldRows;

@MachiTest
@Import(WaterFilings.class)
@DisplayName("転居の二つの届出と、給水区域の外からの届出：住民が知ること、決めること")
class MoveIntegrationTests {

    @Autowired
    Submissions submissions;

    @Autowired
    WaterFilings filings;

    @Autowired
    CrewDays days;

    @Autowired
    CrewSettingRows settings;

    @Autowired
    SupplyPoints points;

    @Autowired
    HoldRows holds;

    @Autowired
    Cases cases;

    @Autowired
    Ids ids;

    @Autowired
    Advices advices;

    @Autowired
    Messages messages;

    @Autowired
    Settings town;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void twoCrewsOfSix() {
        WaterFilings.twoCrewsOfSix(db, settings);
    }

    @Test
    @DisplayName("転居は一度の届出で、止める案件と開ける案件の二つになる")
    void moveIsTwoCases() {
        Filing move = filings.move();
        assertThat(submissions.file(move)).isInstanceOf(FilingOutcome.Accepted.class);
        CaseId stop = filings.caseOf(move.id());
        CaseId start = filings.caseOf(MoveTogether.startOf(move.id()));
        assertThat(points.findOfCase(stop).orElseThrow().kind()).isEqualTo(Kind.STOP);
        assertThat(points.findOfCase(start).orElseThrow().kind()).isEqualTo(Kind.START);
        assertThat(cases.get(start).answers().text("place.number")).isEqualTo("77番地");
        assertThat(cases.get(start).answers().text("user.family")).isEqualTo("引越");
        assertThat(days.find(move.id()).orElseThrow().day()).isEqualTo(WaterFilings.OTHER_DAY);
        assertThat(days.find(MoveTogether.startOf(move.id())).orElseThrow().day())
                .isEqualTo(WaterFilings.DAY);
        assertThat(submissions.file(move))
                .isInstanceOfSatisfying(
                        FilingOutcome.Accepted.class,
                        again -> assertThat(again.first()).isFalse());
    }

    @Test
    @DisplayName("転居の一方を取り下げると、場所が空き、もう一方をどうするかを職員にたずねる")
    void oneHalfWithdrawn() {
        Filing move = filings.move();
        submissions.file(move);
        submissions.withdraw(
                move.id(), UUID.randomUUID(), new Actor.Resident(move.id().toString()));
        assertThat(days.find(move.id())).isEmpty();
        CaseId start = filings.caseOf(MoveTogether.startOf(move.id()));
        assertThat(holds.list(start)).singleElement().satisfies(hold -> {
            assertThat(hold.isOpen()).isTrue();
            assertThat(hold.other()).contains(filings.caseOf(move.id()));
        });
    }

    @Test
    @DisplayName("転居の一方だけを取り下げるとき、住民が「もう一方は続ける」と答えれば、職員はたずね直さない")
    void residentKeepsTheOtherHalf() {
        Filing move = filings.move();
        submissions.file(move);
        UUID start = MoveTogether.startOf(move.id());
        UUID once = ids.next();
        Actor resident = new Actor.Resident(move.id().toString());
        assertThat(submissions.withdrawSome(move.id(), Set.of(move.id()), once, resident))
                .isEmpty();
        assertThat(submissions.withdrawSome(move.id(), Set.of(move.id()), once, resident))
                .isEmpty();
        assertThat(submissions.find(move.id()).orElseThrow().standing().withdrawnAt())
                .isNotNull();
        assertThat(submissions.find(start).orElseThrow().standing().isWithdrawable())
                .isTrue();
        assertThat(days.find(start)).isPresent();
        assertThat(holds.list(filings.caseOf(start))).singleElement().satisfies(hold -> {
            assertThat(hold.isOpen()).isFalse();
            assertThat(Objects.requireNonNull(hold.settled()).words()).contains("続ける");
        });
    }

    @Test
    @DisplayName("転居の両方を取り下げると、どちらの場所も空き、何も残らない。新しい家だけを取り下げることもできる")
    void residentTakesBackBothOrTheOther() {
        Filing both = filings.move();
        submissions.file(both);
        UUID start = MoveTogether.startOf(both.id());
        Actor resident = new Actor.Resident(both.id().toString());
        assertThat(submissions.withdrawSome(both.id(), Set.of(both.id(), start), ids.next(), resident))
                .isEmpty();
        assertThat(days.find(both.id())).isEmpty();
        assertThat(days.find(start)).isEmpty();
        assertThat(holds.list(filings.caseOf(both.id()))).isEmpty();
        assertThat(holds.list(filings.caseOf(start))).isEmpty();

        Filing old = filings.move();
        submissions.file(old);
        submissions.withdrawSome(old.id(), Set.of(MoveTogether.startOf(old.id()), both.id()), ids.next(), resident);
        assertThat(days.find(old.id())).isPresent();
        assertThat(days.find(MoveTogether.startOf(old.id()))).isEmpty();
        assertThat(holds.list(filings.caseOf(old.id())))
                .singleElement()
                .satisfies(hold -> assertThat(hold.isOpen()).isFalse());
    }

    @Test
    @DisplayName("給水区域の外からの届出も届き、どこへ問い合わせるかが、控えにも進み具合にも三つのことばで出る")
    void outsideTheSupplyArea() {
        Actor clerk = new Actor.SystemJob("test");
        town.put("water.outside-areas", "大字大野、吉尾", clerk);
        Filing filing = filings.start("大字大野", "5番地");
        assertThat(submissions.file(filing)).isInstanceOf(FilingOutcome.Accepted.class);
        assertThat(days.find(filing.id())).isEmpty();
        assertThat(advice(filing, Language.JA)).singleElement().asString().contains("大字大野", "区域の外", "組合");
        town.put("water.outside-contact", "大野水道組合 0966-00-0000", clerk);
        for (Language language : Language.values()) {
            assertThat(advice(filing, language)).singleElement().asString().contains("大字大野", "大野水道組合 0966-00-0000");
        }
        assertThat(advice(filings.start("大字佐敷", "6番地"), Language.JA)).isEmpty();
    }

    private List<String> advice(Filing filing, Language language) {
        return advices.list(filing.published().name(), filing.answers(), messages.in(language));
    }

    @Test
    @DisplayName("休止のいちばん長い期間は町の設定：決めていなければ断らず、決めれば、その日を言って断る")
    void longestPause() {
        Actor clerk = new Actor.SystemJob("test");
        assertThat(submissions.file(pauseUntil("2031-12-01"))).isInstanceOf(FilingOutcome.Accepted.class);
        town.put("water.pause-longest-months", "36", clerk);
        assertThat(submissions.file(pauseUntil("2029-11-24"))).isInstanceOf(FilingOutcome.Accepted.class);
        assertThat(submissions.file(pauseUntil("2029-11-25")))
                .isInstanceOfSatisfying(
                        FilingOutcome.Incomplete.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.path()).isEqualTo("until");
                            assertThat(fault.sentence().toString()).contains("いちばん長くて");
                        }));
    }

    private Filing pauseUntil(String day) {
        var answers = Parcels.stop("大字芦北", "2016番地", "休止", "キュウシ");
        answers.remove("reason");
        answers.remove("settlement");
        answers.put("holder", "person");
        answers.put("until", day);
        answers.put("forward.prefecture", "熊本県");
        answers.put("forward.municipality", "熊本市中央区");
        answers.put("forward.area", "花畑町");
        answers.put("forward.number", "9番");
        return filings.filing("water-pause", answers);
    }
}
