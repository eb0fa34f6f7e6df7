package town.machi.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.identity.jdbc.FactorRows;
import town.machi.identity.jdbc.SeatRows;
import town.machi.identity.jdbc.StaffRows;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// Staff of the demo, whose password and second factor everybody may know. This door is there with
/// `MACHI_DEMO=true` only; without it, they are suspended ([DemoAtRest]).
@Component
@ConditionalOnBooleanProperty("machi.demo")
public class DemoStaff {

    private final StaffRows staff;
    private final FactorRows factors;
    private final Passwords passwords;
    private final SeatRows seats;
    private final Clock clock;

    DemoStaff(StaffRows staff, FactorRows factors, Passwords passwords, SeatRows seats, Clock clock) {
        this.staff = staff;
        this.factors = factors;
        this.passwords = passwords;
        this.seats = seats;
        this.clock = clock;
    }

    /// Adds somebody who can sign in at once; nothing happens where the id or the mail address is taken.
    ///
    /// @param password not held to the rules for passwords
    /// @param totpSecret Base32
    /// @return whether somebody was added
    @Transactional
    public boolean add(StaffMember member, String password, String totpSecret) {
        if (!staff.insert(member, StaffState.ACTIVE)) {
            return false;
        }
        staff.markDemo(member.id());
        factors.changePassword(member.id(), passwords.encode(password));
        factors.changeTotp(member.id(), new Totp(totpSecret), 0);
        return true;
    }

    /// Gives somebody of the demo a seat, for good.
    public void sit(StaffId id, Seat seat) {
        UUID holding = UUID.nameUUIDFromBytes((id + "/" + seat).getBytes(StandardCharsets.UTF_8));
        seats.sit(holding, new Holding(seat, id, LocalDate.of(2026, 4, 1), Optional.empty()));
    }

    /// The six digits that the person's app would show now; the next ones where these were used already. Empty while
    /// the town is being made and the person is not there yet.
    public Optional<String> currentCode(StaffId id) {
        return staff.find(id).map(account -> {
            var totp = Objects.requireNonNull(account.totp(), "demo staff have an app");
            return totp.codeAt(Math.max(Totp.stepAt(clock.instant()), account.totpStep() + 1));
        });
    }
}
