package town.machi.submission.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.kernel.Passcode;
import town.machi.kernel.ReceiptNumber;
import town.machi.submission.jdbc.DraftRows;
import town.machi.submission.jdbc.PasscodeRows;
import town.machi.submission.jdbc.SubmissionRows;
import town.machi.submission.seal.TownKey;

/// Number and passcode, which open what was filed, or a draft that is not sent yet. Five wrong passcodes lock the
/// number for a while. A number that nobody has behaves the same and takes the same work.
@Component
public class PasscodeDoor {

    /// Wrong passcodes that lock a number.
    static final int ALLOWED = 5;

    /// Stands in for a number that nobody has, so that the same is computed.
    private static final UUID NOBODY = new UUID(0, 0);

    private final SubmissionRows submissions;
    private final DraftRows drafts;
    private final PasscodeRows tries;
    private final Keys keys;
    private final Policies policies;

    PasscodeDoor(SubmissionRows submissions, DraftRows drafts, PasscodeRows tries, Keys keys, Policies policies) {
        this.submissions = submissions;
        this.drafts = drafts;
        this.tries = tries;
        this.keys = keys;
        this.policies = policies;
    }

    @Component
    record Keys(TownKey key, Drafts.Making making) {}

    /// What the door says.
    public sealed interface Answer {
        record Submission(UUID id) implements Answer {}

        record UnsentDraft(UUID id) implements Answer {}

        record Wrong() implements Answer {}

        record Locked() implements Answer {}
    }

    @Transactional
    public Answer knock(ReceiptNumber number, Passcode passcode) {
        tries.queue(number.symbols());
        Instant now = keys.making().now();
        Optional<UUID> submission = submissions.findIdByNumber(number);
        Optional<UUID> draft = drafts.findByNumber(number)
                .filter(found -> !found.isSent() && found.times().expiresAt().isAfter(now))
                .map(Draft::id);
        UUID id = submission.or(() -> draft).orElse(NOBODY);
        boolean right = same(keys.key().passcode(id), passcode) && !id.equals(NOBODY);
        if (tries.isLocked(number.symbols(), now)) {
            return new Answer.Locked();
        }
        if (!right) {
            tries.count(number.symbols(), now, ALLOWED, now.plus(policies.lock()));
            return tries.isLocked(number.symbols(), now) ? new Answer.Locked() : new Answer.Wrong();
        }
        tries.forget(number.symbols());
        return submission.isPresent() ? new Answer.Submission(id) : new Answer.UnsentDraft(id);
    }

    private static boolean same(Passcode right, Passcode given) {
        return MessageDigest.isEqual(
                right.value().getBytes(StandardCharsets.UTF_8), given.value().getBytes(StandardCharsets.UTF_8));
    }
}
