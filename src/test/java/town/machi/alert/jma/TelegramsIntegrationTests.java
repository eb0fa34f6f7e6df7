package town.machi.alert.jma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.alert.SharedData;
import town.machi.support.MachiTest;

@MachiTest
@DisplayName("気象庁の電文")
class TelegramsIntegrationTests {

    @Autowired
    TelegramDesk desk;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void clear() {
        db.sql("DELETE FROM alert.telegram").update();
        db.sql("DELETE FROM alert.hazard").update();
        db.sql("DELETE FROM alert.event").update();
        db.sql("DELETE FROM alert.channel").update();
        db.sql("DELETE FROM alert.alert").update();
    }

    @Test
    @DisplayName("レベル5の電文は気象のお知らせの下書きになり、発令にはならない")
    void levelFive() {
        assertThat(take("VPWW55", Telegrams.rain("33", "発表", "02:15"))).contains(TelegramOutcome.DRAFTED);
        assertThat(drafts()).containsExactly("WEATHER 5 weather-5 DRAFT");
        assertThat(db.sql("SELECT content ->> 'order' FROM alert.alert")
                        .query((row, n) -> Optional.ofNullable(row.getString(1)))
                        .list())
                .containsExactly(Optional.empty());
        assertThat(db.sql("SELECT count(*) FROM alert.alert WHERE sent_at IS NOT NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("同じ災害の続報は、下書きを増やさずに書き直す")
    void oneDraftForAHazard() {
        take("VPWW55", Telegrams.rain("03", "発表", "01:00"));
        take("VPWW55", Telegrams.rain("43", "発表", "01:30"));
        assertThat(take("VPWW55", Telegrams.rain("33", "発表", "02:15"))).contains(TelegramOutcome.UPDATED);
        take("VPWW56", Telegrams.landslide("49", "発表", "02:16"));
        assertThat(drafts()).containsExactlyInAnyOrder("WEATHER 5 weather-5 DRAFT", "WEATHER 4 weather-4 DRAFT");
    }

    @Test
    @DisplayName("古い様式と新しい様式の電文が両方来ても、下書きは一つ")
    void oldAndNewTogether() {
        take("VPWW54", Telegrams.rain("03", "発表", "01:00"));
        assertThat(take("VPWW55", Telegrams.rain("03", "発表", "01:00"))).contains(TelegramOutcome.SAME);
        take("VPWW55", Telegrams.rain("43", "発表", "01:30"));
        assertThat(take("VPWW54", Telegrams.rain("03", "発表", "01:31"))).contains(TelegramOutcome.OLD_SYSTEM);
        assertThat(take("VPWW53", Telegrams.rain("03", "発表", "01:31"))).contains(TelegramOutcome.OLD_SYSTEM);
        assertThat(drafts()).containsExactly("WEATHER 4 weather-4 DRAFT");
    }

    @Test
    @DisplayName("くり返し届いた電文、古い電文は何も変えない")
    void repeatsAndLatecomers() {
        byte[] xml = Telegrams.rain("33", "発表", "02:15");
        desk.take("http://feed/1_VPWW55_430000.xml", "1_VPWW55_430000.xml", xml);
        assertThat(desk.take("http://feed/1_VPWW55_430000.xml", "1_VPWW55_430000.xml", xml))
                .isEmpty();
        assertThat(take("VPWW55", xml)).contains(TelegramOutcome.SAME);
        assertThat(take("VPWW55", Telegrams.rain("03", "発表", "01:00"))).contains(TelegramOutcome.OLDER);
        assertThat(drafts()).containsExactly("WEATHER 5 weather-5 DRAFT");
    }

    @Test
    @DisplayName("訓練・試験の電文は、実際のものにならない")
    void exercises() {
        for (String status : List.of("訓練", "試験")) {
            byte[] xml = Telegrams.status(Telegrams.rain("33", "発表", "02:15"), status);
            assertThat(take("VPWW55", xml)).contains(TelegramOutcome.EXERCISE);
        }
        assertThat(drafts()).isEmpty();
    }

    @Test
    @DisplayName("取消の電文は下書きを取りやめる。先に何もなければ、何もしない")
    void cancelled() {
        assertThat(take("VPWW55", Telegrams.rain("33", "取消", "02:40"))).contains(TelegramOutcome.NOTHING_TO_CANCEL);
        take("VPWW55", Telegrams.rain("33", "発表", "02:45"));
        assertThat(take("VPWW55", Telegrams.rain("33", "取消", "02:50"))).contains(TelegramOutcome.DROPPED);
        assertThat(drafts()).containsExactly("WEATHER 5 weather-5 DROPPED");
    }

    @Test
    @DisplayName("解除の電文で、送る前の下書きは消える")
    void lifted() {
        take("VPWW55", Telegrams.rain("33", "発表", "02:15"));
        assertThat(take("VPWW55", Telegrams.nothing("04:00"))).contains(TelegramOutcome.DROPPED);
    }

    @Test
    @DisplayName("読めない電文は、そのことを残し、次の電文を止めない")
    void unreadable() {
        assertThat(take("VPWW55", "これはXMLではない".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .contains(TelegramOutcome.UNREADABLE);
        byte[] bomb = "<!DOCTYPE x [<!ENTITY a \"b\">]><Report>&a;</Report>"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(take("VPWW55", bomb)).contains(TelegramOutcome.UNREADABLE);
        assertThat(take("VPWW55", Telegrams.rain("33", "発表", "02:15"))).contains(TelegramOutcome.DRAFTED);
        assertThat(take("VZSA50", Telegrams.rain("33", "発表", "02:15"))).contains(TelegramOutcome.OTHER_TYPE);
    }

    @Test
    @DisplayName("地震は震度4から下書きになり、同じ地震の続報は一つにまとまり、取消で消える")
    void quake() {
        assertThat(take("VXSE51", Telegrams.quake("20260728162700", "743", "Area", "3")))
                .contains(TelegramOutcome.BELOW);
        assertThat(take("VXSE51", Telegrams.quake("20260728162800", "743", "Area", "5-")))
                .contains(TelegramOutcome.DRAFTED);
        assertThat(take("VXSE53", Telegrams.quake("20260728162800", "4348200", "City", "6+")))
                .contains(TelegramOutcome.UPDATED);
        assertThat(drafts()).containsExactly("WEATHER 0 weather-quake DRAFT");
        assertThat(db.sql("SELECT content -> 'blanks' ->> 'intensity' FROM alert.alert")
                        .query(String.class)
                        .single())
                .isEqualTo("6強");
        assertThat(take("VXSE53", Telegrams.cancelledQuake("20260728162800"))).contains(TelegramOutcome.DROPPED);
    }

    @Test
    @DisplayName("津波は有明・八代海だけを見て、津波情報の取消は警報を消さない")
    void tsunami() {
        assertThat(take("VTSE41", Telegrams.tsunami("201", "52"))).contains(TelegramOutcome.NOT_OURS);
        assertThat(take("VTSE41", Telegrams.tsunami("712", "51"))).contains(TelegramOutcome.DRAFTED);
        assertThat(take("VTSE51", Telegrams.cancelledQuake("20110311144640")))
                .contains(TelegramOutcome.NOTHING_TO_CANCEL);
        assertThat(drafts()).containsExactly("WEATHER 0 weather-tsunami DRAFT");
    }

    @Test
    @DisplayName("見本の電文は、どれも読めて、芦北町のものでなければ何も作らない")
    void everySample() throws IOException {
        Optional<Path> samples = SharedData.find("jma-xml/samples");
        Assumptions.assumeTrue(samples.isPresent(), "the samples are not here");
        for (Path file : files(samples.get())) {
            String name = String.valueOf(file.getFileName());
            Optional<TelegramOutcome> outcome = desk.take("sample:" + name, name, Files.readAllBytes(file));
            assertThat(outcome).as(name).isPresent();
            assertThat(outcome.get()).as(name).isNotEqualTo(TelegramOutcome.UNREADABLE);
            assertThat(outcome.get())
                    .as(name)
                    .isIn(
                            TelegramOutcome.OTHER_TYPE,
                            TelegramOutcome.NOT_OURS,
                            TelegramOutcome.EXERCISE,
                            TelegramOutcome.BELOW,
                            TelegramOutcome.SAME,
                            TelegramOutcome.OLDER,
                            TelegramOutcome.NOTHING_TO_CANCEL);
        }
        assertThat(drafts()).isEmpty();
    }

    @Test
    @DisplayName("芦北町の見本: 3、4、5、訓練、取消の順に、書き直しと取りやめだけが起きる")
    void ashikita() throws IOException {
        Optional<Path> samples = SharedData.find("jma-xml/synthetic-ashikita");
        Assumptions.assumeTrue(samples.isPresent(), "the samples are not here");
        List<Optional<TelegramOutcome>> outcomes =
                files(samples.get()).stream().map(this::take).toList();
        assertThat(outcomes)
                .containsExactly(
                        Optional.of(TelegramOutcome.DRAFTED),
                        Optional.of(TelegramOutcome.DRAFTED),
                        Optional.of(TelegramOutcome.UPDATED),
                        Optional.of(TelegramOutcome.EXERCISE),
                        Optional.of(TelegramOutcome.DROPPED));
        assertThat(drafts()).containsExactlyInAnyOrder("WEATHER 5 weather-5 DROPPED", "WEATHER 4 weather-4 DRAFT");
    }

    private Optional<TelegramOutcome> take(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return desk.take("sample:" + name, name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<TelegramOutcome> take(String type, byte[] xml) {
        return desk.take("test:" + UUID.randomUUID(), "20270704_0_" + type + "_430000.xml", xml);
    }

    private List<String> drafts() {
        return db.sql("SELECT kind || ' ' || level || ' ' || (content ->> 'template') || ' ' || state FROM alert.alert")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }
}
