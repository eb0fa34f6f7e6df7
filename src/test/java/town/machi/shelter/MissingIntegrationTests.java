package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.shelter.list.CsvTable;
import town.machi.shelter.missing.SupportList;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("避難行動要支援者名簿と、まだ分からない人")
class MissingIntegrationTests {

    private static final String LIST = """
            氏名,かな,生年月日,性別,住所,町字,電話,要介護等の区分,支援者氏名,支援者電話,同意,避難先,必要な配慮
            例 湯浦 ハナ,れい ゆのうら はな,昭和11年3月4日,女,芦北町大字湯浦100,,0966-00-2001,要介護3,例 湯浦 健一,0966-00-2101,有,きずなの里,車いす
            例 佐敷 明,れい さしき あきら,S60.6.6,男,佐敷の例,佐敷,0966-00-2004,難病,,,無,,
            """;
    private static final String SHELTER = "町立公民館大野分館";

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    SupportList list;

    @Autowired
    SupportedPeople people;

    @Autowired
    List<PersonalData> rooms;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    TestStaff staff;

    @Autowired
    JdbcClient db;

    private Actor.Staff clerk;

    @BeforeEach
    void hire() {
        clerk = staff.add("福祉 守", "welfare", Role.HANDLER);
        assertThat(list.take(LIST, clerk).faults()).isEmpty();
    }

    @AfterEach
    void end() {
        town.calm(clerk);
    }

    private MockHttpServletResponse look(Actor.Staff who, String path) throws Exception {
        return office.look(who, path);
    }

    private MockHttpServletResponse send(String path, String... fields) throws Exception {
        return office.send(clerk, path, fields);
    }

    private String page(DisasterId disaster) throws Exception {
        return look(clerk, "/office/supported/of/" + disaster + "?show=all").getContentAsString();
    }

    private UUID supported(String name) {
        return list.read(clerk).stream()
                .filter(each -> each.who().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String said(DisasterId disaster, String kind, String... more) throws Exception {
        String[] fields = new String[6 + more.length];
        List<String> first = List.of(
                "supported",
                supported("例 湯浦 ハナ").toString(),
                "kind",
                kind,
                "onceId",
                ids.next().toString());
        for (int i = 0; i < 6; i++) {
            fields[i] = first.get(i);
        }
        System.arraycopy(more, 0, fields, 6, more.length);
        return send("/office/supported/of/" + disaster + "/said", fields).getContentAsString();
    }

    @Test
    @DisplayName("誤りは行とともにすべて伝え、一つでもあれば何も変わらない。Shift_JIS も読む")
    void everyFaultIsTold() {
        String csv = """
                氏名,かな,生年月日,町字,電話,同意,性別,計画の更新日,避難先
                例 一,れい はじめ,1940/2/31,湯浦,966001234,有,男,,
                ,レイ,昭和10年1月1日,ない所,0966-00-1,はい？,雄,いつか,里
                例 三,例さん,,,,,,,
                """;
        SupportList.Plan plan = list.take(csv, clerk);
        assertThat(plan.faults())
                .anyMatch(fault -> fault.startsWith("2行目: 生年月日「1940/2/31」"))
                .anyMatch(fault -> fault.startsWith("2行目: 電話") && fault.contains("頭の 0"))
                .anyMatch(fault -> fault.equals("3行目: 氏名がありません。"))
                .anyMatch(fault -> fault.equals("3行目: 町字「ない所」は町にありません。"))
                .anyMatch(fault -> fault.startsWith("3行目: 性別「雄」"))
                .anyMatch(fault -> fault.startsWith("3行目: 同意「はい?」"))
                .anyMatch(fault -> fault.startsWith("3行目: 計画の更新日「いつか」"))
                .anyMatch(fault -> fault.startsWith("4行目: かな「例さん」"))
                .anyMatch(fault -> fault.equals("4行目: 生年月日がありません。"));
        assertThat(people.count()).isEqualTo(2);
        byte[] windows = LIST.getBytes(Charset.forName("windows-31j"));
        SupportList.Plan same = list.plan(CsvTable.decode(windows).orElseThrow());
        assertThat(List.of(
                        same.fresh().size(),
                        same.changed().size(),
                        same.unchanged(),
                        same.gone().size()))
                .containsExactly(0, 0, 2, 0);
    }

    @Test
    @DisplayName("書き出した名簿を取り込むと何も変わらず、抜けた人は消える。災害のあいだは消えない")
    void asAWhole() throws Exception {
        String csv = look(clerk, "/office/supported/list.csv").getContentAsString();
        assertThat(list.plan(csv.replace("\uFEFF", "")).unchanged()).isEqualTo(2);
        UUID hana = supported("例 湯浦 ハナ");
        String moved = LIST.lines()
                .limit(2)
                .reduce("", (all, line) -> all + line + "\n")
                .replace("湯浦100", "湯浦200");
        town.begin(clerk, false, Hazard.EARTHQUAKE);
        SupportList.Plan kept = list.take(moved, clerk);
        assertThat(kept.keptBack()).isTrue();
        assertThat(people.count()).isEqualTo(2);
        end();
        SupportList.Plan plan = list.take(LIST.lines().limit(2).reduce("", (all, line) -> all + line + "\n"), clerk);
        assertThat(plan.gone()).extracting(each -> each.who().name()).containsExactly("例 佐敷 明");
        assertThat(people.count()).isEqualTo(1);
        assertThat(supported("例 湯浦 ハナ")).isEqualTo(hana);
    }

    @Test
    @DisplayName("避難所に同じ読みと生年月日の人がいれば示し、職員が確かめて、初めて見つかる")
    void proposedAndConfirmed() throws Exception {
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        OpeningId opening = town.open(disaster, SHELTER, clerk);
        UUID there = town.arrive(
                opening,
                PersonFacts.of(ids.next()),
                Map.of("name", "例 ハナ", "kana", "ﾚｲ ﾕﾉｳﾗ ﾊﾅ", "birth", "1936-03-04"),
                clerk);
        assertThat(page(disaster)).contains(SHELTER + "に、読みと生年月日が同じ人がいます", "避難所にいるかもしれない", "きずなの里", "車いす");
        String settle = "/office/supported/of/" + disaster + "/settle";
        String hana = supported("例 湯浦 ハナ").toString();
        send(settle, "supported", hana, "person", there.toString(), "same", "true");
        assertThat(page(disaster)).contains("避難所で確認", SHELTER + "：います").doesNotContain("がいます：例 ハナ");
        clock.advance(Duration.ofMinutes(5));
        town.send(opening, new Happening.RollCalled(0, List.of(there)), clerk);
        assertThat(page(disaster)).contains("避難所で見えなくなった");
        send(settle, "supported", hana, "person", there.toString(), "same", "false");
        assertThat(page(disaster)).doesNotContain("避難所で見えなくなった", "がいます：");
    }

    @Test
    @DisplayName("福祉避難所の画面から、計画でそこを避難先とする人だけの表が開く")
    void theNamedOfAWelfareShelter() throws Exception {
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        town.add("福祉の里の例", ShelterKind.WELFARE);
        OpeningId opening = town.open(disaster, "福祉の里の例", clerk);
        list.take(LIST.replace("きずなの里", "福祉の里の例（１階）"), clerk);
        Actor.Staff chief = staff.add("本部 長子", "general", Role.HANDLER);
        String shown = look(chief, "/office/shelters/openings/" + opening).getContentAsString();
        String link = "/office/supported/of/" + disaster + "?district=&amp;show=all&amp;shelter="
                + town.shelter("福祉の里の例").id();
        assertThat(shown).contains("福祉避難所です", link);
        assertThat(look(clerk, link.replace("&amp;", "&")).getContentAsString())
                .contains("福祉の里の例</b> を避難先とする人だけ", "例 湯浦 ハナ")
                .doesNotContain("例 佐敷 明");
        list.take(LIST, clerk);
        assertThat(look(clerk, link.replace("&amp;", "&")).getContentAsString()).contains("名簿にいません");
    }

    @Test
    @DisplayName("ほかの所で無事な人は、誰がいつ言ったかとともに記される。書き足りなければ、書いたものが残る")
    void safeElsewhere() throws Exception {
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        assertThat(said(disaster, "SAFE", "words", "熊本市にいる", "place", "KIN")).contains("誰から聞いたかを書いてください", "熊本市にいる");
        said(disaster, "NO_ANSWER");
        assertThat(page(disaster)).contains("電話に出ない");
        clock.advance(Duration.ofMinutes(3));
        said(disaster, "SAFE", "words", "熊本市にいる", "place", "KIN", "toldBy", "長女");
        assertThat(page(disaster)).contains("無事を確認：親族・知人の家（長女から）　熊本市にいる", "記録：福祉 守");
        String left =
                look(clerk, "/office/supported/of/" + disaster + "/call-list").getContentAsString();
        assertThat(left).contains("例 佐敷 明", "0966-00-2004").doesNotContain("例 湯浦 ハナ");
    }

    @Test
    @DisplayName("訓練には、同意した人だけが出る")
    void drillsKnowWhoConsented() throws Exception {
        DisasterId drill = town.begin(clerk, true, Hazard.EARTHQUAKE);
        assertThat(page(drill)).contains("【訓練】", "例 湯浦 ハナ").doesNotContain("例 佐敷 明");
        String refused = send(
                        "/office/supported/of/" + drill + "/said",
                        "supported",
                        supported("例 佐敷 明").toString(),
                        "kind",
                        "NO_ANSWER",
                        "onceId",
                        ids.next().toString())
                .getContentAsString();
        assertThat(refused).contains("訓練に使うことに同意していません");
        assertThat(people.list(Set.of("大字佐敷"), true, clerk)).isEmpty();
        assertThat(people.list(Set.of("大字佐敷"), false, clerk)).hasSize(1);
    }

    @Test
    @DisplayName("見つかってはいけない人は、決裁の職員にだけ、場所を出さずに示される")
    void theHiddenStayHidden() throws Exception {
        Actor.Staff chief = staff.add("福祉 長", "welfare", Role.DECIDER);
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        OpeningId opening = town.open(disaster, SHELTER, clerk);
        var hidden = new PersonFacts(ids.next(), null, null, null, null, null, null, null, true, null);
        town.arrive(opening, hidden, Map.of("kana", "れい ゆのうら はな", "birth", "1936-03-04"), clerk);
        assertThat(page(disaster)).doesNotContain(SHELTER, "がいます");
        String chiefs = look(chief, "/office/supported/of/" + disaster).getContentAsString();
        assertThat(chiefs).contains("名前を出さない人の中に、読みと生年月日が同じ人がいます").doesNotContain(SHELTER);
        send(
                "/office/supported/of/" + disaster + "/settle",
                "supported",
                supported("例 湯浦 ハナ").toString(),
                "person",
                hidden.id().toString(),
                "same",
                "true");
        assertThat(page(disaster)).contains("避難所で確認", "場所は出しません").doesNotContain(SHELTER);
    }

    @Test
    @DisplayName("名簿を扱う担当でなければ開かず、開いたことは証跡に残る")
    void restrictedAndRecorded() throws Exception {
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        for (Actor.Staff other :
                List.of(staff.add("水野 澄子", "water", Role.HANDLER), staff.add("窓口 一", "welfare", Role.RECEPTION))) {
            for (String path : List.of("", "/of/" + disaster, "/of/" + disaster + "/call-list", "/list.csv")) {
                assertThat(look(other, "/office/supported" + path).getStatus())
                        .as(path)
                        .isEqualTo(403);
            }
            assertThat(people.list(Set.of("大字湯浦"), false, other)).isEmpty();
        }
        page(disaster);
        look(clerk, "/office/supported/of/" + disaster + "/call-list");
        assertThat(db.sql("SELECT what FROM audit.entry WHERE subject = :subject AND action = 'READ' ORDER BY number")
                        .param("subject", disaster.subject())
                        .query(String.class)
                        .list())
                .containsExactly("supported:missing", "supported:call-list");
    }

    @Test
    @DisplayName("本人の求めで見せ、消せる。支援者の名前も消せる")
    void foundAndErased() throws Exception {
        DisasterId disaster = town.begin(clerk, false, Hazard.EARTHQUAKE);
        said(disaster, "SAFE", "place", "HOME", "toldBy", "印付の長女");
        PersonKey hana = new PersonKey("例 湯浦 ハナ", null, null, null, Set.of());
        PersonKey supporter = new PersonKey(null, null, "0966002101", null, Set.of());
        PersonalData room = rooms.stream()
                .filter(each ->
                        each.room().equals("shelter") && !each.find(supporter).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(room.export(hana).getFirst().values())
                .containsEntry("要介護等の区分", "要介護3")
                .hasEntrySatisfying("災害のときに確かめたこと", words -> assertThat(words).contains("無事を確認 自宅"));
        assertThat(room.export(supporter).getFirst().values()).containsOnlyKeys("氏名", "電話");
        assertThat(room.erase(supporter)).isEqualTo(1);
        assertThat(room.find(supporter)).isEmpty();
        assertThat(room.erase(hana)).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM shelter.supported_note WHERE told_by LIKE '印付%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
