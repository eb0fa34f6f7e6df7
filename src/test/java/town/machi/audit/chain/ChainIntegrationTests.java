package town.machi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.platform.MachiProperties;
import town.machi.platform.database.DatabaseAddress;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest(properties = "machi.audit.pause=0s")
@DisplayName("証跡の封")
class ChainIntegrationTests {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Sealer sealer;

    @Autowired
    private HeadFile headFile;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private DatabaseAddress address;

    @Autowired
    private MachiProperties properties;

    @Autowired
    private PlatformTransactionManager transactions;

    private JdbcClient owner() {
        return JdbcClient.create(address.ownerDataSource());
    }

    @BeforeEach
    void beginAnew() throws IOException {
        owner().sql("TRUNCATE audit.entry, audit.chain, audit.waiting RESTART IDENTITY")
                .update();
        Files.deleteIfExists(headFile.path());
        Files.deleteIfExists(properties.data().resolve("audit-heads.log"));
        clock.set(TestClock.START);
    }

    @Test
    @DisplayName("何も書かれていなければ、正しい")
    void emptyIsSound() {
        assertThat(sealer.seal()).isTrue();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(0, 0));
    }

    @Test
    @DisplayName("書かれたものは封をされ、先頭の印が外のファイルにある")
    void seals() {
        write(5);
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(0, 5));
        sealer.seal();
        write(1);
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(5, 1));
        assertThat(headFile.read()).get().extracting(HeadFile.Head::position).isEqualTo(5L);
        sealer.seal();
        assertThat(headFile.read()).get().extracting(HeadFile.Head::position).isEqualTo(6L);
        assertThat(headFile.readLog()).hasSize(1);
    }

    @Test
    @DisplayName("一度に封をしきれない数でも、全部に封をする")
    void sealsMoreThanABatch() {
        owner().sql("""
                WITH written AS (
                    INSERT INTO audit.entry (at, actor_kind, actor_id, address, action, subject, what, outcome)
                    SELECT now(), 'system', 'test', '-', 'READ', 'x:' || i, 'open', 'ok'
                    FROM generate_series(1, :count) i RETURNING number)
                INSERT INTO audit.waiting SELECT number FROM written
                """).param("count", Sealer.BATCH * 2 + 17).update();
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(Sealer.BATCH * 2L + 17, 0));
    }

    @Test
    @DisplayName("変えられた行は、どの行かを言う。最後の行でも")
    void tellsOfAChange() {
        write(10);
        sealer.seal();
        tamper("UPDATE audit.entry SET outcome = 'ok2' WHERE number = 10");
        assertBroken("Entry 10 was changed");
        tamper("UPDATE audit.entry SET at = at + interval '1 microsecond' WHERE number = 3");
        assertBroken("Entry 3 was changed");
    }

    @Test
    @DisplayName("消された行は、どの行かを言う。鎖ごと消しても、最後の行でも")
    void tellsOfARemoval() {
        write(10);
        sealer.seal();
        tamper("DELETE FROM audit.entry WHERE number = 10");
        assertBroken("Entry 10 was removed");
        tamper("DELETE FROM audit.entry WHERE number = 4");
        assertBroken("Entry 4 was removed");
        tamper("DELETE FROM audit.chain WHERE number = 4");
        assertBroken("Row 4 of the chain was removed");
    }

    @Test
    @DisplayName("終わりを切り取られたら、どこからかを言い、その上に封を重ねない")
    void tellsOfACutTail() {
        write(10);
        sealer.seal();
        tamper("DELETE FROM audit.chain WHERE position > 7");
        tamper("DELETE FROM audit.entry WHERE number > 7");
        assertBroken("The end was cut off: rows 8 to 10");
        write(5);
        assertThat(sealer.seal()).isFalse();
        assertBroken("The end was cut off: rows 8 to 10");
        tamper("TRUNCATE audit.entry, audit.chain, audit.waiting");
        assertBroken("The end was cut off: rows 1 to 10");
    }

    @Test
    @DisplayName("外の印が消されたら、終わりを確かめられないと言う")
    void tellsOfAMissingHead() throws IOException {
        write(3);
        sealer.seal();
        Files.delete(headFile.path());
        assertBroken("The head file is missing");
    }

    @Test
    @DisplayName("順番を外れて足された行は、どの行かを言い、封をしない")
    void tellsOfAnAddition() {
        write(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            write(1);
            status.setRollbackOnly();
        });
        write(1);
        sealer.seal();
        clock.advance(Duration.ofHours(1));
        write(1);
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(3, 0));
        tamper("""
                INSERT INTO audit.entry (number, at, actor_kind, actor_id, address, action, subject, what, outcome)
                OVERRIDING SYSTEM VALUE
                SELECT 2, at, actor_kind, actor_id, address, action, subject, what, outcome
                FROM audit.entry WHERE number = 1
                """);
        assertBroken("Entry 2 was added out of turn");
        tamper("INSERT INTO audit.waiting VALUES (2)");
        assertThat(sealer.seal()).isTrue();
        assertBroken("Entry 2 was added out of turn");
    }

    @Test
    @DisplayName("封を待つ列を通らずに足された行も見つける")
    void tellsOfAnAdditionAtTheEnd() {
        write(2);
        sealer.seal();
        tamper("""
                INSERT INTO audit.entry (at, actor_kind, actor_id, address, action, subject, what, outcome)
                SELECT at, actor_kind, actor_id, address, action, subject, what, outcome
                FROM audit.entry WHERE number = 1
                """);
        assertBroken("Entry 3 was added out of turn");
    }

    @Test
    @DisplayName("封をされる前に消された行も見つける")
    void tellsOfARemovalBeforeTheSeal() {
        write(2);
        tamper("DELETE FROM audit.entry WHERE number = 2");
        assertBroken("Entry 2 was removed before it was sealed");
    }

    @Test
    @DisplayName("行を変えて鎖を作り直しても、外の印と合わない")
    void tellsOfANewChain() {
        write(4);
        sealer.seal();
        clock.advance(Duration.ofMinutes(20));
        write(4);
        sealer.seal();
        tamper("UPDATE audit.entry SET outcome = 'ok2' WHERE number = 6");
        forgeChain();
        assertBroken("The chain was made anew: of the rows 5 to 8");
        assertThat(sealer.seal()).isFalse();
    }

    @Test
    @DisplayName("番号の順と違う順に確定しても、全部に封をする")
    void sealsWhatCommitsLate() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch maySettle = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    write(1);
                    written.countDown();
                    await(maySettle);
                }));
        await(written);
        write(3);
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(3, 0));
        maySettle.countDown();
        slow.join();
        clock.advance(Duration.ofDays(1));
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(4, 0));
    }

    @Test
    @DisplayName("大勢が書き、二つの封係が働いても、鎖は一本")
    void sealsUnderLoad() throws InterruptedException {
        Sealer other = new Sealer(
                clock, new town.machi.audit.jdbc.ChainRows(jdbc), headFile, new TransactionTemplate(transactions));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.startVirtualThread(() -> write(100)));
        }
        for (int i = 0; i < 20; i++) {
            sealer.seal();
            other.seal();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(600, 0));
    }

    @Test
    @DisplayName("働く役割は、書いたものを変えることも消すこともできない")
    void workingRoleCannotChangeIt() {
        write(1);
        sealer.seal();
        for (String sql : List.of(
                "UPDATE audit.entry SET outcome = 'x'",
                "DELETE FROM audit.entry",
                "UPDATE audit.chain SET highest = 1",
                "DELETE FROM audit.chain",
                "TRUNCATE audit.waiting")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    @DisplayName("取り消された行いは残らず、断られたことは取り消されても残る")
    void commitsWithItsAct() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            write(1);
            trail.record(AuditEntry.refused(new Actor.Anonymous(), "casework.case:1", "open", "not-your-section"));
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT outcome FROM audit.entry").query(String.class).list())
                .containsExactly("refused:not-your-section");
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(1, 0));
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            trail.record(
                    AuditEntry.done(new Actor.SystemJob("test"), AuditAction.READ, "casework.case:" + i, "open"));
        }
    }

    /// As somebody with the owner's password would.
    private void tamper(String sql) {
        owner().sql(sql).update();
    }

    /// A chain over the rows as they are now, made with our own code.
    private void forgeChain() {
        var rows = new town.machi.audit.jdbc.ChainRows(owner());
        List<ChainLink> forged = new ArrayList<>();
        new TransactionTemplate(new org.springframework.jdbc.datasource.DataSourceTransactionManager(
                        address.ownerDataSource()))
                .executeWithoutResult(_ -> rows.forEach(sealed -> {
                    ChainLink before = forged.isEmpty() ? ChainLink.BEFORE_THE_FIRST : forged.getLast();
                    var row = sealed.row();
                    if (row != null) {
                        forged.add(before.next(row, sealed.link().sealedAt()));
                    }
                }));
        for (ChainLink link : forged) {
            owner().sql("UPDATE audit.chain SET hash = :hash WHERE position = :position")
                    .param("hash", link.hash())
                    .param("position", link.position())
                    .update();
        }
    }

    private Verification.Verdict verdict() {
        return AuditVerify.verify(dataSource, properties.data());
    }

    private void assertBroken(String beginning) {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verification.Verdict.Broken.class,
                        broken -> assertThat(broken.sentence()).startsWith(beginning));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
