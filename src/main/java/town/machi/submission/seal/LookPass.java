package town.machi.submission.seal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A signed cookie that lets one look at one submission for a short while: `epochSeconds.signature`.
@Component
public class LookPass {

    private static final String PURPOSE = "look";

    private final TownKey key;
    private final Clock clock;

    LookPass(TownKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    public String issue(UUID submission, Duration life) {
        long until = clock.instant().plus(life).getEpochSecond();
        byte[] signature = key.sign(PURPOSE, content(submission, until));
        return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    public boolean isValid(String pass, UUID submission) {
        int dot = pass.indexOf('.');
        if (dot < 1 || dot > 12 || !pass.substring(0, dot).chars().allMatch(Character::isDigit)) {
            return false;
        }
        long until = Long.parseLong(pass.substring(0, dot));
        if (!clock.instant().isBefore(Instant.ofEpochSecond(until))) {
            return false;
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(pass.substring(dot + 1));
            return key.isSigned(PURPOSE, content(submission, until), signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] content(UUID submission, long until) {
        return (submission + "." + until).getBytes(StandardCharsets.UTF_8);
    }
}
