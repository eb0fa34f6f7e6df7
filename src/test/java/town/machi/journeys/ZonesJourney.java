package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.demo.DemoAccount;
import town.machi.journeys.ZonesResident.Receipt;
import town.machi.kernel.ReceiptNumber;
import town.machi.support.Browser;
import town.machi.support.HttpPerson;

@DisplayName("内側と外側の二つに分けた町で、届出が案件になり、状況が住民に戻る")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ZonesJourney {

    private static final DemoAccount CLERK = DemoAccount.named("saisho");
    private static final Duration SECONDS = Duration.ofSeconds(60);

    /// What only the inside knows.
    private static final String NOTE = "内輪の覚え書き・前にも同じ相談あり";

    private static final Set<String> INNER_MARKS = new HashSet<>(Set.of(
            NOTE,
            CLERK.member().name(),
            CLERK.member().id().toString(),
            CLERK.member().mail()));

    @TempDir
    private static @Nullable Path folder;

    private static @Nullable TwoZones zones;
    private static @Nullable Browser browser;
    private static @Nullable HttpPerson clerk;

    @BeforeAll
    static void start() {
        TownFolder town = TownFolder.copyInto(folder());
        town.write(ZonesResident.PROCEDURE, ZonesResident.YAML);
        zones = TwoZones.start(folder(), town);
        browser = Browser.open();
        clerk = new HttpPerson(zones().inside.address()).signIn(CLERK);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (zones != null) {
            zones().close();
        }
    }

    private static Path folder() {
        return Objects.requireNonNull(folder);
    }

    private static TwoZones zones() {
        return Objects.requireNonNull(zones);
    }

    private static HttpPerson clerk() {
        return Objects.requireNonNull(clerk);
    }

    @Test
    @Order(1)
    @DisplayName("外側には役場の入口がなく、内側には住民の入口がない。外側で分からないことは、分からないと言う")
    void eachServesItsOwn() {
        HttpPerson outside = new HttpPerson(zones().outside.address());
        assertThat(outside.open("/office/sign-in").status()).isEqualTo(404);
        assertThat(outside.open("/office/cases").status()).isEqualTo(404);
        assertThat(outside.open("/").status()).isEqualTo(200);
        for (String path : List.of("/alerts", "/shelters", "/household", "/here/x", "/notices")) {
            assertThat(outside.open(path).status()).as(path).isEqualTo(404);
            assertThat(outside.page()).as(path).contains("ここではご案内できません", "このサイトでは");
        }
        String district = inside().sql("SELECT district FROM waste.collection WHERE kind = 'burnable' LIMIT 1")
                .query(String.class)
                .single();
        await().atMost(SECONDS)
                .until(() -> outside.open("/waste?district=" + district).page().contains("燃えるごみ"));
        await("news come from inside")
                .atMost(SECONDS)
                .untilAsserted(() -> assertThat(outside.open("/").page()).doesNotContain("届いていません"));
        HttpPerson inside = new HttpPerson(zones().inside.address());
        for (String path : List.of("/", "/procedures", "/track", "/procedures/" + ZonesResident.PROCEDURE)) {
            assertThat(inside.open(path).status()).as(path).isEqualTo(404);
        }
        try (BrowserContext phone = browser().phone(zones().outside.address())) {
            Page page = phone.newPage();
            page.navigate("/shelters");
            Browser.assertAccessible(page);
            Browser.screenshot(page, "zones-not-outside-390");
        }
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser);
    }

    @Test
    @Order(2)
    @DisplayName("外側の届出が内側の案件になり、差し戻し、写真の付いた補正、回答までが行き来する")
    void thereAndBack() throws IOException {
        try (BrowserContext phone = browser().phone(zones().outside.address())) {
            ZonesResident resident = new ZonesResident(phone);
            Page page = resident.page();
            Receipt receipt = resident.files("北側の塀にひびがあります", true);
            assertThat(ReceiptNumber.parse(receipt.number()).orElseThrow().isOf(ReceiptNumber.Series.FIRST))
                    .isTrue();
            String aCase = findCase(receipt);
            clerk().open(aCase);
            assertThat(clerk().page()).contains("北側の塀にひびがあります");
            clerk().submit(aCase + "/notes", "words", NOTE);
            act(aCase, "sendBack", "words", "近くからの写真も付けてください。", "field", "photos");
            isGenuineOutside(aCase);

            resident.awaits(receipt, "近くからの写真も付けてください。");
            Browser.assertAccessible(page);
            Browser.screenshot(page, "zones-sent-back-390");
            resident.corrects();
            await().atMost(SECONDS).until(() -> clerk().open(aCase).page().contains("近くから.png"));
            String photo = clerk().find("(/office/cases/[0-9a-f-]+/files/[0-9a-f-]{36})");
            assertThat(clerk().open(photo).status()).isEqualTo(200);
            clerk().open(aCase);
            act(aCase, "answer", "words", "来週、現地を見に行きます。");
            resident.awaits(receipt, "来週、現地を見に行きます。");
            assertThat(page.locator("main").innerText()).contains("お答えしました");
            Browser.screenshot(page, "zones-answered-390");
        }
        assertThat(TwoZones.count(
                        outside(), "SELECT count(*) FROM messaging.outgoing WHERE recipient = 'ito@example.jp'"))
                .as("the receipt, the send-back and the answer, all from outside")
                .isEqualTo(3);
        assertThat(TwoZones.count(
                        inside(), "SELECT count(*) FROM messaging.outgoing WHERE recipient = 'ito@example.jp'"))
                .isZero();
    }

    @Test
    @Order(3)
    @DisplayName("フォルダーが一日抜かれても何も失われず、戻れば続きから行き来する")
    void aDayWithoutTheFolder() {
        zones().unplug();
        await().atMost(SECONDS).until(() -> TwoZones.vitals(zones().outside).contains("が見えません。USB メモリーなら差し"));
        try (BrowserContext phone = browser().phone(zones().outside.address())) {
            ZonesResident resident = new ZonesResident(phone);
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                receipts.add(resident.files("抜かれた日の" + i + "通目", false));
            }
            resident.takesBack(receipts.get(2));
            assertThat(countCases("抜かれた日の")).isZero();
            zones().plugIn();
            await().atMost(SECONDS).until(() -> countCases("抜かれた日の") == 3);
            await().atMost(SECONDS).until(() -> TwoZones.count(inside(), """
                            SELECT count(*) FROM casework.event WHERE kind = 'WITHDRAWN'
                            AND at > now() - interval '5 minutes'
                            """) == 1);
            resident.awaits(receipts.getFirst(), "受け付けました");
        }
        await().atMost(SECONDS)
                .until(() -> TwoZones.unacknowledged(outside()) == 0 && TwoZones.unacknowledged(inside()) == 0);
    }

    @Test
    @Order(4)
    @DisplayName("ファイルが混ざり、くりかえされ、書きかえられ、失われても、案件は一度ずつ開く")
    void shuffledAndRepeated() throws IOException {
        zones().part();
        int many = 8;
        try (BrowserContext phone = browser().phone(zones().outside.address())) {
            ZonesResident resident = new ZonesResident(phone);
            for (int i = 0; i < many; i++) {
                resident.files("混ざった日の" + i + "通目", false);
            }
        }
        Path out = zones().outgoing("public");
        await().atMost(SECONDS).until(() -> TwoZones.letters(out).size() == many);
        List<Path> letters = new ArrayList<>(TwoZones.letters(out));
        Path last = letters.getLast();
        Collections.shuffle(letters, new Random(7));
        // The first number stays behind: all the others must wait.
        letters.remove(TwoZones.letters(out).getFirst());
        TwoZones.carry(letters, zones().incoming("inner"));
        await().atMost(SECONDS).until(() -> TwoZones.vitals(zones().inside).contains("番がまだ届かないので"));
        assertThat(countCases("混ざった日の")).isZero();

        byte[] altered = Files.readAllBytes(last);
        altered[altered.length / 2] ^= 1;
        Files.write(zones().incoming("inner").resolve("書きかえ.machi"), altered);
        await().atMost(SECONDS).until(() -> TwoZones.vitals(zones().inside).contains("署名が合いません"));
        assertThat(countCases("混ざった日の")).isZero();

        TwoZones.carry(TwoZones.letters(out), zones().incoming("inner"));
        TwoZones.carry(TwoZones.letters(out), zones().incoming("inner"));
        await().atMost(SECONDS).until(() -> countCases("混ざった日の") == many);
        // Carried once more after they were taken in.
        Path again = zones().incoming("inner").resolve("もう一度.machi");
        Files.copy(last, again);
        await().atMost(SECONDS).until(() -> !Files.exists(again));
        assertThat(countCases("混ざった日の")).isEqualTo(many);
        zones().plugIn();
        await().atMost(SECONDS)
                .until(() -> TwoZones.unacknowledged(outside()) == 0 && TwoZones.unacknowledged(inside()) == 0);
        assertThat(TwoZones.count(outside(), """
                        SELECT count(*) FROM submission.submission s WHERE NOT EXISTS (
                            SELECT FROM submission.status_word w WHERE w.submission = s.id)
                        """))
                .as("everybody hears how it stands")
                .isZero();
    }

    @Test
    @Order(5)
    @DisplayName("外側のデータベースには、内側だけが知ることが何もない")
    void theOutsideKnowsNothing() {
        inside().sql("SELECT id::text FROM casework.case_file")
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(INNER_MARKS::add);
        List<String> tables =
                outside().sql("""
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                        """).query((row, _) -> row.getString(1)).list();
        assertThat(tables).hasSizeGreaterThan(50);
        for (String table : tables) {
            List<String> rows = outside()
                    .sql("SELECT t::text FROM " + table + " AS t")
                    .query((row, _) -> row.getString(1))
                    .list();
            for (String mark : INNER_MARKS) {
                String hex = java.util.HexFormat.of().formatHex(mark.getBytes(StandardCharsets.UTF_8));
                assertThat(rows.stream().filter(row -> row.contains(mark) || row.contains(hex)))
                        .as("%s in %s", mark, table)
                        .isEmpty();
            }
        }
        for (String none : List.of("casework.case_file", "casework.event", "identity.staff", "water.supply_point")) {
            assertThat(TwoZones.count(outside(), "SELECT count(*) FROM " + none))
                    .as(none)
                    .isZero();
        }
        assertThat(TwoZones.count(inside(), "SELECT count(*) FROM casework.case_file"))
                .isPositive();
    }

    /// A paper of the inside can be proved outside, by the code that it bears.
    private static void isGenuineOutside(String aCase) {
        clerk().open(aCase).submit(clerk().find("action=\"(/office/cases/[^\"]+/papers/[a-z-]+)\""));
        String code = inside().sql("SELECT code FROM document.issued")
                .query(String.class)
                .single();
        HttpPerson holder = new HttpPerson(zones().outside.address());
        // Who asks too often is told to wait.
        await().atMost(SECONDS)
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> holder.open("/verify?code=" + code).page().contains("税務課"));
    }

    private static String findCase(Receipt receipt) {
        String list = "/office/cases?view=all&q=" + receipt.number();
        await().atMost(SECONDS)
                .until(() -> clerk().open(list).page().matches("(?s).*/office/cases/[0-9a-f]{8}-[0-9a-f-]{27}.*"));
        return "/office/cases/" + clerk().find("/office/cases/([0-9a-f]{8}-[0-9a-f-]{27})");
    }

    private static void act(String aCase, String act, String... fields) {
        clerk().open(aCase);
        String revision = clerk().find("name=\"revision\" value=\"(\\d+)\"");
        List<String> all = new ArrayList<>(List.of("act", act, "revision", revision));
        all.addAll(List.of(fields));
        clerk().submit(aCase + "/acts", all.toArray(String[]::new));
        assertThat(clerk().status()).as(clerk().page()).isEqualTo(200);
    }

    private static long countCases(String story) {
        return inside().sql("SELECT count(*) FROM casework.case_file WHERE answers::text LIKE :story")
                .param("story", "%" + story + "%")
                .query(Long.class)
                .single();
    }

    private static JdbcClient outside() {
        return zones().outside.look();
    }

    private static JdbcClient inside() {
        return zones().inside.look();
    }
}
