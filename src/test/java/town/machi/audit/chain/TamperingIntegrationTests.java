package town.machi.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("証跡への手出し")
class TamperingIntegrationTests extends TrailUnderTest {

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
}
