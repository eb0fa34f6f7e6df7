package town.machi.shelter.entrance;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.ShelterId;
import town.machi.shelter.desk.Together;
import town.machi.shelter.jdbc.DeskRows;

/// The desks: how a device becomes one, what its token is worth, and the codes that renew its lease.
@Component
public class Devices {

    /// So many renewal codes a desk gets ahead: a month without a line.
    public static final int CODES_AHEAD = 10;

    private static final int MOST_ASKED_AT_ONCE = 100;

    private final DeskRows rows;
    private final LeaseTerms terms;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;
    private final Together<byte[], Optional<DeskDevice>> asking;

    Devices(DeskRows rows, LeaseTerms terms, AuditTrail audit, Ids ids, Clock clock, RandomGenerator random) {
        this.rows = rows;
        this.terms = terms;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
        this.asking = new Together<>(MOST_ASKED_AT_ONCE, _ -> 1, rows::findByTokens);
    }

    /// A renewal code, and which of the desk's it is.
    public record Renewal(int number, String code) {}

    /// What a device gets when it becomes a desk.
    ///
    /// @param lease how long it may read its list, from now on
    /// @param token what it sends with each request, shown once
    /// @param opens for a device that was this desk before: the code that opens its store; else null
    /// @param renewals the codes it closes its store with
    public record Entered(
            DeskDevice desk,
            Lease lease,
            String token,
            @Nullable Renewal opens,
            List<Renewal> renewals) {}

    /// The device as it asks to be let in.
    ///
    /// @param before the desk that it was; null for a new one
    /// @param next the first renewal code that it has not used; 1 for a new one
    /// @param publicKey with which it will sign, as SubjectPublicKeyInfo
    public record Device(@Nullable UUID before, int next, byte[] publicKey) {}

    /// Makes the device a desk, or lets the desk that it was before in again.
    ///
    /// @param code of a pass, as typed or scanned
    /// @return empty when the code is not good (any more)
    @Transactional
    public Optional<Entered> enter(String code, Device device) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<DeskPass> found = rows.takePass(Codes.hash(code)).filter(pass -> pass.isGood(now));
        if (found.isEmpty() || !isKey(device.publicKey())) {
            return Optional.empty();
        }
        DeskPass pass = found.get();
        rows.markUsed(pass.id(), now);
        Lease lease = terms.lease(pass, now);
        byte[] token = randomBytes();
        Optional<DeskDevice> known = Optional.ofNullable(device.before())
                .flatMap(rows::findDesk)
                .filter(desk -> desk.shelter().equals(pass.shelter()));
        UUID desk = known.map(DeskDevice::id).orElseGet(() -> add(pass, device.publicKey(), token, now));
        Renewal opens = known.map(each -> opening(each, device.next())).orElse(null);
        if (opens != null) {
            rows.enterAgain(desk, pass.id(), Codes.sha256(token), lease.until(), opens.number() + 1);
        }
        audit.record(AuditEntry.done(pass.actor(), AuditAction.SIGN_IN, "shelter.desk:" + desk, "desk"));
        DeskDevice entered = rows.findDesk(desk).orElseThrow();
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return Optional.of(new Entered(entered, lease, written, opens, renewals(entered, entered.renewal())));
    }

    /// The desk with this token. Whether it is revoked, or its card is over, is for the caller to ask.
    public Optional<DeskDevice> find(String token) {
        try {
            return asking.ask(Codes.sha256(Base64.getUrlDecoder().decode(token)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public List<DeskDevice> list(ShelterId shelter) {
        return rows.desks(shelter.value());
    }

    /// The code that the 本部 reads out to this desk: none once its card is over, nor where it would show names that
    /// the town has taken away meanwhile.
    @Transactional
    public Optional<Renewal> readOut(UUID desk, Actor.Staff staff) {
        return rows.findDesk(desk).filter(each -> !each.isRevoked()).map(each -> {
            if (each.isCardOver(clock.instant())) {
                throw new ProblemException(DeskProblem.CARD_OVER);
            }
            if (rows.keepsForgottenNames(desk)) {
                throw new ProblemException(DeskProblem.NAMES_GONE);
            }
            audit.record(AuditEntry.done(staff, AuditAction.READ, "shelter.desk:" + desk, "renewal-code"));
            return new Renewal(each.renewal(), Codes.renewal(each.leaseSecret(), each.renewal()));
        });
    }

    /// A lost tablet: it gets nothing any more, and closes itself when it hears of it.
    @Transactional
    public boolean revoke(UUID desk, Actor.Staff staff) {
        boolean done = rows.revokeDesk(desk, clock.instant());
        if (done) {
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, "shelter.desk:" + desk, "revoke"));
        }
        return done;
    }

    List<Renewal> renewals(DeskDevice desk, int first) {
        List<Renewal> codes = new ArrayList<>();
        for (int number = first; number < first + CODES_AHEAD; number++) {
            codes.add(new Renewal(number, Codes.renewal(desk.leaseSecret(), number)));
        }
        return codes;
    }

    private static Renewal opening(DeskDevice desk, int next) {
        int number = Math.max(desk.renewal(), next);
        return new Renewal(number, Codes.renewal(desk.leaseSecret(), number));
    }

    private UUID add(DeskPass pass, byte[] publicKey, byte[] token, Instant now) {
        DeskDevice fresh = new DeskDevice(
                ids.next(),
                pass.shelter(),
                pass,
                0,
                publicKey,
                randomBytes(),
                1,
                terms.lease(pass, now).until(),
                now,
                null,
                null,
                null);
        rows.addDesk(fresh, Codes.sha256(token));
        return fresh.id();
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static boolean isKey(byte[] publicKey) {
        try {
            KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
