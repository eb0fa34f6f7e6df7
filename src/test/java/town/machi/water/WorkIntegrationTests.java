package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.Yen;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;
import town.machi.water.VisitReport.Pilot;
import town.machi.water.VisitReport.Result;
import town.machi.water.intake.Settling;
import town.machi.water.jdbc.BatchRows;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.SettlementRows;
import town.machi.water.work.Billing;
import town.machi.water.work.Planning;
import town.machi.water.work.Settlements;

@MachiTest(properties = "machi.demo=false")
@Import(Notices.class)
@DisplayName("届出から弁まで、弁から精算まで")
class WorkIntegrationTests {

    @Autowired
    Notices notices;

    @Autowired
    WorkOrders works;

    @Autowired
    Settling settling;

    @Autowired
    Planning planning;

    @Autowired
    Billing billing;

    @Autowired
    Settlements settlings;

    @Autowired
    SupplyPoints points;

    @Autowired
    OrderRows orders;

    @Autowired
    SettlementRows settlements;

    @Autowired
    Cases cases;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff clerk = new Actor.Staff(
            new town.machi.kernel.StaffId(UUID.randomUUID()), "仮", java.util.Set.of(), java.util.Set.of());

    @BeforeEach
    void clerk() {
        clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
    }

    private CaseId accepted(SupplyPointId point, CasePoint.Kind kind) {
        CaseId id = notices.filed(point, kind, "taro@example.jp");
        assertThat(act(id, "accept")).isInstanceOf(ActOutcome.Done.class);
        return id;
    }

    private ActOutcome act(CaseId id, String act) {
        return cases.act(id, Move.of(act, cases.get(id).revision()), UUID.randomUUID(), clerk);
    }

    private static VisitReport report(String meter, boolean opened, Pilot pilot, MeterReading reading) {
        return new VisitReport(
                UUID.randomUUID(),
                Instant.parse("2026-12-01T01:00:00Z"),
                Result.DONE,
                new VisitReport.Meter(meter, 13, opened, pilot),
                Optional.of(reading),
                "",
                "",
                "門を入って右");
    }

    @Test
    @DisplayName("受理のあとで別の給水装置だと分かれば、作業票はそちらへ移り、二度押しても一枚")
    void anotherPoint() {
        SupplyPointId wrong = notices.point("M-170");
        SupplyPointId right = notices.point("M-171");
        CaseId id = accepted(wrong, CasePoint.Kind.STOP);
        WorkOrder first = works.findOfCase(id).orElseThrow();
        UUID request = UUID.randomUUID();
        assertThat(settling.choose(cases.get(id), points.get(right), request, clerk))
                .isTrue();
        assertThat(settling.choose(cases.get(id), points.get(right), request, clerk))
                .isTrue();

        assertThat(orders.find(first.id()).orElseThrow().isOpen()).isFalse();
        WorkOrder now = works.findOfCase(id).orElseThrow();
        assertThat(now.point()).isEqualTo(right);
        assertThat(now.isOpen()).isTrue();
        assertThat(orders.findOpen(wrong, OrderKind.CLOSE)).isEmpty();
    }

    @Test
    @DisplayName("受理すると作業票ができ、終わるまで案件は終えられず、班が終えると案件も進み、精算額が戻って終わる")
    void stop() {
        SupplyPointId point = notices.point("M-100");
        CaseId id = accepted(point, CasePoint.Kind.STOP);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        assertThat(order.kind()).isEqualTo(OrderKind.CLOSE);
        assertThat(act(id, "close")).isInstanceOf(ActOutcome.Refused.class);

        VisitReport report = report("M-100", false, Pilot.NOT_LOOKED, MeterReading.of(112));
        assertThat(works.report(order.id(), report, clerk)).isInstanceOf(VisitOutcome.Kept.class);
        assertThat(works.report(order.id(), report, clerk)).isInstanceOf(VisitOutcome.Kept.class);

        assertThat(cases.get(id).state().id()).isEqualTo("settling");
        assertThat(points.get(point).supply().standing()).isEqualTo(PointStanding.UNUSED);
        assertThat(points.get(point).supply().valve()).isEqualTo(ValveState.CLOSED);
        assertThat(act(id, "complete")).isInstanceOf(ActOutcome.Refused.class);
        Settlement settlement = settlements.findOfCase(id).orElseThrow();
        assertThat(settlement.read().used()).isEqualTo(OptionalInt.of(12));

        UUID batch = UUID.randomUUID();
        assertThat(billing.makeBatch(batch, clerk)).map(BatchRows.Batch::lines).contains(1);
        assertThat(billing.makeBatch(batch, clerk)).map(BatchRows.Batch::lines).contains(1);
        assertThat(billing.makeBatch(UUID.randomUUID(), clerk)).isEmpty();
        assertThat(billing.export(batch, "", clerk))
                .isInstanceOfSatisfying(
                        Billing.Export.Csv.class,
                        csv -> assertThat(new String(csv.bytes(), StandardCharsets.UTF_8))
                                .contains(settlement.number()
                                        + ",中止,CM-100,M-100,13,100,2026-10-01,112,2026-12-01,12,1,1,0"));
        assertThat(billing.export(batch, "", clerk)).isInstanceOf(Billing.Export.Refused.class);
        assertThat(billing.export(batch, "料金システムが止まり、読み込めていない", clerk)).isInstanceOf(Billing.Export.Csv.class);

        String amounts =
                "精算番号,水道料金,下水道使用料,農業集落排水使用料,合計,調定日\n" + settlement.number() + ",\"2,068\",1100,,3168,R8.12.4\n";
        byte[] file = amounts.getBytes(Charset.forName("windows-31j"));
        assertThat(billing.takeBack(file, true, clerk)).isEqualTo(new Billing.TakenBack(1, java.util.List.of()));
        assertThat(cases.get(id).state().isClosed()).isFalse();
        assertThat(billing.takeBack(file, false, clerk).faults()).isEmpty();
        assertThat(billing.takeBack(file, false, clerk).count()).isZero();
        assertThat(cases.get(id).state().isClosed()).isTrue();
        assertThat(settlements.findOfCase(id).orElseThrow().progress())
                .isInstanceOfSatisfying(
                        Settlement.Progress.Billed.class,
                        billed -> assertThat(billed.total()).isEqualTo(new Yen(3168)));
        assertThat(db.sql("SELECT string_agg(words, ' ') FROM casework.event WHERE case_id = :case")
                        .param("case", id.value())
                        .query(String.class)
                        .single())
                .contains("下水道使用料: 1,100円", "水道料金は契約による料金なので、教示はありません", "芦北町長に対して審査請求", "3か月以内", "6か月以内", "芦北町を被告として");
    }

    @Test
    @DisplayName("一行でも悪い精算ファイルは、何も変えない")
    void oneBadLine() {
        SupplyPointId point = notices.point("M-150");
        CaseId id = accepted(point, CasePoint.Kind.STOP);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        works.report(order.id(), report("M-150", false, Pilot.NOT_LOOKED, MeterReading.of(130)), clerk);
        billing.makeBatch(UUID.randomUUID(), clerk);
        long number = settlements.findOfCase(id).orElseThrow().number();
        String amounts = "精算番号,水道料金,下水道使用料,農業集落排水使用料,合計,調定日\n" + number + ",1000,,,1000,2026-12-04\n"
                + "999999,1000,,,1000,2026-12-04\n" + number + ",1,,,2,きのう\n";
        var back = billing.takeBack(amounts.getBytes(StandardCharsets.UTF_8), false, clerk);
        assertThat(back.faults()).hasSize(4).anyMatch(fault -> fault.startsWith("3行目"));
        assertThat(settlements.findOfCase(id).orElseThrow().isBilled()).isFalse();
    }

    @Test
    @DisplayName("開栓が終わると、使う人が台帳に載り、案件は終わる")
    void start() {
        SupplyPointId point = notices.point("M-200");
        CaseId id = accepted(point, CasePoint.Kind.START);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        assertThat(works.report(order.id(), report("M-200", true, Pilot.TURNING, MeterReading.of(100)), clerk))
                .isInstanceOf(VisitOutcome.Refused.class);
        works.report(order.id(), report("M-200", true, Pilot.STILL, MeterReading.of(100)), clerk);
        assertThat(cases.get(id).state().isClosed()).isTrue();
        assertThat(points.get(point).supply().user())
                .map(SupplyPoint.User::name)
                .contains("水野 太郎");
        assertThat(points.get(point).supply().valve()).isEqualTo(ValveState.OPEN);
    }

    @Test
    @DisplayName("同じ給水装置の二つ目の開始は、一つ目の作業が終わるまで受理できない")
    void second() {
        SupplyPointId point = notices.point("M-300");
        accepted(point, CasePoint.Kind.START);
        CaseId other = notices.filed(point, CasePoint.Kind.START, "");
        assertThat(act(other, "accept")).isInstanceOf(ActOutcome.Refused.class);
    }

    @Test
    @DisplayName("待っているメーター取替は、同じ給水装置の閉栓に乗り、一度の報告で両方終わる")
    void joined() {
        SupplyPointId point = notices.point("M-400");
        works.exchange(point, clerk);
        CaseId id = accepted(point, CasePoint.Kind.STOP);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        assertThat(orders.listJoined(order.id())).hasSize(1);
        var reading = MeterReading.afterChange(0, OptionalInt.of(140), 0);
        assertThat(works.report(order.id(), report("N-400", false, Pilot.NOT_LOOKED, reading), clerk))
                .isInstanceOf(VisitOutcome.Kept.class);
        assertThat(orders.listOfPoint(point)).noneMatch(WorkOrder::isOpen);
        assertThat(points.get(point).meter().number()).isEqualTo("N-400");
        assertThat(settlements.findOfCase(id).orElseThrow().read().used()).hasValue(40);
    }

    @Test
    @DisplayName("取り下げたあとに届いた報告は、弁の様子だけを台帳に写し、請求しない")
    void lateReport() {
        SupplyPointId point = notices.point("M-500");
        CaseId id = accepted(point, CasePoint.Kind.STOP);
        WorkOrder order = works.findOfCase(id).orElseThrow();
        notices.withdraw(id);
        assertThat(works.findOfCase(id)).isEmpty();
        assertThat(works.report(order.id(), report("M-500", false, Pilot.NOT_LOOKED, MeterReading.of(120)), clerk))
                .isInstanceOfSatisfying(
                        VisitOutcome.Kept.class,
                        kept -> assertThat(kept.visit().late()).isTrue());
        assertThat(points.get(point).supply().valve()).isEqualTo(ValveState.CLOSED);
        assertThat(points.get(point).supply().standing()).isEqualTo(PointStanding.IN_USE);
        assertThat(settlements.findOfCase(id)).isEmpty();
    }

    @Test
    @DisplayName("班の一日がいっぱいなら動かせず、古い表からも動かせない。過ぎた日にも置けない")
    void planned() {
        CrewId crew = notices.crew("第9班", 9, 1);
        CrewDay day = new CrewDay(crew, Notices.FIRST_OF_DECEMBER);
        CaseId first = accepted(notices.point("M-600"), CasePoint.Kind.STOP);
        CaseId second = accepted(notices.point("M-601"), CasePoint.Kind.STOP);
        WorkOrder one = works.findOfCase(first).orElseThrow();
        WorkOrder two = works.findOfCase(second).orElseThrow();
        if (one.plannedOn().isEmpty()) {
            assertThat(works.plan(one.id(), day, one.revision(), clerk)).isInstanceOf(OrderOutcome.Done.class);
        }
        assertThat(works.plan(two.id(), day, two.revision(), clerk)).isInstanceOf(OrderOutcome.Refused.class);
        CrewDay next = new CrewDay(crew, Notices.FIRST_OF_DECEMBER.plusDays(1));
        assertThat(works.plan(two.id(), next, two.revision(), clerk))
                .isInstanceOfSatisfying(
                        OrderOutcome.Done.class,
                        done -> assertThat(done.order().plannedOn()).contains(next));
        assertThat(works.plan(two.id(), next, two.revision() + 7, clerk)).isInstanceOf(OrderOutcome.Refused.class);
        CrewDay past = new CrewDay(crew, java.time.LocalDate.of(2026, 11, 20));
        WorkOrder now = works.findOfCase(second).orElseThrow();
        assertThat(works.plan(two.id(), past, now.revision(), clerk)).isInstanceOf(OrderOutcome.Refused.class);
        db.sql("DELETE FROM water.slot").update();
        db.sql("DELETE FROM water.crew_day").update();
        db.sql("DELETE FROM water.crew").update();
    }
}
