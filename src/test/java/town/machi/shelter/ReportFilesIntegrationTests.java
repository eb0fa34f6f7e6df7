package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.platform.Settings;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import(Town.class)
@DisplayName("報告の紙と、食数の締切")
class ReportFilesIntegrationTests {

    private static final String SMALL = "町立公民館大野分館";

    @Autowired
    MockMvc http;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Settings settings;

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
        disaster = town.begin(chief, false, Hazard.FLOOD);
        opening = town.open(disaster, SMALL, chief);
    }

    @AfterEach
    void end() {
        settings.put("shelter.meal-cutoffs", "", chief);
        town.calm(chief);
    }

    private MockHttpServletResponse look(String path) throws Exception {
        return http.perform(get("/office/shelters/reports/" + disaster + path).with(staff.signedIn(chief)))
                .andReturn()
                .getResponse();
    }

    private String paper(String table) throws Exception {
        MockHttpServletResponse answer = look("/" + table + ".pdf");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.getContentAsByteArray())) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(((PDType0Font) resources.getFont(name)).getDescendantFont())
                        .as("letters of PostScript outlines are embedded in pieces")
                        .isInstanceOf(PDCIDFontType2.class);
            }
            return new PDFTextStripper().getText(document).replaceAll("[\\s　]+", "");
        }
    }

    @Test
    @DisplayName("県への報告と EEI は紙にもなり、分からない数は空欄のままで、0 とは書かない")
    void reportsOnPaper() throws Exception {
        town.send(opening, new Happening.Counted(4, null), chief);
        String prefecture = paper("prefecture");
        assertThat(prefecture)
                .contains("人的被害等の状況", "芦北町", "避難者数", "給水所数", "芦北町14")
                .contains("「分からない」です。0ではありません。");
        assertThat(prefecture.replaceAll("20\\d\\d-[-\\d:T+]*", ""))
                .as("between the number of people and the time nothing is written")
                .contains("芦北町14時点");
        assertThat(paper("eei")).contains("EEI項目21避難所", "E4348200028111", SMALL, "開設", "4／32", "1ページ");
        assertThat(paper("shelters")).contains("避難所別の人数", SMALL);
        assertThat(paper("days")).contains("昼と夜の人数");
        assertThat(db.sql(
                                "SELECT what FROM audit.entry WHERE action = 'EXPORT' AND subject = :disaster ORDER BY number")
                        .param("disaster", disaster.subject())
                        .query(String.class)
                        .list())
                .containsExactly("prefecture.pdf", "eei.pdf", "shelters.pdf", "days.pdf");
    }

    private void eats(Food food, Set<String> allergies, Stay stay, @Nullable Boolean meals) {
        var facts = new PersonFacts(ids.next(), null, null, null, allergies, food, stay, meals, null, null);
        town.arrive(opening, facts, Map.of(), chief);
    }

    @Test
    @DisplayName("締切のあとに来た人は、締め切った食事に入らず、変わったこととして出る")
    void whatComesAfterTheCutoffIsTold() throws Exception {
        eats(Food.SOFT, Set.of("卵"), Stay.INSIDE, null);
        eats(Food.NORMAL, Set.of(), Stay.CAR, true);
        eats(Food.NORMAL, Set.of(), Stay.HOME, null);
        clock.advance(Duration.ofMinutes(10));
        LocalTime cutoff = LocalTime.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        settings.put(
                "shelter.meal-cutoffs", "翌朝 %02d:%02d 夕は未定".formatted(cutoff.getHour(), cutoff.getMinute()), chief);
        clock.advance(Duration.ofMinutes(10));
        eats(Food.SOFT, Set.of("卵", "そば"), Stay.INSIDE, null);
        town.send(opening, new Happening.Counted(3, null), chief);

        String page = look("/meals").getContentAsString();
        assertThat(page)
                .contains("1食に <b>6食</b>", "の朝：2食", "（+4食）")
                .contains(SMALL + "　食数 +4、普通 +3、やわらかい食事 +1、そばなし +1、卵なし +1")
                .contains("昼・夕の締切を読めません", "点呼なし");
        assertThat(look("/meals.csv").getContentAsString())
                .contains("避難所,最後の点呼,食数,普通,やわらかい食事,ペースト,ミルク,うち車中泊,そばなし,卵なし,聞いていない人")
                .contains(SMALL + ",点呼なし,6,4,2,0,0,1,1,2,1");
        assertThat(paper("meals")).contains("食数", SMALL, "計");
        town.send(opening, new Happening.RollCalled(2, List.of()), chief);
        assertThat(look("/meals").getContentAsString())
                .contains("点呼で見えた人より、名簿が多い避難所", "の点呼で見えた人 2人、いまの名簿 ")
                .contains("（2人）");
    }

    @Test
    @DisplayName("締切が決まっていなければ、そう言い、いまの数を出す")
    void withoutACutoff() throws Exception {
        town.send(opening, new Happening.Counted(3, null), chief);
        assertThat(look("/meals").getContentAsString())
                .contains("締切が決まっていません", "1食に <b>3食</b>")
                .doesNotContain("締め切った食事");
        Actor.Staff water = staff.add("水野 澄子", "water", Role.HANDLER);
        for (String path : List.of("/meals", "/meals.pdf", "/prefecture.pdf")) {
            assertThat(http.perform(get("/office/shelters/reports/" + disaster + path)
                                    .with(staff.signedIn(water)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }
}
