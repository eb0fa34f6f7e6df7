package town.machi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.support.MachiTest;

@MachiTest
@DisplayName("おかしな入力は、はっきり断り、何もなくさない")
class BadInputIntegrationTests {

    /// The smallest picture that there is: one dot.
    private static final byte[] DOT = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    private Resident toPhotos() throws Exception {
        Resident resident = new Resident(http);
        resident.open("/procedures/disaster-certificate").submit("/procedures/disaster-certificate/start");
        resident.answer("cause", "wind", "happenedOn-year", "2026", "happenedOn-month", "11", "happenedOn-day", "2");
        resident.answer(
                "place-area",
                "大字佐敷",
                "place-lat",
                "32.30",
                "place-lon",
                "130.50",
                "building.area",
                "大字佐敷",
                "building.number",
                "1番地");
        resident.answer("relation", "tenant", "structure", "wood", "floors", "２");
        resident.answer("damage", "wall", "damage", "roof", "story", "屋根の瓦が\r\n飛びました。");
        assertThat(resident.path).endsWith("/photos");
        return resident;
    }

    @Test
    @DisplayName("種類を偽るファイルは断り、先に入れた写真は残る")
    void filesThatLieAreRefused() throws Exception {
        Resident resident = toPhotos();
        resident.attach("photos", "家.png", DOT, "_press", "none");
        assertThat(resident.page()).contains("家.png");
        resident.attach("photos", "瓦.png", "これは写真ではない".getBytes(StandardCharsets.UTF_8));
        assertThat(resident.status).isEqualTo(422);
        assertThat(resident.page()).contains("家.png", "data-errors");
    }

    @Test
    @DisplayName("写真は一枚ずつ送れ、取り消せる。打ちかけのほかの欄はそのまま")
    void photosComeAndGo() throws Exception {
        Resident resident = toPhotos();
        resident.attach("photos", "家.png", DOT, "_press", "none");
        String id = resident.page().replaceAll("(?s).*name=\"remove\" value=\"([^\"]+)\".*", "$1");
        resident.answer("remove", id);
        assertThat(resident.page()).doesNotContain("家.png");
        assertThat(resident.status).isEqualTo(200);
        resident.answer();
        assertThat(resident.page()).contains("「被害の写真」のファイルを選んでください。");
    }

    @Test
    @DisplayName("200文字の名前は受け取り、201文字ははっきり断る")
    void longNames() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        String person = resident.path.replace("/check", "/person");
        String hundred = "𠮷".repeat(100);
        resident.open(person)
                .answer(
                        "user.family",
                        hundred,
                        "user.given",
                        hundred,
                        "user.familyKana",
                        "ア".repeat(100),
                        "user.givenKana",
                        "イ".repeat(100));
        assertThat(resident.path).endsWith("/contact");
        resident.open(person)
                .answer("user.family", hundred + "野", "user.given", "葛", "user.familyKana", "ア", "user.givenKana", "イ");
        assertThat(resident.status).isEqualTo(422);
        assertThat(resident.page()).contains("100").contains("101");
    }

    @Test
    @DisplayName("目に見えない文字と、画面の向きを変える文字は断る")
    void controlCharacters() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.open(resident.path.replace("/check", "/person"))
                .answer("user.family", "佐\u202E藤", "user.given", "一", "user.familyKana", "サ", "user.givenKana", "イ");
        assertThat(resident.status).isEqualTo(422);
    }

    @Test
    @DisplayName("町の外の使用場所は断り、町の外の送り先は断らない")
    void addressesOutsideTheTown() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        resident.open(resident.path.replace("/check", "/where"))
                .answer("place.postcode", "100-0001", "place.area", "千代田", "place.number", "1-1");
        assertThat(resident.page()).contains("ここには芦北町の中の場所を入力してください。");
        resident.answer("place.area", "大字佐敷", "place.number", "424番地");
        resident.open(resident.path.replaceAll("/[a-z]+$", "/pay"))
                .answer("payment", "slip", "billElsewhere", "elsewhere");
        assertThat(resident.path).endsWith("/bill");
        resident.answer(
                "billTo.postcode",
                "１００ー０００１",
                "billTo.prefecture",
                "東京都",
                "billTo.municipality",
                "千代田区",
                "billTo.area",
                "千代田",
                "billTo.number",
                "1-1");
        assertThat(resident.path).endsWith("/check");
        assertThat(resident.page()).contains("〒100-0001", "東京都千代田区千代田1-1");
    }

    @Test
    @DisplayName("もう聞かない質問への答えは送らない")
    void answersThatNoLongerApplyAreNotSent() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        String base = resident.path.replace("/check", "");
        resident.open(base + "/who?from=check").answer("holder", "company");
        assertThat(resident.path).endsWith("/company");
        resident.answer(
                "company",
                "佐敷水産",
                "representative.family",
                "髙田",
                "representative.given",
                "一",
                "representative.familyKana",
                "タカタ",
                "representative.givenKana",
                "ハジメ");
        resident.open(base + "/check").submit(base + "/send");
        assertThat(db.sql("SELECT answers->'values'->>'user.family' FROM submission.submission WHERE id = :id::uuid")
                        .param("id", base.split("/")[2])
                        .query(String.class)
                        .optional())
                .isEmpty();
    }

    @Test
    @DisplayName("自動保存されただけの内容は、確かめるまで送れない")
    void autosavedTextIsNotSent() throws Exception {
        Resident resident = FilingIntegrationTests.waterStartToCheck(http);
        String base = resident.path.replace("/check", "");
        resident.open(base + "/contact");
        assertThat(resident.post(base + "/contact/typed", "phone", "090-", "mail", "")
                        .getStatus())
                .isEqualTo(200);
        resident.open(base + "/check");
        assertThat(resident.page()).contains("「連絡先」を確かめる");
        resident.submit(base + "/send");
        assertThat(resident.page()).contains("まだ送れません");
        assertThat(resident.open(base + "/contact?from=check").page()).contains("value=\"090-\"", "市外局番から");
    }

    @Test
    @DisplayName("よその人は、書きかけも、ファイルも開けない")
    void strangersSeeNothing() throws Exception {
        Resident resident = toPhotos();
        assertThat(new Resident(http).open(resident.path).status).isEqualTo(404);
        assertThat(new Resident(http).open("/apply/" + UUID.randomUUID() + "/check").status)
                .isEqualTo(404);
    }

    @Test
    @DisplayName("プログラムからの届出も同じように読み、まちがいをみな一度に返す")
    void programsGetEveryFault() throws Exception {
        var answer = http.perform(MockMvcRequestBuilders.post("/api/v1/submissions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"requestId": "%s", "procedure": "water-start", "answers": {
                                  "startsOn": "2026-02-30", "phone": "12", "shoeSize": "27"}}
                                """.formatted(UUID.randomUUID())))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("startsOn", "phone", "shoeSize", "place.area", "holder");
    }
}
