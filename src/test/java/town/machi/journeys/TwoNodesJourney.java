package town.machi.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import town.machi.support.HttpPerson;
import town.machi.support.OutsideServer;
import town.machi.support.RunningTown;

@DisplayName("二つの節点が一つのデータベースで、一つの役場として働く")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesJourney {

    private static final DemoAccount CLERK = DemoAccount.named("mizuno");
    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @TempDir
    private static @Nullable Path folder;

    private static volatile @Nullable House house;

    /// The server and its two nodes.
    ///
    /// @param addresses where they are; a dead node's stays until it is born again
    private record House(
            OutsideServer server, RunningTown one, RunningTown two, List<String> addresses, JdbcClient db) {

        static House of(OutsideServer server, RunningTown one, RunningTown two) {
            return new House(server, one, two, List.of(one.address(), two.address()), server.look());
        }
    }

    /// Both begin at the same moment, on an empty database.
    @BeforeAll
    static void start() {
        POST.start();
        OutsideServer server = OutsideServer.start();
        RunningTown one = begin("one", server, Map.of());
        RunningTown two = begin("two", server, Map.of());
        try {
            house = House.of(server, one.ready(), two.ready());
        } catch (RuntimeException | Error e) {
            one.stop();
            two.stop();
            server.close();
            throw e;
        }
        // Hundreds file for one day here: more than the demo's crews could do.
        house.db().sql("DELETE FROM water.crew_weekday").update();
    }

    private static RunningTown begin(String name, OutsideServer server, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(server.environment());
        environment.put("MACHI_SMTP_HOST", "127.0.0.1");
        environment.put("MACHI_SMTP_PORT", Integer.toString(POST.getSmtp().getPort()));
        environment.put("MACHI_SMTP_SECURITY", "none");
        environment.putAll(more);
        return RunningTown.begin(folder().resolve(name), environment);
    }

    private static Path folder() {
        return Objects.requireNonNull(folder);
    }

    private static House house() {
        return Objects.requireNonNull(house);
    }

    @AfterAll
    static void stop() {
        POST.stop();
        if (house != null) {
            house().one().stop();
            house().two().stop();
            house().server().close();
        }
    }

    @Test
    @Order(1)
    @DisplayName("空のデータベースで同時に始めても、手続も見本の案件も二重にならない")
    void twoFirstStartsAtOnce() {
        assertThat(count("SELECT count(*) FROM procedure.version WHERE version > 1"))
                .isZero();
        assertThat(count("SELECT count(*) FROM casework.case_file"))
                .as("twelve residents, eight whom the crews drive to, five who ask for a subsidy, five old letters")
                .isEqualTo(30);
    }

    @Test
    @Order(2)
    @DisplayName("一つで入った職員は、もう一つでも入ったまま働き、出ればどちらからも出ている")
    void aSessionGoesOnAtTheOtherNode() {
        HttpPerson clerk = new HttpPerson(house().one().address()).signIn(CLERK);
        clerk.ledTo(house().two().address()).open("/office/cases?view=all");
        assertThat(clerk.status()).isEqualTo(200);
        String aCase = "/office/cases/" + clerk.find("/office/cases/([0-9a-f-]{36})");
        clerk.open(aCase);
        assertThat(clerk.page()).contains(CLERK.member().name());
        clerk.submit(aCase + "/notes", "words", "二つ目の節点で書いたメモ");
        clerk.ledTo(house().one().address()).open(aCase);
        assertThat(clerk.page()).contains("二つ目の節点で書いたメモ");
        clerk.submit("/office/sign-out");
        clerk.ledTo(house().two().address()).open(aCase);
        assertThat(clerk.path()).isEqualTo("/office/sign-in");
    }

    @Test
    @Order(3)
    @DisplayName("一つで書き始めた届出を、ページごとに節点を替えて書き上げ、両方で送っても一つだけ届く")
    void aDraftGoesOnAtTheOtherNode() {
        HttpPerson resident = new HttpPerson(house().one().address());
        FilingWalk.begin(resident);
        for (String[] fields : FilingWalk.pages("meguru@example.jp")) {
            resident.answer(fields);
            resident.ledTo(otherThan(resident));
        }
        assertThat(resident.path()).endsWith("/check");
        String send = resident.path().replace("/check", "/send");
        String check = resident.page();
        resident.submit(send);
        String number = FilingWalk.number(resident);
        String passcode = FilingWalk.passcode(resident);
        assertThat(check).contains("葛󠄀城");
        resident.ledTo(otherThan(resident)).submit(send);
        assertThat(FilingWalk.number(resident)).isEqualTo(number);
        assertThat(FilingWalk.passcode(resident)).isEqualTo(passcode);
        assertThat(count("SELECT count(*) FROM submission.submission WHERE mail = 'meguru@example.jp'"))
                .isEqualTo(1);
        await().atMost(SECONDS).until(() -> mailsTo("meguru@example.jp").size() == 1);
    }

    private static String otherThan(HttpPerson person) {
        boolean atOne = person.address().equals(house().one().address());
        return atOne ? house().two().address() : house().one().address();
    }

    @Test
    @Order(4)
    @DisplayName("どちらに届いた届出の控えも一通ずつ送られ、期限切れの見回りは一つの節点だけが回る")
    void jobsRunOnce() throws Exception {
        FilingProgram program = new FilingProgram();
        List<UUID> requests = Stream.generate(UUID::randomUUID).limit(60).toList();
        for (UUID request : requests) {
            assertThat(program.file(anyNode(), request).status()).isEqualTo(201);
        }
        await().atMost(SECONDS).until(() -> count("""
                SELECT count(*) FROM messaging.outgoing WHERE state = 'waiting'
                """) == 0);
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(mailsTo(FilingProgram.mail(request))).hasSize(1));

        house().db()
                .sql("UPDATE casework.case_file SET due_on = DATE '2020-01-06' WHERE closed_at IS NULL")
                .update();
        long before = versionOfDeadlines();
        int rounds = 5;
        for (int round = 0; round < rounds; round++) {
            long known = versionOfDeadlines();
            makeDue();
            await().atMost(SECONDS).until(() -> versionOfDeadlines() >= known + 3 && isAtRest());
        }
        assertThat(versionOfDeadlines() - before)
                .as("made due, picked and put back, once a round")
                .isEqualTo(3L * rounds);
        assertThat(count("""
                SELECT count(*) FROM (SELECT case_id FROM casework.event WHERE kind = 'RAN_OUT'
                GROUP BY case_id HAVING count(*) > 1) AS twice
                """)).isZero();
        assertThat(count("SELECT count(*) FROM casework.event WHERE kind = 'RAN_OUT'"))
                .isEqualTo(count("SELECT count(*) FROM casework.case_file WHERE due_on = DATE '2020-01-06'"));
    }

    private static long versionOfDeadlines() {
        return count("SELECT version FROM platform.scheduled_tasks WHERE task_name = 'casework.deadlines'");
    }

    private static boolean isAtRest() {
        return count("""
                SELECT count(*) FROM platform.scheduled_tasks
                WHERE task_name = 'casework.deadlines' AND NOT picked AND execution_time > now()
                """) == 1;
    }

    private static void makeDue() {
        house().db().sql("""
                UPDATE platform.scheduled_tasks SET execution_time = now(), version = version + 1
                WHERE task_name = 'casework.deadlines' AND NOT picked
                """).update();
    }

    @Test
    @Order(5)
    @DisplayName("新しい手続を一つの節点が公開すると、もう一つでも数秒で届け出られる")
    void whatOnePublishesTheOtherOffers() {
        HttpPerson resident = new HttpPerson(house().one().address());
        assertThat(resident.open("/procedures/tax-letter").status()).isEqualTo(404);
        TownFolder town = TownFolder.copyInto(folder().resolve("third"));
        town.write("tax-letter", TownFolder.receiptRequest("tax-letter"));
        RunningTown third = begin("third", house().server(), town.environment()).ready();
        await().atMost(SECONDS)
                .until(() -> resident.open("/procedures/tax-letter").status() == 200);
        assertThat(resident.page()).contains("納税証明書の郵送の依頼");
        third.stop();
        assertThat(resident.open("/procedures/tax-letter").status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    @DisplayName("届出が続くなかで一つが kill -9 されても、もう一つが続け、失われも二重にもならない")
    void oneIsKilledUnderLoad() throws Exception {
        RunningTown victim = house().two();
        Set<UUID> others = new Ledger(house().db())
                .list().stream().map(Ledger.Row::request).collect(Collectors.toSet());
        FilingStream stream = new FilingStream(4, TwoNodesJourney::anyNode);
        try (stream) {
            await().atMost(SECONDS).until(() -> stream.countAcknowledged() > 100);
            victim.kill();
            int atDeath = stream.countAcknowledged();
            await().atMost(SECONDS).until(() -> stream.countAcknowledged() > atDeath + 50);
            house = House.of(house().server(), house().one(), victim.startAgain());
            int atBirth = stream.countAcknowledged();
            await().atMost(SECONDS).until(() -> stream.countAcknowledged() > atBirth + 50);
        }
        Map<UUID, FilingProgram.Told> acknowledged = stream.acknowledged();
        Ledger ledger = new Ledger(house().db());
        others.addAll(stream.givenUp());
        ledger.assertHolds(acknowledged, others);
        ledger.assertWhole();
        letTheHoldOfTheDeadNodePass();
        assertThat(acknowledged.keySet())
                .allSatisfy(request -> assertThat(messageIds(FilingProgram.mail(request)))
                        .as("one mail, or the same mail again")
                        .hasSize(1));
    }

    /// What the dead node was about to send is held for ten minutes; the test does not wait for them.
    private static void letTheHoldOfTheDeadNodePass() {
        await().atMost(SECONDS).until(() -> {
            house().db().sql("""
                    UPDATE messaging.outgoing SET next_try_at = now()
                    WHERE state = 'waiting' AND next_try_at > now() + interval '5 minutes'
                      AND created_at < now() - interval '3 seconds'
                    """).update();
            return count("SELECT count(*) FROM messaging.outgoing WHERE state = 'waiting'") == 0;
        });
    }

    private static String anyNode() {
        return house().addresses().get(ThreadLocalRandom.current().nextInt(2));
    }

    private static long count(String sql) {
        return house().db().sql(sql).query(Long.class).single();
    }

    private static List<MimeMessage> mailsTo(String recipient) {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : POST.getReceivedMessages()) {
            if (to(mail).equals(recipient)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> messageIds(String recipient) {
        return mailsTo(recipient).stream()
                .map(mail -> {
                    try {
                        return mail.getMessageID();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
    }
}
