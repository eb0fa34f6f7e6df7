package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import town.machi.casework.grant.Granting;
import town.machi.casework.grant.Paying;
import town.machi.casework.grant.Transfers;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.kernel.Yen;
import town.machi.platform.Settings;
import town.machi.submission.Filed;
import town.machi.support.MachiTest;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("補助金は、交付決定から支払、取消し・返還まで、額を守って進む")
class SubsidyIntegrationTests {

    private static final FiscalYear YEAR = new FiscalYear(2026);

    @Autowired
    Cases cases;

    @Autowired
    Grants grants;

    @Autowired
    Granting granting;

    @Autowired
    Transfers transfers;

    @Autowired
    Paying paying;

    @Autowired
    Settings settings;

    @Autowired
    List<PersonalData> personalData;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @Autowired
    TestStaff staff;

    @Autowired
    MockMvc http;

    private Actor.Staff clerk;
    private SubsidyWalk walk;

    @BeforeEach
    void somebodyWorks() {
        var rooms = new SubsidyWalk.Rooms(cases, grants, granting, transfers, settings);
        walk = SubsidyWalk.begin(rooms, events, db, staff);
        clerk = walk.clerk();
    }

    @Test
    @DisplayName("申請から支払データまで。金額なしには決まらず、決定より多く確定できず、データは一度だけ理由なしに出る")
    void fromApplicationToPaymentData() throws Exception {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.caseOf(filed);
        walk.act(id, "accept", "");
        walk.act(id, "propose", "");
        assertThat(walk.tryAct(id, "grant", "")).isInstanceOf(ActOutcome.Refused.class);
        assertThat(granting.propose(id, "300,000円", UUID.randomUUID(), clerk)).isEmpty();
        walk.act(id, "grant", "");
        assertThat(cases.get(id).state())
                .isInstanceOfSatisfying(
                        CaseState.Correcting.class,
                        asking -> assertThat(asking.openFields())
                                .containsExactlyInAnyOrder("completed", "spent", "photos", "receipts"));
        walk.report(filed, 2);
        assertThat(cases.get(id).state().id()).isEqualTo("inspecting");
        walk.act(id, "proposeFix", "");
        assertThat(granting.propose(id, "300001", UUID.randomUUID(), clerk))
                .map(refusal -> refusal.key())
                .hasValue("casework.refusal.grant-over");
        granting.propose(id, "280000", UUID.randomUUID(), clerk);
        walk.act(id, "fix", "");
        assertThat(transfers.listReady(clerk)).isEmpty();
        walk.claim(filed, 3, "0175", "012");
        assertThat(walk.tryAct(id, "pay", "")).isInstanceOf(ActOutcome.Refused.class);
        UUID run = walk.make(id);
        assertThat(walk.make(id, UUID.randomUUID())).isInstanceOf(Transfers.Making.Refused.class);
        exportsOnce(run);
        assertThat(walk.tryAct(id, "sendBack", "account")).isInstanceOf(ActOutcome.Refused.class);
        assertThat(paying.pay(run, UUID.randomUUID(), clerk)).hasSize(1);
        assertThat(walk.money(id).paid()).isEqualTo(new Yen(280_000));
        assertThat(cases.get(id).state().id()).isEqualTo("paid");
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR).sums().paid()).isEqualTo(new Yen(280_000));
    }

    private void exportsOnce(UUID run) throws Exception {
        String path = "/office/grants/runs/" + run;
        assertThat(post(path + "/zengin", "onceId", UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(422);
        walk.payFrom();
        var first = post(path + "/zengin", "onceId", UUID.randomUUID().toString());
        assertThat(first.getStatus()).isEqualTo(200);
        String text = new String(first.getContentAsByteArray(), Charset.forName("windows-31j"));
        assertThat(text.split("\r\n")).hasSize(4).allMatch(record -> record.length() == 120);
        assertThat(text).contains("20175", "ﾔﾏﾓﾄ ｲﾁﾛｳ", "0000280000", "8000001000000280000");
        assertThat(post(path + "/csv", "onceId", UUID.randomUUID().toString()).getStatus())
                .isEqualTo(422);
        var again = post(path + "/csv", "onceId", UUID.randomUUID().toString(), "reason", "ファイルを取りちがえました。");
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("280000", "0175", "0123456");
        assertThat(transfers.open(run, clerk).exports()).hasSize(2);
        assertThat(transfers.remove(run, UUID.randomUUID(), clerk)).isPresent();
    }

    @Test
    @DisplayName("戻ってきた振込は口座を聞き直して払い直し、取り消すと返還がすむまで終わらない")
    void bouncesAndReturns() {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.paying(filed, "0175", "012");
        UUID run = walk.make(id);
        walk.export(run);
        walk.act(id, "bounce", "口座番号が違うとのことです。");
        assertThat(walk.money(id).payment()).isEqualTo(Grant.Payment.NONE);
        assertThat(cases.get(id).state().fieldsOpen()).containsExactly("account");
        walk.claim(filed, 4, "", "");
        assertThat(walk.make(id, UUID.randomUUID())).isInstanceOf(Transfers.Making.Refused.class);
        assertThat(granting.setCodes(id, "17", "12", clerk)).isPresent();
        assertThat(granting.setCodes(id, "0175", "012", clerk)).isEmpty();
        UUID second = walk.make(id);
        walk.export(second);
        paying.pay(second, UUID.randomUUID(), clerk);
        walk.act(id, "cancel", "別の用途に使ったため。");
        assertThat(walk.money(id).owed()).isEqualTo(new Yen(100_000));
        assertThat(walk.tryAct(id, "settle", "返還")).isInstanceOf(ActOutcome.Refused.class);
        UUID request = UUID.randomUUID();
        assertThat(granting.repay(id, "100000", request, clerk)).isEmpty();
        assertThat(granting.repay(id, "100000", request, clerk)).isEmpty();
        assertThat(granting.repay(id, "1", UUID.randomUUID(), clerk)).isPresent();
        walk.act(id, "settle", "返還がすみました。");
        assertThat(cases.get(id).state().isClosed()).isTrue();
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR).sums().bound()).isEqualTo(Yen.ZERO);
    }

    @Test
    @DisplayName("支払う前に取り消すと、返還を待たずに終わり、予算が戻る")
    void cancelledBeforePayment() {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.deciding(filed, "120000");
        walk.act(id, "grant", "");
        walk.report(filed, 2);
        walk.act(id, "proposeFix", "");
        granting.propose(id, "100000", UUID.randomUUID(), clerk);
        walk.act(id, "cancel", "工事をしなかったため。");
        assertThat(cases.get(id).state().isClosed()).isTrue();
        assertThat(walk.money(id).owed()).isEqualTo(Yen.ZERO);
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR).sums().bound()).isEqualTo(Yen.ZERO);
    }

    @Test
    @DisplayName("予算の残りを、二人が同時に取っても超えない。取り下げると戻る")
    void theBudgetIsNeverExceeded() throws Exception {
        assertThat(granting.setBudget(SubsidyWalk.TANK, YEAR, "500000", UUID.randomUUID(), clerk))
                .isEmpty();
        List<CaseId> both =
                List.of(walk.deciding(SubsidyWalk.file(), "300000"), walk.deciding(SubsidyWalk.file(), "300000"));
        long done;
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> tries = new ArrayList<>();
            both.forEach(id -> tries.add(() -> walk.granted(id)));
            done = 0;
            for (Future<Boolean> one : two.invokeAll(tries)) {
                done += one.get() ? 1 : 0;
            }
        }
        assertThat(done).isEqualTo(1);
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR).left()).hasValue(new Yen(200_000));
        assertThat(granting.setBudget(SubsidyWalk.TANK, YEAR, "299999", UUID.randomUUID(), clerk))
                .isPresent();
        CaseId winner = both.stream()
                .filter(id -> walk.money(id).decided().isPresent())
                .findFirst()
                .orElseThrow();
        events.publishEvent(new Filed.Withdrawal(cases.get(winner).filing().submission(), 2, Parcels.TUESDAY));
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR).left()).hasValue(new Yen(500_000));
    }

    @Test
    @DisplayName("口座番号は、支払をしない受付には下3桁だけ見え、ほかの課には支払データがない")
    void accountsAreMasked() throws Exception {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.paying(filed, "0175", "012");
        UUID run = walk.make(id);
        Actor.Staff desk = staff.add("受付 花子", "water", Role.RECEPTION);
        String page = get("/office/cases/" + id, desk).getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("「実績報告」が届きました", "「補助金の請求」が届きました");
        assertThat(page).contains("****456").doesNotContain("0123456");
        assertThat(get("/office/cases/" + id, clerk).getContentAsString(StandardCharsets.UTF_8))
                .contains("0123456");
        assertThat(get("/office/grants/runs/" + run, clerk).getContentAsString(StandardCharsets.UTF_8))
                .contains("****456")
                .doesNotContain("0123456");
        assertThat(get("/office/grants", desk).getStatus()).isEqualTo(404);
        Actor.Staff other = staff.add("総務 太郎", "general", Role.HANDLER);
        assertThatThrownBy(() -> transfers.open(run, other)).isInstanceOf(ProblemException.class);
    }

    private org.springframework.mock.web.MockHttpServletResponse get(String path, Actor.Staff who) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(path).with(staff.signedIn(who)))
                .andReturn()
                .getResponse();
    }

    private org.springframework.mock.web.MockHttpServletResponse post(String path, String... params) throws Exception {
        var request =
                MockMvcRequestBuilders.post(path).with(staff.signedIn(clerk)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return http.perform(request).andReturn().getResponse();
    }

    @Test
    @DisplayName("案件を消しても、払った額と年度の合計は変わらず、口座と氏名だけがなくなる")
    void moneyStaysWithoutNames() {
        Filed.New filed = SubsidyWalk.file();
        CaseId id = walk.paying(filed, "0175", "012");
        UUID run = walk.make(id);
        walk.export(run);
        paying.pay(run, UUID.randomUUID(), clerk);
        Budget before = granting.budget(SubsidyWalk.TANK, YEAR);
        personalData.stream()
                .filter(room -> room.room().equals("casework"))
                .forEach(room -> room.erase(PersonKey.ofSubmission(filed.submission())));
        assertThat(granting.budget(SubsidyWalk.TANK, YEAR)).isEqualTo(before);
        assertThat(before.sums().paid()).isEqualTo(new Yen(100_000));
        Transfer left = transfers.open(run, clerk).transfers().getFirst();
        assertThat(left.receipt()).isEqualTo(filed.receipt());
        assertThat(left.name()).isEqualTo("（廃棄しました）");
        assertThat(left.account().holder() + left.account().bank()).isEmpty();
        assertThat(left.account().number()).isEqualTo("0000000");
        assertThat(db.sql("SELECT count(*) FROM casework.case_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
