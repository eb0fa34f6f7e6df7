package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.support.Browser;
import town.machi.support.RunningTown;

@DisplayName("監査の職員が証跡を見て、検査の道具が手出しを見つける")
class AuditJourney {

    @Test
    @DisplayName("サインイン、検索、書き出しが証跡に残り、動いたままでも止まっていても検査でき、変えた行を言い当てる")
    void theTrailIsSeenAndChecked() throws Exception {
        Path data = Path.of("target/journeys", UUID.randomUUID().toString());
        try (var town = RunningTown.start(data, Map.of());
                var browser = Browser.open();
                var desk = browser.person(town.address(), 1280)) {
            Hands.signIn(desk.newPage(), "kansa");
            Page page = desk.newPage();
            look(page);
            assertThat(desk.request().get("/office/audit/export.csv").text()).contains("サインイン", "例 監 査一");
            clerkIsShutOut(browser.person(town.address(), 1280));
            page.navigate("/office/audit?action=REFUSAL");
            assertThat(page.getByText("refused:not-an-auditor").first().isVisible())
                    .isTrue();
            waitUntilSealed(page);
            assertThat(TownCommand.auditVerify(data))
                    .satisfies(checked ->
                            assertThat(checked.exit()).as(checked.said()).isZero());
            change(data);
            assertThat(TownCommand.auditVerify(data).said()).contains("broken. Entry 2 was changed");
        }
        assertThat(TownCommand.auditVerify(data).exit()).isEqualTo(1);
    }

    private static void look(Page page) {
        page.navigate("/office/audit");
        for (int width : List.of(1280, 820, 390, 320)) {
            page.setViewportSize(width, 900);
            Browser.assertAccessible(page);
        }
        page.setViewportSize(1280, 900);
        page.getByLabel("だれが").fill("監 査一");
        page.getByLabel("はじめの日").fill("2026-02-30");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("絞り込む"))
                .click();
        assertThat(page.getByText("2月は28日までです").first().isVisible()).isTrue();
        Browser.assertAccessible(page);
    }

    private static void clerkIsShutOut(BrowserContext clerk) {
        try (clerk) {
            Hands.signIn(clerk.newPage(), "mizuno");
            assertThat(clerk.request().get("/office/audit").status()).isEqualTo(403);
        }
    }

    private static void waitUntilSealed(Page page) {
        page.navigate("/office/audit");
        page.waitForCondition(() -> {
            page.reload();
            return page.getByText("封をした控え").textContent().matches("(?s).*封をした控え [1-9].*");
        });
    }

    /// As somebody with the owner's password would.
    private static void change(Path data) throws IOException, SQLException {
        String port = Files.readString(data.resolve("postgres/port")).strip();
        String password = Files.readString(data.resolve("postgres/password")).strip();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/machi", "machi", password);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE audit.entry SET subject = 'x:1' WHERE number = 2"))
                    .isEqualTo(1);
        }
    }
}
