package town.machi.water.intake;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Ids;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.submission.Filing;
import town.machi.support.TestClock;
import town.machi.water.CrewId;
import town.machi.water.Parcels;
import town.machi.water.jdbc.CrewSettingRows;

/// What residents file about water, as their phones send it.
class WaterFilings {

    static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    static final LocalDate OTHER_DAY = LocalDate.of(2026, 12, 2);

    private final Procedures procedures;
    private final Ids ids;
    private final TestClock clock;
    private final JdbcClient db;

    WaterFilings(Procedures procedures, Ids ids, TestClock clock, JdbcClient db) {
        this.procedures = procedures;
        this.ids = ids;
        this.clock = clock;
        this.db = db;
    }

    /// Two crews that do six jobs on every day of the week, all of them free.
    static void twoCrewsOfSix(JdbcClient db, CrewSettingRows settings) {
        db.sql("DELETE FROM water.slot").update();
        db.sql("DELETE FROM water.crew_day").update();
        db.sql("DELETE FROM water.crew").update();
        for (int crew = 1; crew <= 2; crew++) {
            CrewId id = new CrewId(UUID.randomUUID());
            settings.insert(id, "第" + crew + "班", crew, false);
            for (DayOfWeek day : DayOfWeek.values()) {
                settings.setWeekday(id, day, 6);
            }
        }
    }

    Filing start(String area, String number) {
        return filing("water-start", Parcels.start(area, number, "新居", "アライ"));
    }

    /// From 大字芦北 2015番地 (stopped on [#OTHER_DAY]) to 大字佐敷 77番地 (opened on [#DAY]).
    Filing move() {
        return filing("water-move", moved());
    }

    private static Map<String, String> moved() {
        Map<String, String> answers = Parcels.stop("大字芦北", "2015番地", "引越", "ヒッコシ");
        answers.remove("reason");
        answers.put("stopsOn", OTHER_DAY.toString());
        answers.put("newPlace.area", "大字佐敷");
        answers.put("newPlace.number", "77番地");
        answers.put("newPlace.prefecture", "熊本県");
        answers.put("newPlace.municipality", "葦北郡芦北町");
        answers.put("newPresence", "none");
        answers.put("startsOn", DAY.toString());
        answers.put("holder", "person");
        answers.put("payment", "slip");
        return answers;
    }

    Filing filing(String procedure, Map<String, String> values) {
        values.put("place.prefecture", "熊本県");
        values.put("place.municipality", "葦北郡芦北町");
        UUID id = ids.next();
        return new Filing(
                id,
                null,
                ReceiptNumber.generate(new Random()),
                procedures.findPublished(new ProcedureName(procedure)).orElseThrow(),
                Parcels.answers(values, clock.instant()),
                new Filing.Sender(new Actor.Resident(id.toString()), Channel.WEB, null, Language.JA, null));
    }

    CaseId caseOf(UUID submission) {
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", submission)
                .query(UUID.class)
                .single());
    }
}
