package town.machi.water.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Words;
import town.machi.shell.Messages;
import town.machi.submission.Advice;
import town.machi.submission.Advices;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("当日や間近の日の希望は、電話につなぎ、落とさない")
class CallbackIntegrationTests {

    @Autowired
    MockMvc http;

    @Autowired
    Advices advices;

    @Autowired
    Callbacks callbacks;

    @Autowired
    Messages messages;

    @Autowired
    TestStaff staff;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    List<PersonalData> rooms;

    @BeforeEach
    void empty() {
        db.sql("DELETE FROM water.callback").update();
    }

    @AfterEach
    void back() {
        clock.set(TestClock.START);
    }

    private String way(String procedure, String day) {
        return findWay(procedure, day, Answers.NONE).map(Advice.Way::href).orElse("");
    }

    private Optional<Advice.Way> findWay(String procedure, String day, Answers answers) {
        FieldFault fault = new FieldFault(
                "startsOn-year",
                new FieldFault.Sentence.Said(
                        Words.ofJapanese("早すぎます"),
                        Map.of(
                                "startsOn", LocalDate.parse(day),
                                "today", LocalDate.parse("2026-11-24"),
                                "earliestStart", LocalDate.parse("2026-11-27"))));
        return advices.findWay(new ProcedureName(procedure), answers, List.of(fault), messages.in(Language.JA));
    }

    @Test
    @DisplayName("今日から、選べるいちばん早い日の前日までだけ「電話をください」が出る")
    void onlyForDaysThatAreTooNear() {
        assertThat(way("water-start", "2026-11-24"))
                .isEqualTo("/water/callback/begin?procedure=water-start&day=2026-11-24");
        assertThat(way("water-start", "2026-11-26")).isNotEmpty();
        assertThat(way("water-start", "2026-11-23")).isEmpty();
        assertThat(way("water-start", "2026-11-27")).isEmpty();
        assertThat(way("dog-registration", "2026-11-24")).isEmpty();
    }

    @Test
    @DisplayName("様式に入れてあった名前と電話番号は、入力し直さなくてよく、アドレスにも記録にも出ない")
    void takesOverWhatWasTyped() throws Exception {
        TreeMap<String, Answer> typed = new TreeMap<>();
        Map.of("user.family", "急木", "user.given", "急", "phone", "090-1234-5678")
                .forEach((path, value) ->
                        typed.put(path, new Answer(value, Answer.Source.TYPED, "resident:test", clock.instant())));
        Advice.Way way =
                findWay("water-start", "2026-11-24", new Answers(typed)).orElseThrow();
        assertThat(way.said()).isEqualTo(Map.of("name", "急木 急", "phone", "090-1234-5678"));
        assertThat(way.href() + way).doesNotContain("急木", "090");

        MockHttpServletRequestBuilder begin = post(way.href()).with(csrf());
        way.said().forEach(begin::param);
        String page = http.perform(begin).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("value=\"急木 急\"", "value=\"090-1234-5678\"");
        assertThat(callbacks.countOpen())
                .as("nobody is called before it is asked for")
                .isZero();
        assertThat(http.perform(get(way.href())).andReturn().getResponse().getContentAsString())
                .contains("電話をください")
                .doesNotContain("急木");
    }

    private MockHttpServletResponse ask(UUID once, String name, String phone) throws Exception {
        return http.perform(post("/water/callback")
                        .param("onceId", once.toString())
                        .param("procedure", "water-start")
                        .param("day", "2026-11-24")
                        .param("name", name)
                        .param("phone", phone)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String office(MockHttpServletRequestBuilder request, Actor.Staff who) throws Exception {
        return http.perform(request.with(staff.signedIn(who)).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    @DisplayName("頼むと、二度送っても一件だけ課の一覧に並び、電話した人と決めたことが残り、読んだことは監査に残る")
    void reachesTheOffice() throws Exception {
        Actor.Staff clerk = staff.add("水野 澄子", "water", Role.RECEPTION, Role.HANDLER);
        MockHttpServletResponse page = http.perform(get("/water/callback?procedure=water-start&day=2026-11-24"))
                .andReturn()
                .getResponse();
        assertThat(page.getContentAsString()).contains("令和8年11月24日(火)から水道を使いたいこと", "役場が開いている時間", "30日で消します");
        UUID once = UUID.randomUUID();
        assertThat(ask(once, "急木 急", "12").getStatus()).isEqualTo(422);
        assertThat(ask(once, "急木 急", "０９０－１２３４－５６７８").getStatus()).isEqualTo(303);
        assertThat(ask(once, "急木 急", "090-1234-5678").getStatus()).isEqualTo(303);

        assertThat(callbacks.countOpen()).isOne();
        String list = office(get("/office/water/callbacks"), clerk);
        assertThat(list).contains("急木 急", "090-1234-5678", "使用開始", "令和8年11月24日", "電話した");
        assertThat(db.sql("SELECT count(*) FROM audit.entry WHERE subject = :subject AND action = 'READ'")
                        .param("subject", "water.callback:" + once)
                        .query(Integer.class)
                        .single())
                .isOne();

        assertThat(office(post("/office/water/callbacks/" + once + "/called"), clerk))
                .contains("電話で決めたこと");
        office(post("/office/water/callbacks/" + once + "/called").param("outcome", "本日15時に開栓"), clerk);
        assertThat(callbacks.countOpen()).isZero();
        assertThat(office(get("/office/water/callbacks"), clerk)).contains("本日15時に開栓", "電話を待っている人はいません");

        clock.advance(Duration.ofDays(29));
        callbacks.forget();
        assertThat(count()).isOne();
        clock.advance(Duration.ofDays(2));
        callbacks.forget();
        assertThat(count()).isZero();
    }

    @Test
    @DisplayName("だれも電話しなかったものも、1年で消える")
    void neverCalled() throws Exception {
        ask(UUID.randomUUID(), "急木 急", "090-1234-5678");
        clock.advance(Duration.ofDays(364));
        callbacks.forget();
        assertThat(count()).isOne();
        clock.advance(Duration.ofDays(2));
        callbacks.forget();
        assertThat(count()).isZero();
    }

    private int count() {
        return db.sql("SELECT count(*) FROM water.callback")
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("過ぎた日や、ほかの手続では頼めない。ほかの課には一覧がない")
    void notForEverything() throws Exception {
        assertThat(http.perform(get("/water/callback?procedure=water-start&day=2026-11-23"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/procedures");
        assertThat(http.perform(get("/water/callback?procedure=dog-registration&day=2026-11-24"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(303);
        Actor.Staff other = staff.add("税所 明", "tax", Role.RECEPTION, Role.HANDLER);
        assertThat(http.perform(get("/office/water/callbacks").with(staff.signedIn(other)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("頼んだ人の情報は見つかり、開示でき、消せる")
    void personalData() throws Exception {
        ask(UUID.randomUUID(), "急木 急", "090-1234-5678");
        PersonalData water = rooms.stream()
                .filter(room -> room.room().equals("water"))
                .findFirst()
                .orElseThrow();
        PersonKey key = new PersonKey(null, null, "09012345678", null, Set.of());
        assertThat(water.find(key)).hasSize(1);
        assertThat(water.export(key).getFirst().values()).containsEntry("氏名", "急木 急");
        assertThat(water.erase(key)).isOne();
        assertThat(count()).isZero();
    }
}
