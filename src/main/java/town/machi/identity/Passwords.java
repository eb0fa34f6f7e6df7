package town.machi.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// Compares and keeps passwords with bcrypt. Whether there is an account or not, it works as long.
@Component
public class Passwords {

    /// About a tenth of a second on the town's machine.
    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final String nobodys = encode("nobody has this password");

    public final String encode(String password) {
        return encoder.encode(PasswordRules.canonical(password));
    }

    /// @param encoded null where there is no account or no password: false, after the same work
    public boolean matches(String typed, @Nullable String encoded) {
        var canonical = PasswordRules.canonical(typed);
        var bytes = canonical.getBytes(StandardCharsets.UTF_8).length;
        var comparable = bytes <= PasswordRules.LONGEST_BYTES ? canonical : "";
        var same = encoder.matches(comparable, encoded == null ? nobodys : encoded);
        return same && encoded != null && !comparable.isEmpty();
    }
}
