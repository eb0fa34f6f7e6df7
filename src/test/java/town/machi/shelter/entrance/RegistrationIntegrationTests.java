package town.machi.shelter.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Role;
import town.machi.platform.Ids;
import town.machi.platform.Jobs;
import town.machi.shelter.HouseholdCode.Choices;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;
import town.machi.shelter.Office;
import town.machi.shelter.jdbc.RegistrationRows;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@Import(Office.class)
@DisplayName("町に預けた世帯の登録")
class RegistrationIntegrationTests {

    private static final Actor NOBODY = new Actor.Anonymous();
    private static final PersonKey KEY = new PersonKey("預 花代", null, null, null, Set.of());

    @Autowired
    MockMvc http;

    @Autowired
    Office office;

    @Autowired
    TestStaff staff;

    @Autowired
    Registrations registrations;

    @Autowired
    RegisteredHouseholds desks;

    @Autowired
    RegistrationRows rows;

    @Autowired
    List<PersonalData> rooms;

    @Autowired
    Jobs jobs;

    @Autowired
    Ids ids;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @AfterEach
    void clean() {
        data().erase(KEY);
    }

    private PersonalData data() {
        return rooms.stream()
                .filter(RegistrationPersonalData.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Household household(boolean secret) {
        var person = new Person(ids.next(), "預 花代", "アズケ ハナヨ", "F", "19480211", "CARE", "卵");
        var choices = new Choices(true, null, secret, "犬 1", "ja");
        return new Household(ids.next(), clock.instant(), "芦北町の例", "0966-00-3001", choices, List.of(person));
    }

    private Registrations.Left leave(UUID request) {
        return registrations.leave(household(false), request, NOBODY).orElseThrow();
    }

    @Test
    @DisplayName("同じ申し出が何度来ても一つで、番号が届かなくても次の番号で取り消せる")
    void onceOnly() {
        UUID request = ids.next();
        Registrations.Left first = leave(request);
        Registrations.Left again = leave(request);
        assertThat(again.household().id()).isEqualTo(first.household().id());
        assertThat(households()).hasSize(1);
        assertThat(registrations.takeBack(again.number(), NOBODY)).isTrue();
        assertThat(registrations.takeBack(again.number(), NOBODY)).isFalse();
        assertThat(households()).isEmpty();
    }

    @Test
    @DisplayName("増えても消えても、受付には変わった世帯だけを伝える")
    void everyChangeIsToldToTheDesks() {
        String before = desks.since(null).edition();
        Registrations.Left left = leave(ids.next());

        var more = desks.since(before);
        assertThat(more.whole()).isFalse();
        assertThat(more.come()).containsOnlyKeys(left.household().id());

        registrations.takeBack(left.number(), NOBODY);
        var fewer = desks.since(more.edition());
        assertThat(fewer.whole()).isFalse();
        assertThat(fewer.gone()).containsExactly(left.household().id());
        assertThat(desks.since(fewer.edition()).isNothing()).isTrue();
    }

    @Test
    @DisplayName("ほかのノードで新しい名簿を受けた端末は、少し前の名簿を覚えているノードでも前に戻らない")
    void aDeskNeverGoesBack() {
        var slow = new RegisteredHouseholds(rows, Duration.ofHours(1));
        String before = slow.since(null).edition();
        Registrations.Left left = leave(ids.next());
        assertThat(slow.since(before).isNothing()).isTrue();

        String newer = new RegisteredHouseholds(rows, Duration.ofHours(1))
                .since(before)
                .edition();
        assertThat(newer).isNotEqualTo(before);
        assertThat(slow.since(newer).isNothing()).isTrue();
        assertThat(slow.since(before).come()).containsOnlyKeys(left.household().id());
    }

    private Collection<Household> households() {
        return desks.since(null).come().values();
    }

    @Test
    @DisplayName("見つかってはいけない人のいる世帯は、預かりもしない")
    void theHiddenAreNotKept() {
        assertThat(registrations.leave(household(true), ids.next(), NOBODY)).isEmpty();
        assertThat(households()).isEmpty();
    }

    @Test
    @DisplayName("年数がたつと消える。本人の求めでも消え、どの表にも残らない")
    void forgotten() {
        leave(ids.next());
        assertThat(data().find(KEY)).hasSize(1);
        assertThat(data().export(KEY).getFirst().values()).containsEntry("ペット", "犬 1");
        clock.advance(Duration.ofDays(300));
        jobs.runNow("shelter.forget-registrations");
        assertThat(households()).hasSize(1);
        clock.advance(Duration.ofDays(500));
        jobs.runNow("shelter.forget-registrations");
        assertThat(households()).isEmpty();
        leave(ids.next());
        assertThat(data().erase(KEY)).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM shelter.registration")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("選んだときだけ町に残り、出た番号で消える。番号そのものは町にもない")
    void onThePage() throws Exception {
        assertThat(make(false)).contains("町には残っていません");
        assertThat(households()).isEmpty();
        String page = make(true);
        Matcher number = Pattern.compile("household-number\">([A-Z2-9-]{14})<").matcher(page);
        assertThat(number.find()).isTrue();
        assertThat(households()).hasSize(1);
        assertThat(ReceiptNumber.parse(number.group(1))).isPresent();
        String back = http.perform(post("/household/take-back").with(csrf()).param("number", number.group(1)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(back).isEqualTo("/household/taken-back");
        assertThat(households()).isEmpty();
    }

    @Test
    @DisplayName("番号をなくした世帯には、本部が名前で探して消す。探したことは証跡に残る")
    void staffTakeItBack() throws Exception {
        Registrations.Left left = leave(ids.next());
        Actor.Staff chief = staff.add("本部 長子", "general", Role.HANDLER);
        String here = "/office/shelters/registrations";
        assertThat(office.look(chief, here).getContentAsString())
                .contains("いま <b>1</b>世帯")
                .doesNotContain("花代");
        assertThat(office.send(chief, here, "name", "あずけ").getContentAsString()).contains("預 花代");
        assertThat(office.send(chief, here, "name", "べつ").getContentAsString()).contains("預かっていません");
        assertThat(office.look(staff.add("水野 澄子", "water", Role.HANDLER), here).getStatus())
                .isEqualTo(403);
        office.send(chief, here + "/" + left.household().id() + "/remove");
        assertThat(households()).isEmpty();
        assertThat(db.sql("SELECT what FROM audit.entry WHERE subject = 'shelter.registration:-' AND action = 'READ'")
                        .query(String.class)
                        .list())
                .containsExactly("search:1", "search:0");
    }

    private String make(boolean leave) throws Exception {
        var form = post("/household").with(csrf());
        form.param("kana0", "あずけ はなよ")
                .param("name0", "預 花代")
                .param("onceId", ids.next().toString());
        if (leave) {
            form.param("leave", "yes");
        }
        return http.perform(form).andReturn().getResponse().getContentAsString();
    }
}
