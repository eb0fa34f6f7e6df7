package town.machi.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.StaffId;
import town.machi.messaging.FriendId;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.Outbox;
import town.machi.platform.Jobs;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;
import town.machi.water.jdbc.PauseRows;
import town.machi.water.work.PauseReminding;

@MachiTest(properties = "machi.demo=false")
@Import(Notices.class)
@DisplayName("休止の期限のお知らせ：決めた日数の前に、ひとりでに、一度だけ")
class PauseRemindingIntegrationTests {

    private static final String JOB = "water.remind-of-pauses";

    @Autowired
    Notices notices;

    @Autowired
    SupplyPoints points;

    @Autowired
    Settings settings;

    @Autowired
    Cases cases;

    @Autowired
    Outbox outbox;

    @Autowired
    FriendLinks links;

    @Autowired
    PauseReminding reminding;

    @Autowired
    Jobs jobs;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Actor.Staff clerk = new Actor.Staff(new StaffId(UUID.randomUUID()), "仮", Set.of(), Set.of());
    private SupplyPointId point = new SupplyPointId(UUID.randomUUID());
    private String about = "";
    private int before;

    /// Paused on 2026-12-01 until 2027-05-31; told 14 days before.
    @BeforeEach
    void paused() {
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        point = notices.point("P-" + UUID.randomUUID());
        CaseId id = notices.filed(point, CasePoint.Kind.PAUSE, "yasumi@example.jp");
        about = "submission:" + cases.get(id).filing().submission();
        points.change(point, new PointChange.Paused(LocalDate.of(2027, 5, 31), null), clerk);
        settings.put("water.pause-remind-days", "14", clerk);
        before = outbox.listAbout(about).size();
    }

    @AfterEach
    void nobodyPauses() {
        db.sql("UPDATE water.supply_point SET standing = 'UNUSED', paused_until = NULL WHERE standing = 'PAUSED'")
                .update();
        settings.put("water.pause-remind-days", "", clerk);
    }

    @Test
    @DisplayName("十五日前には届かず、十四日前に届き、もう一度動いても、次の日も、二通目はない")
    void once() {
        remindOn("2027-05-16T09:00:00+09:00");
        assertThat(reminders()).isZero();
        remindOn("2027-05-17T09:00:00+09:00");
        assertThat(reminders()).isEqualTo(1);
        jobs.runNow(JOB);
        remindOn("2027-05-18T09:00:00+09:00");
        assertThat(reminders()).isEqualTo(1);
    }

    @Test
    @DisplayName("決めた朝に動かなくても、次に動いたときに届く")
    void late() {
        remindOn("2027-05-20T09:00:00+09:00");
        assertThat(reminders()).isEqualTo(1);
    }

    @Test
    @DisplayName("その前に再開していれば、届かない")
    void resumedBefore() {
        points.change(point, new PointChange.Resumed(null), clerk);
        remindOn("2027-05-17T09:00:00+09:00");
        assertThat(reminders()).isZero();
    }

    @Test
    @DisplayName("もう一度休止して期限が変われば、新しい期限について一度だけ届く")
    void pausedAgain() {
        remindOn("2027-05-17T09:00:00+09:00");
        points.change(point, new PointChange.Resumed(null), clerk);
        points.change(point, new PointChange.Paused(LocalDate.of(2027, 9, 30), null), clerk);
        remindOn("2027-09-16T09:00:00+09:00");
        jobs.runNow(JOB);
        assertThat(reminders()).isEqualTo(2);
    }

    @Test
    @DisplayName("町が日数を決めていなければ、何も送らない")
    void notSet() {
        settings.put("water.pause-remind-days", "", clerk);
        remindOn("2027-05-30T09:00:00+09:00");
        assertThat(reminders()).isZero();
    }

    @Test
    @DisplayName("LINEを選んだ人には、メールがなくてもLINEで一度だけ届く。場所はLINEに出ない。どちらもない人は、役場の一覧に残る")
    void onLine() {
        SupplyPointId without = notices.point("P-" + UUID.randomUUID());
        CaseId id = notices.filed(without, CasePoint.Kind.PAUSE, "");
        points.change(without, new PointChange.Paused(LocalDate.of(2027, 5, 31), null), clerk);
        remindOn("2027-05-17T09:00:00+09:00");
        assertThat(reminding.listDue()).extracting(PauseRows.Ending::point).containsExactly(without);

        UUID friend = UUID.randomUUID();
        db.sql("""
                INSERT INTO messaging.friend (id, line_user_id, language, since)
                VALUES (:id, :user, 'ja', '2026-11-01T09:00:00+09:00')
                """).param("id", friend).param("user", "U" + friend).update();
        links.tie(new FriendId(friend), "submission:" + cases.get(id).filing().submission());
        jobs.runNow(JOB);
        jobs.runNow(JOB);
        remindOn("2027-05-18T09:00:00+09:00");
        String sent = db.sql("SELECT messages FROM messaging.push WHERE friend_id = :friend")
                .param("friend", friend)
                .query(String.class)
                .single();
        assertThat(sent).contains("令和9年5月31日", "/procedures/water-resume").doesNotContain("大字芦北");
        assertThat(reminding.listDue()).isEmpty();
    }

    private void remindOn(String time) {
        clock.set(time);
        jobs.runNow(JOB);
    }

    private long reminders() {
        return outbox.listAbout(about).size() - before;
    }
}
