package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.desk.Pictures;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("数字で見る")
class PictureIntegrationTests {

    @Autowired
    Pictures pictures;

    @Autowired
    Cases cases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

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

        Picture picture = pictures.draw(clerk);
        assertThat(picture.waiting()).isEqualTo(2);
        assertThat(picture.correcting()).isEqualTo(1);
        assertThat(picture.received()).isEqualTo(3);
        assertThat(picture.online()).isEqualTo(3);
        assertThat(picture.months()).hasSize(12);
        assertThat(picture.questions()).singleElement().satisfies(question -> {
            assertThat(question.question()).isEqualTo("使用開始日");
            assertThat(question.times()).isEqualTo(1);
        });
        assertThat(picture.procedures()).singleElement().satisfies(line -> {
            assertThat(line.title()).isEqualTo("水道の使用開始（開栓）の届出");
            assertThat(line.finished()).isEqualTo(1);
            // 11/24(火) に届き、11/30(月) に終わった
            assertThat(line.days()).hasValue(4);
            assertThat(line.standard()).isEmpty();
        });
        assertThat(pictures.draw(Plans.staff(Plans.RESIDENTS, Role.HANDLER)).procedures())
                .isEmpty();
        assertThat(get("/office/picture", clerk)).contains("水道の使用開始", "使用開始日", "未設定", "100%");
        assertThat(get("/office/picture/procedures.csv", clerk)).contains("標準処理期間（開庁日）", ",4.0,未設定");
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
