package town.machi.identity;

import java.time.Duration;
import java.util.Arrays;

/// What a one-time link is for, and how long it lives.
public enum LinkPurpose {
    /// Makes the first administrator.
    SETUP("setup", Duration.ofHours(24)),
    /// Lets somebody who was invited choose a password and a second factor.
    INVITATION("invitation", Duration.ofDays(7)),
    /// Lets somebody set up a new second factor, who still knows the password.
    NEW_FACTOR("new-factor", Duration.ofHours(24)),
    /// Lets somebody set both anew.
    NEW_BOTH("new-both", Duration.ofHours(24));

    private final String code;
    private final Duration life;

    LinkPurpose(String code, Duration life) {
        this.code = code;
        this.life = life;
    }

    public String code() {
        return code;
    }

    public Duration life() {
        return life;
    }

    /// Whether a new password is chosen behind the link; else the old one is asked for.
    public boolean choosesPassword() {
        return this != NEW_FACTOR;
    }

    public static LinkPurpose ofCode(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
