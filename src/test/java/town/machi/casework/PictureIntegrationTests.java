package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.desk.Pictures;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.platform.Jobs;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestOwner;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("数字で見る")
class PictureIntegrationTests {

    @Autowired
    Pictures pictures;

    @Autowired
    Cases cases;

    @Autowired
    Jobs jobs;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @BeforeEach
    void nothingIsThere() throws Exception {
        db.sql("DELETE FROM casework.case_file").update();
        TestOwner.run(
                environment, "TRUNCATE casework.picture_count, casework.picture_change, casework.picture_sent_back");
    }

    @Test
    @DisplayName("待っている件数、オンラインの割合、日数、直してもらった項目が、自分の課の分だけ数えられ、CSVになる")
    void counts() throws Exception {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        CaseId back = open();
        CaseId done = open();
        open();
        cases.act(back, new Move("sendBack", 1, "日付をお願いします。", Set.of("startsOn")), UUID.randomUUID(), clerk);
        cases.act(done, Move.of("accept", 1), UUID.randomUUID(), clerk);
        finish(done);
        jobs.runNow("casework.picture");

        Picture picture = pictures.draw(everything(Plans.WATER), clerk);
        assertThat(picture.all().waiting().number()).isEqualTo(2);
        assertThat(picture.all().waiting().correcting()).isEqualTo(1);
        assertThat(picture.all().received()).isEqualTo(new Picture.Received(3, 3));
        assertThat(picture.months()).hasSize(12).last().satisfies(month -> {
            assertThat(month.received().number()).isEqualTo(3);
            assertThat(month.waitingAtEnd()).isEqualTo(2);
        });
        assertThat(picture.questions()).singleElement().satisfies(question -> {
            assertThat(question.question()).isEqualTo("使用開始日");
            assertThat(question.times()).isEqualTo(1);
        });
        assertThat(picture.sections())
                .singleElement()
                .satisfies(section -> assertThat(section.line().waiting())
                        .isEqualTo(picture.all().waiting()));
        assertThat(picture.procedures()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("水道の使用開始（開栓）の届出");
            assertThat(line.line().finished().number()).isEqualTo(1);
            // 11/24(火) に届き、11/30(月) に終わった
            assertThat(line.line().finished().days()).hasValue(4);
            assertThat(line.line().finished().median()).hasValue(4);
            assertThat(line.standard()).isEmpty();
        });
        Actor.Staff other = Plans.staff(Plans.RESIDENTS, Role.HANDLER);
        assertThat(pictures.draw(everything(Plans.WATER), other).procedures()).isEmpty();
        assertThat(get("/office/picture", clerk))
                .contains("水道の使用開始", "使用開始日", "未設定", "100%")
                .doesNotContainPattern(">\\d{4}-\\d{2}(-\\d{2})?<");
        assertThat(get("/office/picture/procedures.csv", clerk)).contains("標準処理期間", ",4.0,4,未設定");
        assertThat(get("/office/picture/waiting.csv?procedure=no-such-thing", clerk))
                .doesNotContain("水道");
    }

    @Test
    @DisplayName("ひと月にしぼり、逆に入れた月は入れ替え、数から案件の一覧へ行ける")
    void narrows() throws Exception {
        Actor.Staff clerk = staff.add("水野 一郎", "water", Role.HANDLER);
        open();
        assertThat(get("/office/picture?from=2026-11&to=2026-10", clerk))
                .contains(
                        "入れ替えて",
                        "/office/cases?view=all&amp;procedure=water-start&amp;from=2026-10-01&amp;to=2026-11-30");
        assertThat(get("/office/picture?from=2025-01&to=2025-02&procedure=%27&section=..", clerk))
                .contains("令和7年1月", "この期間に受け付けた案件はありません");
    }

    @Test
    @DisplayName("管理者は、案件を見られなくても、すべての課の数だけは見られる")
    void administrators() throws Exception {
        open();
        Actor.Staff head = staff.add("総務 太郎", "general", Role.ADMINISTRATOR);
        assertThat(get("/office/picture", head)).contains("課ごとの件数", "上下水道課").doesNotContain("/office/cases?view=all");
    }

    private static PictureFilter everything(SectionId section) {
        return new PictureFilter(Set.of(section), Optional.empty(), YearMonth.of(2025, 12), YearMonth.of(2026, 11));
    }

    /// As it would be after the work is done; the guards of water are not what is looked at here.
    private void finish(CaseId id) {
        db.sql("""
                UPDATE casework.case_file SET state = 'done', meaning = 'DONE', due_on = NULL,
                    closed_at = TIMESTAMPTZ '2026-11-30 10:00:00+09'
                WHERE id = :id
                """).param("id", id.value()).update();
    }

    private CaseId open() {
        Filed.New filed = Parcels.filed("水野", "太郎");
        events.publishEvent(filed);
        return new CaseId(db.sql("SELECT id FROM casework.case_file WHERE submission = :submission")
                .param("submission", filed.submission())
                .query(UUID.class)
                .single());
    }

    private String get(String path, Actor.Staff who) throws Exception {
        var response = http.perform(MockMvcRequestBuilders.get(path).with(staff.signedIn(who)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
