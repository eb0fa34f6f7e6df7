package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("避難所の物資")
class StockIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff chief;
    private DisasterId disaster;
    private OpeningId opening;

    @BeforeEach
    void open() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
        disaster = town.begin(chief, true, Hazard.FLOOD);
        opening = town.open(disaster, SMALL, chief);
        clock.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void end() {
        town.calm(chief);
    }

    private String form() {
        return "/office/shelters/openings/" + opening + "/supplies";
    }

    private MockHttpServletResponse count(String id, String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "onceId";
        all[1] = id;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return office.send(chief, form(), all);
    }

    private MockHttpServletResponse count(String item, String unit, String onHand) throws Exception {
        return count(ids.next().toString(), "item", item, "unit", unit, "now", "未登録", "onHand", onHand, "needed", "");
    }

    private int rows() {
        return db.sql("SELECT count(*)::int FROM shelter.stock WHERE opening_id = :opening")
                .param("opening", opening.value())
                .query(Integer.class)
                .single();
    }

    private String report(String path) throws Exception {
        return office.look(chief, "/office/shelters/reports/" + disaster + path).getContentAsString();
    }

    private static String box(Instant time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").format(time.atZone(ZoneId.of("Asia/Tokyo")));
    }

    @Test
    @DisplayName("同じ記録が二度届いても一度だけで、数え直しは足され、前の時点の報告は前の数のまま")
    void appendedOnce() throws Exception {
        String id = ids.next().toString();
        for (int i = 0; i < 2; i++) {
            assertThat(count(id, "item", "毛布", "unit", "枚", "now", "未登録", "onHand", "１２", "needed", "")
                            .getRedirectedUrl())
                    .endsWith("?done=noted#supplies");
        }
        assertThat(rows()).isEqualTo(1);
        Instant first = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        count("毛布", "枚", "7");
        assertThat(rows()).isEqualTo(2);
        town.send(opening, new Happening.Counted(20, null), chief);
        assertThat(report("/supplies.csv")).contains(SMALL + ",毛布,枚,20,7,13,");
        assertThat(report("/supplies.csv?at=" + box(first))).contains(SMALL + ",毛布,枚,0,12,0,");
        count("毛布", "枚", "不明");
        assertThat(report("/supplies.csv")).contains(SMALL + ",毛布,枚,20,未登録,不明,");
        assertThat(office.look(chief, form()).getContentAsString()).contains("<b>7枚</b>", "<b>12枚</b>", "<b>不明</b>");
        assertThat(db.sql("SELECT count(*)::int FROM audit.entry WHERE subject = :subject AND what = 'supplies'")
                        .param("subject", opening.subject())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("同じ分に数え直せば、あとに書いた方が残る")
    void theLaterWordOfAMinute() throws Exception {
        count("毛布", "枚", "5");
        clock.advance(Duration.ofSeconds(1));
        String at = box(clock.instant());
        count(ids.next().toString(), "at", at, "item", "毛布", "unit", "枚", "now", "5", "onHand", "6", "needed", "");
        assertThat(report("/supplies.csv")).contains(SMALL + ",毛布,枚,0,6,");
    }

    @Test
    @DisplayName("読めない数・先の時刻・名前のない物は断り、書いたものは残り、何も記録しない")
    void refusedAndKept() throws Exception {
        String tomorrow = box(clock.instant().plus(Duration.ofDays(1)));
        var answer = count(
                ids.next().toString(),
                "at",
                tomorrow,
                "item",
                "毛布",
                "unit",
                "枚",
                "now",
                "未登録",
                "onHand",
                "たくさん",
                "needed",
                "30",
                "item",
                "",
                "unit",
                "箱",
                "now",
                "",
                "onHand",
                "4",
                "needed",
                "");
        assertThat(answer.getContentAsString())
                .contains("「毛布」のある数は、数字か「不明」で書いてください。", "いまより先", "「4」と書いた行に、品目の名前を書いてください")
                .contains("value=\"たくさん\"", "value=\"30\"", "value=\"箱\"", "value=\"" + tomorrow + "\"");
        assertThat(count(ids.next().toString()).getContentAsString()).contains("数を一つは書いてください。");
        assertThat(rows()).isZero();
    }

    @Test
    @DisplayName("アレルギーと食事の形ごとに、避難所を並べて町の計とともに出し、訓練の印を付けて保存できる")
    void sideBySide() throws Exception {
        OpeningId other = town.open(disaster, "きずなの里", chief);
        for (OpeningId each : List.of(opening, other)) {
            var facts = new PersonFacts(
                    ids.next(), null, null, null, Set.of("卵"), Food.SOFT, Stay.INSIDE, null, null, null);
            town.arrive(each, facts, Map.of("name", "例 太郎"), chief);
        }
        town.send(opening, new Happening.Counted(4, null), chief);
        count("卵なしの食事", "食", "1");
        assertThat(report("/supplies"))
                .contains("【訓練】", "町の計（2か所）", "6食以上", SMALL, "きずなの里", "2食以上 不足", "未登録")
                .contains("名前がまだの <b>4</b>人は")
                .doesNotContain("例 太郎");
        assertThat(report("/supplies.csv"))
                .contains("（訓練）", SMALL + ",卵なしの食事,食,3以上,1,2以上,", "きずなの里,卵なしの食事,食,3,未登録,不明,")
                .contains("町の計,卵なしの食事,食,6以上,1,2以上,", "町の計,やわらかい食事,食,6以上,未登録,不明,")
                .contains("避難所におけるトイレの確保・管理ガイドライン");
        try (var paper = Loader.loadPDF(office.look(chief, "/office/shelters/reports/" + disaster + "/supplies.pdf")
                .getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("[\\s　]+", ""))
                    .contains("【訓練】物資（職員用）", "卵なしの食事", "町の計", "未登録");
        }
        assertThat(office.look(chief, "/office/shelters/reports/" + disaster + "/supplies.xlsx")
                        .getContentAsByteArray())
                .startsWith('P', 'K');
    }

    @Test
    @DisplayName("担当でない職員には、数える画面も並べた表も開かれない")
    void othersStayOutside() throws Exception {
        Actor.Staff water = staff.add("水野 澄子", "water", Role.HANDLER);
        for (String path : List.of(
                form(),
                "/office/shelters/reports/" + disaster + "/supplies",
                "/office/shelters/reports/" + disaster + "/supplies.csv")) {
            assertThat(office.look(water, path).getStatus()).as(path).isEqualTo(403);
        }
        assertThat(office.send(water, form(), "onceId", ids.next().toString(), "item", "毛布", "onHand", "1")
                        .getStatus())
                .isEqualTo(403);
        assertThat(rows()).isZero();
    }
}
