package town.machi.water.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;
import town.machi.water.Points;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPoints;
import town.machi.water.jdbc.PointRows;

@MachiTest
@DisplayName("給水装置の台帳")
class RegisterIntegrationTests {

    private static final String HEADER = "水栓番号,お客様番号,メーター番号,口径,町字,番地,弁,状態,種別,使用者,フリガナ,電話\n";
    private static int run = 700;

    @Autowired
    PointRows rows;

    @Autowired
    SupplyPoints points;

    @Autowired
    PointRegister register;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    @Autowired
    JdbcClient db;

    @Autowired
    java.util.List<PersonalData> rooms;

    private Actor.Staff clerk;
    private SupplyPoint house;

    @BeforeEach
    void one() {
        run++;
        clerk = staff.add("水野 澄子", "water", Role.HANDLER);
        house = Points.used("大字芦北", run + "番地の2", "", "5" + run, "台帳　太郎" + run, "ダイチョウ　タロウ");
        rows.insert(house, false);
    }

    @Test
    @DisplayName("番号でも、場所でも、建物でも、カナでも、名前でも見つかる")
    void search() throws Exception {
        for (String words : java.util.List.of(
                "5" + run, house.numbers().point(), "芦北" + run + "番地", "芦北 " + run + "-2", "だいちょう", "台帳太郎" + run)) {
            assertThat(page("/office/water/points?q=" + words)).as(words).contains("台帳　太郎" + run);
        }
        rows.insert(Points.used("大字計石", run + "番地", "海辺ハイツ" + run + " ２０１号室", null, "棟　花子" + run, "ムネ"), false);
        for (String words : java.util.List.of("海辺ハイツ" + run, "海辺ﾊｲﾂ" + run + "　201", "海辺はいつ" + run)) {
            assertThat(page("/office/water/points?q=" + words)).as(words).contains("棟　花子" + run);
        }
        assertThat(page("/office/water/points?q=だれもいない")).contains("当てはまる給水装置はありません");
        assertThat(page("/office/water/points?view=map&q=5" + run)).contains("一覧で見る");
        assertThat(page("/office/water/points/" + house.id())).contains("台帳　太郎" + run, "5" + run);
    }

    @Test
    @DisplayName("ほかの課の職員は台帳を見られない")
    void otherSections() throws Exception {
        Actor.Staff other = staff.add("戸籍 花子", "residents", Role.HANDLER);
        assertThat(http.perform(get("/office/water/points").with(staff.signedIn(other)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("一行でもまちがいがあるファイルは、何も変えない")
    void oneBadLineChangesNothing() throws Exception {
        String text = HEADER + "N" + run + ",,,13,大字芦北,1番地,閉,使用者なし,水道,,,\n"
                + "N" + run + "b,5" + run + ",,13,大字芦北,2番地,閉,使用者なし,水道,,,\n"
                + "N" + run + "c,,,口径,大字芦北,3番地,閉,使用者なし,水道,,,\n";
        long before = count();
        String page = look(UUID.randomUUID(), text);
        assertThat(page)
                .contains(
                        "直すところが 2 あります",
                        "3 行目",
                        "4 行目",
                        "水栓番号「" + house.numbers().point() + "」の給水装置のもの");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @DisplayName("正しいファイルは、調べてから取り込まれる。二度押しても一度だけ")
    void takenInOnce() throws Exception {
        String text = HEADER + "N" + run + ",,,20,大字芦北,1番地,閉,使用者なし,水道,,,\n"
                + house.numbers().point() + ",5" + run + "," + house.meter().number()
                + ",25,大字芦北,9番地,開,使用中,水道・農業集落排水,新しい人,アタラシイ,0966\n";
        UUID file = UUID.randomUUID();
        long before = count();
        assertThat(look(file, text)).contains("まだ取り込んでいません", "この内容で取り込む");
        assertThat(count()).isEqualTo(before);
        assertThat(take(file)).contains("追加 1 件、変更 1 件");
        assertThat(count()).isEqualTo(before + 1);
        assertThat(points.get(house.id()).supply().user().orElseThrow().name()).isEqualTo("新しい人");
        assertThat(points.get(house.id()).revision()).isEqualTo(2);
        assertThat(take(file)).contains("もう取り込んだか");
        assertThat(points.get(house.id()).revision()).isEqualTo(2);
    }

    @Test
    @DisplayName("保存したCSVは、そのまま取り込めて何も変わらない")
    void roundTrip() throws Exception {
        byte[] saved = http.perform(
                        get("/office/water/points/export.csv?q=5" + run).with(staff.signedIn(clerk)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        UUID file = UUID.randomUUID();
        assertThat(look(file, new String(saved, StandardCharsets.UTF_8))).contains("まだ取り込んでいません");
        take(file);
        assertThat(points.get(house.id())).isEqualTo(house);
    }

    @Test
    @DisplayName("画面で直せる。古い画面からの保存は断られ、使われている番号も断られる")
    void edits() {
        var cells = PointRegister.cells(house);
        cells.put(PointColumn.CALIBRE, "20");
        assertThat(register.save(house.id(), 1, cells, clerk)).isInstanceOf(PointRegister.Saved.Done.class);
        cells.put(PointColumn.CALIBRE, "25");
        assertThat(register.save(house.id(), 1, cells, clerk)).isInstanceOf(PointRegister.Saved.Stale.class);
        SupplyPoint other = Points.unused("大字芦北", "8番地", "", "6" + run);
        rows.insert(other, false);
        cells.put(PointColumn.CUSTOMER, "6" + run);
        assertThat(register.save(house.id(), 2, cells, clerk))
                .isInstanceOfSatisfying(
                        PointRegister.Saved.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(PointReader.Fault::column)
                                .containsExactly(PointColumn.CUSTOMER));
    }

    @Test
    @DisplayName("本人に見せ、忘れることができる")
    void personalData() {
        PersonalData water = rooms.stream()
                .filter(room -> room.room().equals("water"))
                .findFirst()
                .orElseThrow();
        PersonKey key = new PersonKey("台帳太郎" + run, null, null, null, java.util.Set.of());
        assertThat(water.find(key))
                .singleElement()
                .satisfies(trace ->
                        assertThat(trace.subject()).isEqualTo(house.id().subject()));
        assertThat(water.export(key).getFirst().values()).containsEntry("使用者", "台帳　太郎" + run);
        assertThat(water.erase(key)).isEqualTo(1);
        assertThat(points.get(house.id()).supply().user()).isEqualTo(Optional.empty());
        assertThat(water.find(key)).isEmpty();
    }

    @Test
    @DisplayName("班の数を画面で決められる。数でないものは断られ、何も変わらない")
    void crews() throws Exception {
        UUID crew = UUID.randomUUID();
        press("/office/water/crews", "name", "試験班" + run, crew);
        assertThat(page("/office/water/crews")).contains("試験班" + run);
        assertThat(press("/office/water/crews/" + crew, "day-1", "たくさん", UUID.randomUUID()))
                .contains("数として読めません");
        press("/office/water/crews/" + crew, "day-1", "６", UUID.randomUUID());
        assertThat(db.sql("SELECT capacity FROM water.crew_weekday WHERE crew_id = :crew AND weekday = 1")
                        .param("crew", crew)
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
        db.sql("DELETE FROM water.crew WHERE id = :crew").param("crew", crew).update();
    }

    private long count() {
        return db.sql("SELECT count(*) FROM water.supply_point")
                .query(Long.class)
                .single();
    }

    private String page(String path) throws Exception {
        String[] parts = path.split("\\?q=", 2);
        var request = parts.length == 2 ? get(parts[0]).param("q", parts[1]) : get(path);
        return http.perform(request.with(staff.signedIn(clerk)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String look(UUID file, String text) throws Exception {
        return http.perform(multipart("/office/water/points/import")
                        .file(new MockMultipartFile(
                                "file", "register.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                        .param("onceId", file.toString())
                        .with(staff.signedIn(clerk))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String take(UUID file) throws Exception {
        return press("/office/water/points/import/take", "x", "", file);
    }

    private String press(String path, String name, String value, UUID onceId) throws Exception {
        return http.perform(post(path)
                        .param(name, value)
                        .param("onceId", onceId.toString())
                        .with(staff.signedIn(clerk))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
