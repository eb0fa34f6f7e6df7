package town.machi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
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

/// A trail of its own for each test, and the hands of somebody who has the owner's password.
@MachiTest
abstract class TrailUnderTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    Sealer sealer;

    @Autowired
    HeadFile headFile;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    DatabaseAddress address;

    @Autowired
    MachiProperties properties;

    @Autowired
    PlatformTransactionManager transactions;

    JdbcClient owner() {
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

    void write(int count) {
        for (int i = 0; i < count; i++) {
            trail.record(AuditEntry.done(new Actor.SystemJob("test"), AuditAction.READ, "casework.case:" + i, "open"));
        }
    }

    /// As somebody with the owner's password would.
    void tamper(String sql) {
        owner().sql(sql).update();
    }

    /// A chain over the rows as they are now, made with our own code.
    void forgeChain() {
        var rows = new town.machi.audit.jdbc.ChainRows(owner());
        List<ChainLink> forged = new ArrayList<>();
        new TransactionTemplate(
                        new org.springframework.jdbc.datasource.DataSourceTransactionManager(address.ownerDataSource()))
                .executeWithoutResult(_ -> rows.forEach(was -> {
                    ChainLink before = forged.isEmpty() ? ChainLink.BEFORE_THE_FIRST : forged.getLast();
                    var row = was.row();
                    if (row != null) {
                        forged.add(before.next(row, was.link().sealedAt()));
                    }
                }));
        for (ChainLink link : forged) {
            owner().sql("UPDATE audit.chain SET hash = :hash WHERE position = :position")
                    .param("hash", link.hash())
                    .param("position", link.position())
                    .update();
        }
    }

    Verification.Verdict verdict() {
        return AuditVerify.verify(dataSource, properties.data());
    }

    void assertBroken(String beginning) {
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verification.Verdict.Broken.class,
                        broken -> assertThat(broken.sentence()).startsWith(beginning));
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
