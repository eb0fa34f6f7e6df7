package town.machi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.audit.AuditEntry;
import town.machi.kernel.Actor;

@DisplayName("証跡の封")
class SealingIntegrationTests extends TrailUnderTest {

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
    @DisplayName("番号の順と違う順に確定しても、全部に封をする")
    void sealsWhatCommitsLate() throws InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch maySettle = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
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
        assertThat(jdbc.sql("SELECT outcome FROM audit.entry")
                        .query(String.class)
                        .list())
                .containsExactly("refused:not-your-section");
        sealer.seal();
        assertThat(verdict()).isEqualTo(new Verification.Verdict.Sound(1, 0));
    }
}
