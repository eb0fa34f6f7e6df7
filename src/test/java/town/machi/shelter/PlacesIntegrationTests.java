package town.machi.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import({Town.class, Office.class})
@DisplayName("避難所の登録を、画面で加えて直す")
class PlacesIntegrationTests {

    private static final String PLACES = "/office/shelters/places";

    @Autowired
    MockMvc http;

    @Autowired
    Office office;

    @Autowired
    Town town;

    @Autowired
    Shelters shelters;

    @Autowired
    Ids ids;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Actor.Staff chief;

    @BeforeEach
    void hire() {
        chief = staff.add("本部 長子", "general", Role.HANDLER);
    }

    private MockHttpServletResponse add(String name, String capacity, UUID once) throws Exception {
        String[] fields = {
            "name", name, "address", "大字佐敷1番地", "capacity", capacity, "rooms", "大広間\r\n和室", "onceId", once.toString()
        };
        return office.send(chief, PLACES + "/add", fields);
    }

    private String fill(String name, String capacity) throws Exception {
        UUID once = ids.next();
        assertThat(add(name, capacity, once).getRedirectedUrl()).isEqualTo(PLACES + "/" + once + "?done=added");
        return PLACES + "/" + once;
    }

    @Test
    @DisplayName("まちがって加えた避難所は一覧から外せ、戻せる。使っているあいだは外れず、外したものは呼び出せない")
    void takenOffAndPutBack() throws Exception {
        DisasterId disaster = town.begin(chief, false, Hazard.FLOOD);
        String there = fill("まちがいの集会所", "30");
        ShelterId id = town.shelter("まちがいの集会所").id();
        assertThat(office.send(chief, there + "/off").getRedirectedUrl()).isEqualTo(there + "?done=off");
        assertThat(shelters.list()).noneMatch(each -> each.id().equals(id));
        assertThat(office.look(chief, there + "?done=off").getContentAsString())
                .contains("一覧から外しました", "一覧に戻す")
                .doesNotContain("/prepare\"");
        String[] call = {"shelter", id.toString(), "onceId", ids.next().toString()};
        office.send(chief, "/office/shelters/disasters/" + disaster + "/prepare", call);
        assertThat(shelters.listLive()).isEmpty();

        assertThat(office.send(chief, there + "/back").getRedirectedUrl()).isEqualTo(there + "?done=back");
        town.prepare(disaster, "まちがいの集会所", chief);
        assertThat(office.send(chief, there + "/off").getContentAsString()).contains("一覧から外せませんでした");
        assertThat(shelters.list()).anyMatch(each -> each.id().equals(id));
        town.calm(chief);
    }

    @Test
    @DisplayName("「約30人」は30人、二度送っても一つ、加えた避難所の画面で名前と次にすることを伝える")
    void whatIsWrittenInAHurryIsTaken() throws Exception {
        DisasterId disaster = town.begin(chief, false, Hazard.FLOOD);
        UUID once = ids.next();
        int before = shelters.list().size();
        add("急の集会所", "約３０人", once);
        String there = String.valueOf(add("急の集会所", "約３０人", once).getRedirectedUrl());
        assertThat(shelters.list()).hasSize(before + 1);
        Shelter added = shelters.get(new ShelterId(once));
        assertThat(added.capacity()).isEqualTo(30);
        assertThat(added.kind()).isEqualTo(ShelterKind.VOLUNTARY);
        assertThat(added.house().rooms()).containsExactly("大広間", "和室");
        assertThat(office.look(chief, there).getContentAsString())
                .contains("「急の集会所」を避難所の一覧に加えました", "/office/shelters/disasters/" + disaster + "/prepare");

        String[] call = {"shelter", once.toString(), "onceId", ids.next().toString()};
        office.send(chief, "/office/shelters/disasters/" + disaster + "/prepare", call);
        assertThat(office.look(chief, PLACES + "/" + once).getContentAsString())
                .contains("/office/shelters/openings/", "開設準備中")
                .doesNotContain("/prepare\"");
        town.calm(chief);
    }

    @Test
    @DisplayName("読めない定員は断り、名前・住所・部屋は残り、空なら定員未登録として加わる")
    void nothingIsLostWhenItIsRefused() throws Exception {
        UUID once = ids.next();
        MockHttpServletResponse refused = add("谷の公民館", "たくさん", once);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("value=\"谷の公民館\"", "value=\"大字佐敷1番地\"", "value=\"たくさん\"", "大広間", once.toString())
                .containsSubsequence("href=\"#f-capacity\"", "id=\"f-capacity-error\"", "分からなければ空にすると「定員未登録」");
        assertThat(shelters.find(new ShelterId(once))).isEmpty();
        add("谷の公民館", "", once);
        assertThat(shelters.get(new ShelterId(once)).capacity()).isNull();
        assertThat(add("谷 の 公民館", "", ids.next()).getContentAsString()).contains("もう一覧にあります");
    }

    @Test
    @DisplayName("名前・定員・部屋・災害・区分・ID・主の印を直すと記録と証跡に残り、断られても書いたことが残る")
    void everyFieldIsChanged() throws Exception {
        String path = fill("直す集会所", "30");
        String id = path.substring(path.lastIndexOf('/') + 1);
        String[] whole = typed(path, "capacity", "45名", "rooms", "体育館", "building", "本館", "kind", "DESIGNATED");
        String[] wrong = and(whole, "designated", "E99", "latitude", "北", "hazards", "FLOOD", "main", "yes");
        assertThat(office.send(chief, path, wrong).getContentAsString())
                .contains("value=\"E99\"", "value=\"北\"", "value=\"45名\"", "体育館", "本館")
                .contains("href=\"#f-designated\"", "id=\"f-designated-error\"", "id=\"f-latitude-error\"")
                .containsPattern("value=\"FLOOD\" checked")
                .containsPattern("value=\"DESIGNATED\" checked");
        assertThat(shelters.get(new ShelterId(UUID.fromString(id))).capacity()).isEqualTo(30);

        String[] right = and(whole, "designated", "E4348200099111", "latitude", "32.2990, 130.5070");
        assertThat(office.send(chief, path, and(right, "hazards", "FLOOD", "main", "yes"))
                        .getRedirectedUrl())
                .isEqualTo(path + "?done=saved");
        Shelter now = shelters.get(new ShelterId(UUID.fromString(id)));
        assertThat(now.capacity()).isEqualTo(45);
        assertThat(now.house().rooms()).containsExactly("体育館");
        assertThat(now.house().building()).isEqualTo("本館");
        assertThat(now.hazards()).containsExactly(Hazard.FLOOD);
        assertThat(now.kind()).isEqualTo(ShelterKind.DESIGNATED);
        assertThat(now.ids().designated()).isEqualTo("E4348200099111");
        assertThat(now.where().place()).isNotNull();
        assertThat(now.main()).isTrue();
        assertThat(db.sql("SELECT what FROM audit.entry WHERE subject = :subject ORDER BY number")
                        .param("subject", now.id().subject())
                        .query(String.class)
                        .list())
                .containsExactly("add", "change:point,capacity,building,rooms,kind,hazards,designated,main");
        assertThat(office.look(chief, PLACES + "?q=" + "E").getStatus()).isEqualTo(200);
        assertThat(office.look(chief, PLACES + "?q=直す集会所").getContentAsString())
                .contains("本館／体育館", path)
                .doesNotContain("きずなの里");
    }

    /// What the form of a place holds, with other values for some of its fields.
    private String[] typed(String path, String... other) throws Exception {
        String page = office.look(chief, path).getContentAsString();
        List<String> fields = new ArrayList<>(List.of("seen", find(page, "name=\"seen\" value=\"([^\"]+)\"")));
        fields.addAll(List.of("name", find(page, "name=\"name\"[^>]* value=\"([^\"]+)\"")));
        fields.addAll(List.of("address", find(page, "name=\"address\"[^>]* value=\"([^\"]+)\"")));
        fields.addAll(List.of(other));
        return fields.toArray(String[]::new);
    }

    private static String find(String page, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String[] and(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    @DisplayName("ほかの人が先に直していたら書かずに違いを示し、もう一度押せば書く")
    void theSecondIsTold() throws Exception {
        String path = fill("二人の集会所", "30");
        var id = new ShelterId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        String[] mine = typed(path, "capacity", "50", "kind", "VOLUNTARY");
        clock.advance(Duration.ofSeconds(1));
        office.send(chief, path, typed(path, "capacity", "40", "kind", "VOLUNTARY"));
        MockHttpServletResponse told = office.send(chief, path, mine);
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(told.getContentAsString()).contains("ほかの人が先に変えました", "定員：40 → 50", "value=\"50\"");
        assertThat(shelters.get(id).capacity()).isEqualTo(40);
        mine[1] = find(told.getContentAsString(), "name=\"seen\" value=\"([^\"]+)\"");
        office.send(chief, path, mine);
        assertThat(shelters.get(id).capacity()).isEqualTo(50);
    }

    @Test
    @DisplayName("登録の画面も書式も、担当の課でない職員には開かれない")
    void othersStayOutside() throws Exception {
        Actor.Staff water = staff.add("水野 澄子", "water", Role.HANDLER);
        String path = fill("町の集会所", "");
        assertThat(office.look(water, path).getStatus()).isEqualTo(403);
        assertThat(office.look(water, PLACES + "/add").getStatus()).isEqualTo(403);
        assertThat(office.send(water, path, "name", "よその名").getStatus()).isEqualTo(403);
        assertThat(office.send(
                                water,
                                PLACES + "/add",
                                "name",
                                "よ",
                                "onceId",
                                ids.next().toString())
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("その場で加えた避難所を含む一覧を読むと、同じと示し、印をつけて取り込めば一つのまま、はずせば二つになる")
    void aListKnowsItAgain() throws Exception {
        String path = fill("川辺の集会所", "約30人");
        var id = new ShelterId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        int before = shelters.list().size();
        String csv = "指定避難所ID,名称,所在地_連結表記\nE4348200088111,川辺の集会所,熊本県葦北郡芦北町佐敷1\n";
        var file = new MockMultipartFile("file", "list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        String preview = http.perform(multipart(PLACES + "/import")
                        .file(file)
                        .with(staff.signedIn(chief))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(preview)
                .contains("同じかもしれません", "name=\"same\" value=\"" + id + "\" checked", "指定避難所ID：（なし） → E4348200088111");

        MockHttpServletResponse unasked = office.send(chief, PLACES + "/take", "csv", csv);
        assertThat(unasked.getContentAsString()).contains("もう一度確かめてください");
        assertThat(shelters.list()).hasSize(before);

        office.send(chief, PLACES + "/take", "csv", csv, "asked", id.toString(), "same", id.toString());
        assertThat(shelters.list()).hasSize(before);
        assertThat(shelters.get(id).ids().designated()).isEqualTo("E4348200088111");
        assertThat(shelters.get(id).capacity()).isEqualTo(30);

        String other = csv.replace("088111", "087111");
        String taken = fill("もう一つの集会所", "");
        String[] theirs = typed(taken, "kind", "DESIGNATED", "designated", "E4348200088111");
        assertThat(office.send(chief, taken, theirs).getContentAsString()).contains("ほかの避難所のIDです");
        office.send(chief, PLACES + "/take", "csv", other);
        assertThat(shelters.list()).hasSize(before + 2);
    }
}
