package town.machi.water;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.casework.CaseId;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureFolder;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// Supply points, and notices about them whose point is settled, as tests of the work behind them need.
@TestComponent
class Notices {

    static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");

    private static final Random RANDOM = new Random(7);
    private static final Map<String, ProcedureSource> SOURCES = new HashMap<>();

    private final ApplicationEventPublisher events;
    private final JdbcClient db;
    private final TransactionOperations transaction;

    Notices(ApplicationEventPublisher events, JdbcClient db, TransactionOperations transaction) {
        this.events = events;
        this.db = db;
        this.transaction = transaction;
    }

    /// A point in use by 例 花子, read on 2026-10-01 at 100 m³.
    SupplyPointId point(String meter) {
        UUID id = UUID.randomUUID();
        db.sql("""
                INSERT INTO water.supply_point (id, point_number, customer_number, meter_number, calibre_mm, area, number,
                    place_key, latitude, longitude, valve, standing, services, user_name, user_kana, last_reading_m3,
                    last_read_on, meter_until)
                VALUES (:id, :number, :customer, :meter, 13, '大字芦北', '1番地', '芦北|1', 32.29, 130.49, 'OPEN', 'IN_USE',
                    ARRAY['WATER', 'SEWER'], '例 花子', 'レイ ハナコ', 100, '2026-10-01', '2027-03-31')
                """)
                .param("id", id)
                .param("number", "P" + meter)
                .param("customer", "C" + meter)
                .param("meter", meter)
                .update();
        return new SupplyPointId(id);
    }

    /// A notice of a start or a stop whose point the office has settled; its case waits at the first state.
    CaseId filed(SupplyPointId point, CasePoint.Kind kind, String mail) {
        ProcedureName procedure = new ProcedureName(
                kind == CasePoint.Kind.START || kind == CasePoint.Kind.RESUME ? "water-start" : "water-stop");
        UUID submission = UUID.randomUUID();
        ProcedureSource source = source(procedure.value());
        Filed.New filed = new Filed.New(
                submission,
                1,
                TUESDAY,
                ReceiptNumber.generate(RANDOM),
                procedure,
                1,
                source.hash(),
                source,
                answers(procedure.value()),
                List.of(),
                Channel.WEB,
                null,
                Language.JA,
                mail.isEmpty() ? null : mail,
                Set.of());
        transaction.executeWithoutResult(_ -> {
            events.publishEvent(filed);
            settle(submission, point, kind);
        });
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .single());
    }

    /// A move, which is a notice of a stop at the one home and of a start at the other, each the other's half.
    ///
    /// @return the stop, the start
    List<CaseId> moved(SupplyPointId from, SupplyPointId to) {
        CaseId stop = filed(from, CasePoint.Kind.STOP, "");
        CaseId start = filed(to, CasePoint.Kind.START, "");
        db.sql("""
                UPDATE water.case_point SET partner = (SELECT submission FROM water.case_point WHERE case_id = :start)
                WHERE case_id = :stop
                """).param("start", start.value()).param("stop", stop.value()).update();
        return List.of(stop, start);
    }

    /// As if somebody of the office had chosen the point and settled whatever held the case.
    private void settle(UUID submission, SupplyPointId point, CasePoint.Kind kind) {
        db.sql("""
                INSERT INTO water.case_point (case_id, submission, kind, match, point_id, wanted_on, opened_at)
                SELECT id, submission, :kind, 'CHOSEN', :point, '2026-12-01', received_at FROM casework.case_file
                WHERE submission = :submission
                ON CONFLICT (case_id) DO UPDATE SET kind = :kind, match = 'CHOSEN', point_id = :point
                """)
                .param("kind", kind.name())
                .param("point", point.value())
                .param("submission", submission)
                .update();
        db.sql("DELETE FROM water.hold WHERE case_id IN (SELECT case_id FROM water.case_point WHERE submission = :s)")
                .param("s", submission)
                .update();
    }

    void withdraw(CaseId id) {
        UUID submission = db.sql("SELECT submission FROM casework.case_file WHERE id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .single();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Filed.Withdrawal(submission, 2, TUESDAY)));
    }

    private static ProcedureSource source(String procedure) {
        return SOURCES.computeIfAbsent(
                procedure,
                name -> new ProcedureFolder(Path.of("towns/ashikita"))
                        .list().stream()
                                .filter(found -> found.folder().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .source());
    }

    private static Answers answers(String procedure) {
        SortedMap<String, String> values = new TreeMap<>(Map.of(
                "place.area", "大字芦北",
                "place.number", "1番地",
                "presence", "none",
                "user.family", "水野",
                "user.given", "太郎",
                "user.familyKana", "ミズノ",
                "user.givenKana", "タロウ",
                "phone", "090-1234-5678"));
        if (procedure.equals("water-start")) {
            values.putAll(
                    Map.of("startsOn", "2026-12-01", "holder", "person", "payment", "slip", "billElsewhere", "here"));
        } else {
            values.putAll(Map.of("stopsOn", "2026-12-01", "reason", "moveOut", "settlement", "slip"));
        }
        SortedMap<String, Answer> byPath = new TreeMap<>();
        values.forEach(
                (path, value) -> byPath.put(path, new Answer(value, Answer.Source.TYPED, "resident:test", TUESDAY)));
        return new Answers(byPath);
    }

    /// Two crews of six jobs on each weekday.
    CrewId crew(String name, int sorting, int jobs) {
        UUID id = UUID.randomUUID();
        db.sql("INSERT INTO water.crew (id, name, sorting) VALUES (:id, :name, :sorting)")
                .param("id", id)
                .param("name", name)
                .param("sorting", sorting)
                .update();
        for (int weekday = 1; weekday <= 5; weekday++) {
            db.sql("INSERT INTO water.crew_weekday (crew_id, weekday, capacity) VALUES (:id, :weekday, :jobs)")
                    .param("id", id)
                    .param("weekday", weekday)
                    .param("jobs", jobs)
                    .update();
        }
        return new CrewId(id);
    }

    static final LocalDate FIRST_OF_DECEMBER = LocalDate.of(2026, 12, 1);
}
