package town.machi.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Role;
import town.machi.platform.database.DatabaseAddress;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;
import town.machi.support.TestStaff;

@MachiTest
@DisplayName("証跡の画面")
class AuditScreenIntegrationTests {

    private static final Map<String, Actor.Staff> STAFF_BY_NAME = new HashMap<>();

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MockMvc http;

    @Autowired
    private TestStaff staff;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DatabaseAddress address;

    @Autowired
    private TestClock clock;

    private Actor.@Nullable Staff viewer;

    private Actor.Staff hanako() {
        return STAFF_BY_NAME.computeIfAbsent("芦北 花子", name -> staff.add(name, "water", Role.HANDLER));
    }

    @BeforeEach
    void beginAnew() {
        JdbcClient.create(address.ownerDataSource())
                .sql("TRUNCATE audit.entry, audit.chain, audit.waiting RESTART IDENTITY")
                .update();
        clock.set(TestClock.START);
        viewer = STAFF_BY_NAME.computeIfAbsent("監査 一郎", name -> staff.add(name, "", Role.AUDITOR));
    }

    @Test
    @DisplayName("監査の職員は、だれが何をしたかを見る。見たことも残る")
    void showsAndIsItselfRecorded() throws Exception {
        trail.record(AuditEntry.done(hanako(), AuditAction.READ, "casework.case:1", "open"));
        trail.record(AuditEntry.refused(hanako(), "casework.case:2", "open", "not-your-section"));
        String page = page("/office/audit");
        assertThat(page).contains("芦北 花子", "casework.case:1", "閲覧", "refused:not-your-section", "2件");
        assertThat(whats()).endsWith("list");
        page("/office/audit?action=REFUSAL&subject=casework");
        assertThat(whats()).endsWith("list by action, subject");
    }

    @Test
    @DisplayName("名前、行い、対象、日付で絞り込む")
    void narrows() throws Exception {
        trail.record(AuditEntry.done(hanako(), AuditAction.READ, "casework.case:1", "open"));
        trail.record(AuditEntry.done(new Actor.SystemJob("night"), AuditAction.WRITE, "casework.case:2", "erase"));
        clock.advance(Duration.ofDays(2));
        trail.record(AuditEntry.done(hanako(), AuditAction.EXPORT, "casework.list:all", "export.csv"));
        assertThat(page("/office/audit?who=花子"))
                .contains("casework.case:1", "casework.list")
                .doesNotContain("case:2");
        assertThat(page("/office/audit?who=だれか")).contains("この条件の控えはありません");
        assertThat(page("/office/audit?action=WRITE"))
                .contains("casework.case:2")
                .doesNotContain("case:1<");
        assertThat(page("/office/audit?subject=casework.case"))
                .contains("case:1", "case:2")
                .doesNotContain("list:all<");
        assertThat(page("/office/audit?from=令和8年11月26日")).contains("list:all<").doesNotContain("case:1<");
        assertThat(page("/office/audit?until=R8.11.25")).contains("case:1<").doesNotContain("list:all<");
    }

    @Test
    @DisplayName("読めない日付は、そう言う")
    void saysWhatIsWrongWithADay() throws Exception {
        assertThat(page("/office/audit?from=2026-02-30")).contains("2026年2月は28日までです");
    }

    @Test
    @DisplayName("100件ずつ、最後まで一度ずつ")
    void pages() throws Exception {
        for (int i = 0; i < 250; i++) {
            trail.record(AuditEntry.done(hanako(), AuditAction.READ, "casework.case:no" + i + "x", "open"));
        }
        String first = page("/office/audit?subject=casework");
        assertThat(first).contains("case:no249x", "case:no150x", "below=151").doesNotContain("case:no149x");
        String last = page("/office/audit?subject=casework&below=51");
        assertThat(last).contains("case:no49x", "case:no0x").doesNotContain("次の100件", "case:no50x");
    }

    @Test
    @DisplayName("書き出しは全件で、式に見えるものは式でなくする。書き出したことも残る")
    void exports() throws Exception {
        for (int i = 0; i < 150; i++) {
            trail.record(AuditEntry.done(hanako(), AuditAction.READ, "casework.case:" + i, "open"));
        }
        trail.record(AuditEntry.done(new Actor.Anonymous(), AuditAction.SIGN_IN, "-", "sign-in"));
        byte[] csv = perform("/office/audit/export.csv")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        List<String> lines = new String(csv, StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1 + 152);
        assertThat(lines.getFirst()).startsWith("\uFEFF番号,日時,だれが");
        assertThat(lines.get(1)).contains("export.csv");
        assertThat(lines.get(2)).contains(",'-,");
        assertThat(perform("/office/audit/export.xlsx?who=花子")
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(whats()).endsWith("export.csv", "export.xlsx by who");
    }

    @Test
    @DisplayName("ほかの役割の職員は見られず、見ようとしたことが残る")
    void auditorsOnly() throws Exception {
        viewer = hanako();
        perform("/office/audit").andExpect(status().isForbidden());
        perform("/office/audit/export.csv").andExpect(status().isForbidden());
        assertThat(jdbc.sql("SELECT outcome FROM audit.entry")
                        .query(String.class)
                        .list())
                .containsExactly("refused:not-an-auditor", "refused:not-an-auditor");
    }

    private String page(String path) throws Exception {
        return perform(path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private ResultActions perform(String path) throws Exception {
        return http.perform(get(path).with(staff.signedIn(Objects.requireNonNull(viewer))));
    }

    private List<String> whats() {
        return jdbc.sql("SELECT what FROM audit.entry ORDER BY number").query(String.class).stream()
                .map(String::valueOf)
                .toList();
    }
}
