package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.Cases;
import town.machi.form.FieldFault;
import town.machi.kernel.Language;
import town.machi.platform.Ids;
import town.machi.procedure.Procedures;
import town.machi.procedure.Words;
import town.machi.shell.Messages;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.water.CasePoint;
import town.machi.water.CrewDays;
import town.machi.water.Parcels;
import town.machi.water.Points;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.jdbc.CrewSettingRows;
import town.machi.water.jdbc.HoldRows;
import town.machi.water.jdbc.PointRows;

@MachiTest
@Import(WaterFilings.class)
@DisplayName("届け出ると、班の一日の場所を一つ取る")
class FilingWaterIntegrationTests {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    Submissions submissions;

    @Autowired
    Procedures procedures;

    @Autowired
    WaterFilings filings;

    @Autowired
    Messages messages;

    @Autowired
    CrewDays days;

    @Autowired
    CrewSettingRows settings;

    @Autowired
    SupplyPoints points;

    @Autowired
    PointRows register;

    @Autowired
    HoldRows holds;

    @Autowired
    Cases cases;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void twoCrewsOfSix() {
        WaterFilings.twoCrewsOfSix(db, settings);
    }

    @Test
    @DisplayName("十三人目はその日の欄で断られ、次の日をすすめられる。何も届かない")
    void theThirteenth() {
        for (int i = 0; i < 12; i++) {
            assertThat(start(i)).isInstanceOf(FilingOutcome.Accepted.class);
        }
        long filed = count();
        assertThat(start(13))
                .isInstanceOfSatisfying(
                        FilingOutcome.Incomplete.class,
                        refused -> assertThat(refused.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.path()).isEqualTo("startsOn");
                            assertThat(fault.sentence().toString()).contains("form.date.full-next", "2026-12-02");
                        }));
        assertThat(count()).isEqualTo(filed);
    }

    @Test
    @DisplayName("だれも知らないお客様番号でも届出は届き、どの給水装置のことかは職員が確かめる")
    void unknownNumber() {
        SupplyPoint house = Points.unused("大字佐敷", "4444番地", "", "4444");
        register.insert(house, false);
        var answers = Parcels.start("大字佐敷", "4444番地", "新居", "アライ");
        answers.put("customer", "999999");
        Filing filing = filings.filing("water-start", answers);
        assertThat(submissions.file(filing)).isInstanceOf(FilingOutcome.Accepted.class);
        CasePoint point = points.findOfCase(filings.caseOf(filing.id())).orElseThrow();
        assertThat(point.match()).isEqualTo(CasePoint.Match.ELSEWHERE);
        assertThat(point.point()).isEmpty();
    }

    @Test
    @DisplayName("きのうの日付の中止は、わけと電話番号を言って断り、何も届かない")
    void yesterday() {
        clock.set("2026-11-25T10:00:00+09:00");
        var stop = procedures.findPublished(WaterForm.STOP.procedure()).orElseThrow();
        // The town has not told its number (未設定); the sentence says so where the number will stand.
        Words telephone = (Words)
                Objects.requireNonNull(procedures.facts(stop.definition()).get("section.tel"));
        var answers = Parcels.stop("大字芦北", "2015番地", "昨日", "キノウ");
        answers.put("stopsOn", "2026-11-24");
        long filed = count();
        assertThat(submissions.file(filings.filing("water-stop", answers)))
                .isInstanceOfSatisfying(
                        FilingOutcome.Incomplete.class,
                        refused -> assertThat(refused.faults())
                                .filteredOn(fault -> fault.path().equals("stopsOn"))
                                .singleElement()
                                .satisfies(fault -> saysWhyAndWhom(fault, telephone)));
        assertThat(count()).isEqualTo(filed);
        clock.set(TestClock.START);
    }

    private void saysWhyAndWhom(FieldFault fault, Words telephone) {
        for (Language language : Language.values()) {
            assertThat(fault.in(messages.in(language))).contains(telephone.in(language));
        }
        assertThat(fault.in(messages.in(Language.JA))).contains("過ぎた日にさかのぼることはできません");
    }

    @Test
    @DisplayName("最後の一つを五十人が同時に届け出ると、ちょうど一人が受け付けられ、あとの人は何も失わない")
    void fiftyAtOnce() throws Exception {
        for (int i = 0; i < 11; i++) {
            start(i);
        }
        long filed = count();
        List<FilingOutcome> outcomes = fiftyTimes(i -> start(100 + i));
        assertThat(outcomes)
                .filteredOn(FilingOutcome.Accepted.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(FilingOutcome.Incomplete.class::isInstance)
                .hasSize(49);
        assertThat(count()).isEqualTo(filed + 1);
        assertThat(days.plan(DAY, DAY).room(DAY)).isZero();
    }

    @Test
    @DisplayName("五十人が同じ家のことを同時に届け出ても、待ち合わせで止まらず、一人のほかは重複疑いになる")
    void fiftyAboutOneHouse() throws Exception {
        db.sql("DELETE FROM water.crew_weekday").update();
        SupplyPoint house = Points.unused("大字佐敷", "3333番地", "", "3333");
        register.insert(house, false);
        List<FilingOutcome> outcomes = fiftyTimes(_ -> start("3333番地"));
        assertThat(outcomes).allMatch(FilingOutcome.Accepted.class::isInstance);
        assertThat(db.sql("""
                        SELECT count(*) FROM water.hold h JOIN water.case_point p USING (case_id)
                        WHERE p.point_id = :house AND h.kind = 'DUPLICATE'
                        """)
                        .param("house", house.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(49);
    }

    @Test
    @DisplayName("同じ届出が五十回同時に届いても、最後の一つを一つだけ取り、だれも断られない")
    void fiftyTimesTheSame() throws Exception {
        for (int i = 0; i < 11; i++) {
            start(i);
        }
        Filing one = filings.start("大字佐敷", "1番地");
        assertOnce(fiftyTimes(_ -> submissions.file(one)));
        assertThat(days.find(one.id())).isPresent();
        assertThat(days.plan(DAY, DAY).room(DAY)).isZero();
    }

    @Test
    @DisplayName("同じ要求が五十の控えで同時に届いても、場所は一つしか取らない")
    void fiftyUnderOneRequest() throws Exception {
        UUID request = UUID.randomUUID();
        assertOnce(fiftyTimes(_ -> {
            Filing each = filings.start("大字佐敷", "1番地");
            return submissions.file(
                    new Filing(each.id(), request, each.number(), each.published(), each.answers(), each.sender()));
        }));
        assertThat(days.plan(DAY, DAY).room(DAY)).isEqualTo(11);
    }

    private static void assertOnce(List<FilingOutcome> outcomes) {
        assertThat(outcomes).allMatch(FilingOutcome.Accepted.class::isInstance);
        assertThat(outcomes)
                .map(FilingOutcome.Accepted.class::cast)
                .filteredOn(FilingOutcome.Accepted::first)
                .hasSize(1);
        assertThat(outcomes)
                .map(outcome -> ((FilingOutcome.Accepted) outcome).receipt())
                .containsOnly(((FilingOutcome.Accepted) outcomes.getFirst()).receipt());
    }

    private static List<FilingOutcome> fiftyTimes(IntFunction<FilingOutcome> file) throws Exception {
        List<Callable<FilingOutcome>> residents = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            residents.add(() -> file.apply(number));
        }
        List<FilingOutcome> outcomes = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(50)) {
            for (Future<FilingOutcome> outcome : people.invokeAll(residents)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    @Test
    @DisplayName("同じ届出をもう一度送っても、場所は一つで、初めの受付番号が返る")
    void repeats() {
        Filing filing = filings.start("大字佐敷", "1番地");
        var first = (FilingOutcome.Accepted) submissions.file(filing);
        for (int i = 0; i < 11; i++) {
            start(i);
        }
        var again = (FilingOutcome.Accepted) submissions.file(filing);
        assertThat(again.first()).isFalse();
        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(days.plan(DAY, DAY).room(DAY)).isZero();
    }

    @Test
    @DisplayName("開ける日がいっぱいなら、止めるほうも届かず、場所も取らない")
    void bothOrNone() {
        for (int i = 0; i < 12; i++) {
            start(i);
        }
        Filing move = filings.move();
        assertThat(submissions.file(move))
                .isInstanceOfSatisfying(
                        FilingOutcome.Incomplete.class,
                        refused ->
                                assertThat(refused.faults().getFirst().path()).isEqualTo("startsOn"));
        assertThat(days.find(move.id())).isEmpty();
        assertThat(submissions.find(move.id())).isEmpty();
    }

    private FilingOutcome start(int number) {
        return start((100 + number) + "番地");
    }

    private FilingOutcome start(String number) {
        return submissions.file(filings.start("大字佐敷", number));
    }

    private long count() {
        return db.sql("SELECT count(*) FROM submission.submission")
                .query(Long.class)
                .single();
    }
}
