package town.machi.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Refusal;
import town.machi.kernel.StaffId;

/// Before something that matters, the person at the keyboard types the password once more.
/// Wrong ones count like those of a sign-in.
@Component
class PasswordProof {

    private final StaffRows staff;
    private final Passwords passwords;
    private final TryGuard guard;
    private final Clock clock;

    PasswordProof(StaffRows staff, Passwords passwords, TryGuard guard, Clock clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.guard = guard;
        this.clock = clock;
    }

    /// Empty where the password is right.
    Optional<Refusal> check(StaffId id, String typed) {
        var account = staff.find(id).orElseThrow();
        var locked = guard.begin(account.member().mail());
        if (locked.isPresent()) {
            var minutes = Duration.between(clock.instant(), locked.get())
                    .plusSeconds(59)
                    .toMinutes();
            return Optional.of(Refusal.of("identity.sign-in.resting", minutes));
        }
        if (!passwords.matches(typed, account.password())) {
            return Optional.of(Refusal.of("identity.password.wrong"));
        }
        guard.clear(account.member().mail());
        return Optional.empty();
    }

    String encode(String password) {
        return passwords.encode(password);
    }

    void forgetTries(Account account) {
        guard.clear(account.member().mail());
    }
}
