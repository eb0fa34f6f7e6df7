package town.machi.shelter.entrance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.DeskRows;

/// Gives and takes back the ways to become a desk.
@Component
public class Passes {

    private static final Duration FOR_THIS_DEVICE = Duration.ofMinutes(10);

    private final DeskRows rows;
    private final LeaseTerms terms;
    private final AuditTrail audit;
    private final Clock clock;
    private final RandomGenerator random;

    Passes(DeskRows rows, LeaseTerms terms, AuditTrail audit, Clock clock, RandomGenerator random) {
        this.rows = rows;
        this.terms = terms;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /// @param code shown once, never kept
    public record Given(DeskPass pass, String code) {}

    /// For the device in front of the member of staff.
    ///
    /// @param request made by the client; becomes the pass's id
    /// @return empty when the request was answered before: a code is shown once
    @Transactional
    public Optional<Given> giveForThisDevice(ShelterId shelter, UUID request, Actor.Staff staff) {
        return give(shelter, request, staff, DeskPass.Kind.STAFF, FOR_THIS_DEVICE);
    }

    /// A card for a helper: this shelter, the desk and nothing else, for a day.
    ///
    /// @param request made by the client; becomes the card's id
    /// @return empty when the request was answered before: a code is shown once
    @Transactional
    public Optional<Given> giveCard(ShelterId shelter, UUID request, Actor.Staff staff) {
        return give(shelter, request, staff, DeskPass.Kind.CARD, terms.card());
    }

    /// The card is good no more, and neither is any desk that came in with it.
    ///
    /// @return the shelter of the card; empty when there is no such card, or it was taken back before
    @Transactional
    public Optional<UUID> revoke(UUID pass, Actor.Staff staff) {
        if (!rows.revokePass(pass, clock.instant())) {
            return Optional.empty();
        }
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, "shelter.card:" + pass, "revoke"));
        return rows.findPass(pass).map(DeskPass::shelter);
    }

    /// The cards of the last days, the newest first.
    public List<DeskPass> cards(ShelterId shelter) {
        return rows.cards(shelter.value(), clock.instant().minus(Duration.ofDays(3)));
    }

    private Optional<Given> give(
            ShelterId shelter, UUID request, Actor.Staff staff, DeskPass.Kind kind, Duration good) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String code = Codes.pass(random);
        DeskPass pass =
                new DeskPass(request, 0, shelter.value(), kind, staff.staffId(), now, now.plus(good), null, null);
        if (!rows.addPass(pass, Codes.hash(code))) {
            return Optional.empty();
        }
        String what = kind == DeskPass.Kind.CARD ? "give-card" : "give-desk";
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, "shelter.card:" + request, what));
        return rows.findPass(request).map(given -> new Given(given, code));
    }
}
