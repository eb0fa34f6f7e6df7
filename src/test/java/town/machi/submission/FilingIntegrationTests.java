package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;

@MachiTest
@DisplayName("届け出る")
class FilingIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient db;

    /// As far as the last look.
    static Resident waterStartToCheck(MockMvc http) throws Exception {
        return waterStartToCheck(new Resident(http));
    }

    static Resident waterStartToCheck(Resident resident, String... atStart) throws Exception {
        resident.open("/procedures/water-start").submit("/procedures/water-start/start", atStart);
        resident.answer("place.area", "大字佐敷", "place.number", "424番地", "place.building", "コーポ佐敷 102");
        resident.answer("startsOn-year", "令和8年", "startsOn-month", "１２", "startsOn-day", "１", "presence", "none");
        resident.answer("holder", "person");
        resident.answer("user.family", "𠮷野", "user.given", "葛󠄀子", "user.familyKana", "よしの", "user.givenKana", "ｶﾂｺ");
        resident.answer("phone", "０９０-１２３４-５６７８", "mail", "katsuko@example.jp");
        resident.answer("payment", "slip", "billElsewhere", "here");
        return resident;
    }

    @Test
    @DisplayName("水道の使用開始を、JavaScriptなしで初めから終わりまで届け出る")
    void filesFromBeginningToEnd() throws Exception {
        Resident resident = waterStartToCheck(http);
        assertThat(resident.path).endsWith("/check");
        assertThat(resident.page()).contains("𠮷野　葛󠄀子", "ヨシノ　カツコ", "令和8年12月1日(火)", "納付書", "大字佐敷");

        resident.submit(resident.path.replace("/check", "/send"));

        assertThat(resident.status).isEqualTo(200);
        assertThat(resident.number()).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        String id = resident.path.split("/")[2];
        assertThat(db.sql("SELECT answers->'values'->>'startsOn' FROM submission.submission WHERE id = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("2026-12-01");
        assertThat(db.sql(
                                "SELECT count(*) FROM messaging.outgoing WHERE about = :about AND body LIKE '%' || :number || '%'")
                        .param("about", "submission:" + id)
                        .param("number", resident.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM messaging.outgoing WHERE body LIKE '%' || :passcode || '%'")
                        .param("passcode", resident.passcode())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("町の水道の区域の外からの届出も届き、控えの画面、メール、進み具合が、どこへ問い合わせるかを言う")
    void outsideTheSupplyArea() throws Exception {
        Actor clerk = new Actor.SystemJob("test");
        settings.put("water.outside-areas", "大字佐敷", clerk);
        settings.put("water.outside-contact", "佐敷水道組合", clerk);
        try {
            Resident resident = waterStartToCheck(http);
            String id = resident.path.split("/")[2];
            resident.submit(resident.path.replace("/check", "/send"));
            assertThat(resident.page()).contains("大字佐敷 は、町の水道の区域の外です", "佐敷水道組合");
            resident.open("/my/" + id);
            assertThat(resident.page()).contains("大字佐敷 は、町の水道の区域の外です", "佐敷水道組合");
            assertThat(db.sql("SELECT body FROM messaging.outgoing WHERE about = :about")
                            .param("about", "submission:" + id)
                            .query(String.class)
                            .single())
                    .contains("佐敷水道組合");
        } finally {
            settings.put("water.outside-areas", "", clerk);
            settings.put("water.outside-contact", "", clerk);
        }
    }

    @Test
    @DisplayName("20回同時に送っても、届出は一つ")
    void twentyClicksFileOnce() throws Exception {
        Resident resident = waterStartToCheck(http);
        String send = resident.path.replace("/check", "/send");
        List<Callable<MockHttpServletResponse>> clicks = IntStream.range(0, 20)
                .<Callable<MockHttpServletResponse>>mapToObj(
                        _ -> () -> resident.twin().post(send))
                .toList();
        try (var hands = Executors.newFixedThreadPool(20)) {
            for (Future<MockHttpServletResponse> answer : hands.invokeAll(clicks)) {
                assertThat(answer.get().getStatus()).isEqualTo(303);
                assertThat(answer.get().getHeader("Location")).endsWith("/done");
            }
        }
        String id = send.split("/")[2];
        assertThat(db.sql("SELECT count(*) FROM submission.package WHERE submission = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("まちがいがあっても、打ったものはみな残る")
    void everythingTypedSurvives() throws Exception {
        Resident resident = new Resident(http);
        resident.open("/procedures/water-start").submit("/procedures/water-start/start");
        resident.answer("place.area", "大字佐敷", "place.number", "424番地", "customer", "十二番", "meter", "M-7");
        assertThat(resident.status).isEqualTo(422);
        assertThat(resident.page()).contains("「お客様番号」は数字で入力してください。", "十二番", "M-7", "424番地", "data-errors");
        resident.answer("place.area", "大字佐敷", "place.number", "424番地", "customer", "１２-3");
        assertThat(resident.path).endsWith("/when");
        resident.answer("startsOn-year", "平成31", "startsOn-month", "5", "startsOn-day", "1", "presence", "none");
        assertThat(resident.page()).contains("平成", "value=\"平成31\"");
        resident.answer("startsOn-year", "2026", "startsOn-month", "2", "startsOn-day", "30", "presence", "none");
        assertThat(resident.status).isEqualTo(422);
    }

    @Test
    @DisplayName("様式にない欄への答えは、はっきり断る")
    void refusesStrangers() throws Exception {
        Resident resident = new Resident(http);
        resident.open("/procedures/water-start").submit("/procedures/water-start/start");
        resident.answer("place.area", "大字佐敷", "place.number", "424番地", "myNumber", "1");
        assertThat(resident.status).isEqualTo(422);
        assertThat(resident.page()).contains("「myNumber」という欄は、この手続きにはありません");
    }
}
