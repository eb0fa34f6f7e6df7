package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.Role;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
@Import(KeepingIntegrationTests.Room.class)
@DisplayName("保存期間が過ぎた案件を、二人で廃棄する")
class KeepingIntegrationTests extends KeepingDesk {

    /// A room that cannot forget one filing, as long as it is told so.
    @TestConfiguration(proxyBeanMethods = false)
    static class Room {
        @Bean
        Stubborn stubborn() {
            return new Stubborn();
        }
    }

    static class Stubborn implements PersonalData {
        Set<UUID> refused = Set.of();

        @Override
        public String room() {
            return "stubborn";
        }

        @Override
        public List<Trace> find(PersonKey key) {
            return List.of();
        }

        @Override
        public List<Extract> export(PersonKey key) {
            return List.of();
        }

        @Override
        public int erase(PersonKey key) {
            if (key.submissions().stream().anyMatch(refused::contains)) {
                throw new IllegalStateException("the program is killed here");
            }
            return 0;
        }
    }

    @Autowired
    Stubborn stubborn;

    @BeforeEach
    void people() {
        stubborn.refused = Set.of();
        begin();
    }

    @AfterEach
    void today() {
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("保存期間の最後の日までは候補に出ず、次の日に出る。終わっていない案件は出ない")
    void onlyWhatIsPast() throws Exception {
        closed("満了", "太郎");
        open("途中", "太郎");
        clock.set(LAST_DAY);
        assertThat(page(clerk, "/office/keeping")).contains("保存期間が過ぎた案件はありません");
        clock.set(PAST);
        assertThat(page(clerk, "/office/keeping")).contains("水道の使用開始", "令和8年度", "1件");
        assertThat(page(clerk, SHELF)).contains("令和14年3月31日").doesNotContain("満了　太郎");
        Actor.Staff tax = staff.add("税所 明", "tax", Role.HANDLER);
        assertThat(page(tax, "/office/keeping")).doesNotContain(SHELF);
        assertThat(send(tax, get(SHELF)).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("一人が伺いを出し、別の人が承認すると、一件ずつ消えて記録が残る")
    void twoPeople() throws Exception {
        Filed.New one = closed("消える", "一");
        Filed.New other = closed("消える", "二");
        clock.set(PAST);
        UUID id = propose(Map.of("all", "yes"));
        assertThat(page(clerk, record(id))).contains("承認待ち", "自分では承認も差戻しもできません");
        MockHttpServletResponse alone = send(clerk, post(record(id) + "/approve"));
        assertThat(alone.getStatus()).isEqualTo(422);
        assertThat(left(one, other)).isEqualTo(2);

        assertThat(page(head, "/office/keeping")).contains("あなたが決められます");
        send(head, post(record(id) + "/approve"));
        send(head, post(record(id) + "/approve"));
        jobs.runNow("casework.destroy-one", id.toString());
        assertThat(left(one, other)).isZero();
        assertThat(page(clerk, record(id)))
                .contains("廃棄しました", "2件", "水野 澄子", "泉 健太郎", one.receipt().format(), "案件（経過・決裁")
                .doesNotContain("消える");
        assertThat(page(clerk, "/office/keeping/disposals")).contains("2／2件");
        assertThat(page(clerk, "/office/keeping?q=" + one.receipt().symbols())).contains("廃棄の伺い 第");
        assertThat(text(clerk, record(id) + "/catalogue.csv"))
                .contains("受付番号", other.receipt().format());
        assertThat(text(clerk, "/office/keeping/disposals/record.csv")).contains("水野 澄子");
        assertThat(db.sql("SELECT what FROM audit.entry WHERE subject = :subject ORDER BY number")
                        .param("subject", "casework.disposal:" + id)
                        .query(String.class)
                        .list())
                .containsExactly("disposal:propose cases:2", "disposal:approve", "disposal:finish");
    }

    @Test
    @DisplayName("同じ伺いを二度押しても一つ。差し戻せば何も消えず、また候補に戻る")
    void onceAndBack() throws Exception {
        Filed.New filed = closed("戻る", "太郎");
        clock.set(PAST);
        UUID id = UUID.randomUUID();
        propose(id, Map.of("all", "yes"));
        propose(id, Map.of("all", "yes"));
        assertThat(db.sql("SELECT count(*) FROM casework.disposal WHERE id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(propose(UUID.randomUUID(), Map.of("all", "yes")).getContentAsString())
                .contains("廃棄できる案件が選ばれていません");
        MockHttpServletResponse silent = send(head, post(record(id) + "/return"));
        assertThat(silent.getStatus()).isEqualTo(422);
        send(head, post(record(id) + "/return").param("words", "監査が終わってから"));
        assertThat(page(clerk, record(id))).contains("差戻し", "監査が終わってから");
        assertThat(send(head, post(record(id) + "/approve")).getStatus()).isEqualTo(422);
        assertThat(left(filed)).isEqualTo(1);
        assertThat(send(clerk, get(SHELF)).getContentAsString()).contains("name=\"case\"");
    }

    @Test
    @DisplayName("伺いを出した本人は、承認の前なら取り下げられる。記録が残り、案件はまた候補に戻る")
    void takesBack() throws Exception {
        Filed.New filed = closed("取り下げる", "太郎");
        clock.set(PAST);
        UUID id = propose(Map.of("all", "yes"));
        assertThat(page(clerk, record(id))).contains("伺いを取り下げる");
        assertThat(page(head, record(id))).doesNotContain("伺いを取り下げる");
        MockHttpServletResponse other = send(head, post(record(id) + "/withdraw"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentAsString()).contains("取り下げられるのは、出した本人だけです");
        send(clerk, post(record(id) + "/withdraw"));
        assertThat(send(clerk, post(record(id) + "/withdraw")).getStatus()).isEqualTo(303);
        assertThat(page(clerk, record(id)))
                .contains("取下げ", "取り下げた人", "廃棄しませんでした")
                .doesNotContain("伺いを取り下げる");
        assertThat(send(head, post(record(id) + "/approve")).getStatus()).isEqualTo(422);
        assertThat(send(clerk, post(record(id) + "/approve")).getStatus()).isEqualTo(422);
        assertThat(left(filed)).isEqualTo(1);
        assertThat(page(clerk, "/office/keeping/disposals")).contains("取下げ", "水野 澄子");
        assertThat(db.sql("SELECT what FROM audit.entry WHERE subject = :subject ORDER BY number")
                        .param("subject", "casework.disposal:" + id)
                        .query(String.class)
                        .list())
                .containsExactly("disposal:propose cases:1", "disposal:withdraw");
        UUID again = propose(Map.of("all", "yes"));
        destroy(again);
        assertThat(left(filed)).isZero();
        assertThat(send(clerk, post(record(again) + "/withdraw")).getStatus()).isEqualTo(422);
    }

    @Test
    @DisplayName("途中で止まっても、残りは次に片づき、消えた一件は消えたまま")
    void goesOnAfterAStop() throws Exception {
        Filed.New first = closed("止まる", "一");
        Filed.New second = closed("止まる", "二");
        clock.set(PAST);
        UUID id = propose(Map.of("all", "yes"));
        send(head, post(record(id) + "/approve"));
        stubborn.refused = Set.of(second.submission());
        jobs.runNow("casework.destroy-one", id.toString());
        assertThat(left(first)).isZero();
        assertThat(left(second)).as("nothing of it is half gone").isEqualTo(1);
        assertThat(page(clerk, record(id))).contains("2件のうち、あと1件です");
        stubborn.refused = Set.of();
        jobs.runNow("casework.destroy-left");
        assertThat(left(second)).isZero();
        assertThat(page(clerk, record(id))).contains("廃棄が終わった日時");
    }

    @Test
    @DisplayName("文書を主管する課の決裁の人も承認できる。担当だけの人と、よその課の人はできない")
    void whoMayDecide() throws Exception {
        Filed.New filed = closed("主管", "太郎");
        clock.set(PAST);
        UUID id = propose(Map.of("all", "yes"));
        Actor.Staff colleague = staff.add("川井 渉", "water", Role.HANDLER);
        Actor.Staff tax = staff.add("税所 明", "tax", Role.DECIDER);
        Actor.Staff records = staff.add("園田 隆", "general", Role.DECIDER);
        assertThat(send(colleague, post(record(id) + "/approve")).getStatus()).isEqualTo(422);
        assertThat(send(tax, post(record(id) + "/approve")).getStatus()).isEqualTo(404);
        assertThat(send(records, post(record(id) + "/approve")).getStatus()).isEqualTo(303);
        jobs.runNow("casework.destroy-one", id.toString());
        assertThat(left(filed)).isZero();
    }

    @Test
    @DisplayName("選んだものだけが伺いに入る。まだ保存期間のうちの案件は、選んで送っても入らない")
    void onlyWhatIsTicked() throws Exception {
        Filed.New ticked = closed("選ぶ", "一");
        Filed.New other = closed("選ばない", "二");
        clock.set("2029-05-01T10:00:00+09:00");
        Filed.New young = closed("若い", "三");
        clock.set(PAST);
        MockHttpServletResponse early =
                propose(UUID.randomUUID(), Map.of("case", id(young).toString()));
        assertThat(early.getStatus()).isEqualTo(422);
        UUID id = propose(Map.of("case", id(ticked).toString()));
        destroy(id);
        assertThat(left(ticked)).isZero();
        assertThat(left(other, young)).isEqualTo(2);
        assertThat(page(clerk, SHELF))
                .contains(other.receipt().format())
                .doesNotContain(young.receipt().format());
    }
}
