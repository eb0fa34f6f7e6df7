package town.machi.shelter.entrance;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
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
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Kana;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Jobs;
import town.machi.platform.Settings;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCode.Person;
import town.machi.shelter.jdbc.RegistrationRows;

/// What households chose to leave with the town, so that a desk finds them by kana and year of birth even without
/// their code and without a line. Nobody's stays who took it back, and nobody's whom it may betray comes in.
@Component
public class Registrations {

    private static final Actor JOB = new Actor.SystemJob("shelter.forget-registrations");

    /// As the audit names all of them.
    private static final String ALL = "shelter.registration:-";

    private final RegistrationRows rows;
    private final Settings settings;
    private final AuditTrail audit;
    private final Clock clock;
    private final RandomGenerator random;

    Registrations(
            RegistrationRows rows,
            Settings settings,
            AuditTrail audit,
            Clock clock,
            RandomGenerator random,
            Jobs jobs) {
        this.rows = rows;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        jobs.everyNight("shelter.forget-registrations", this::forgetOld);
    }

    /// @param household as it was first left
    /// @param number by which the household takes it back; shown once, kept as a hash
    public record Left(Household household, ReceiptNumber number) {}

    /// Leaves a household with the town.
    ///
    /// @param request made by the client: the same again gets the same household, and a number that is good
    /// @return empty for those who must not be found: of them the town keeps nothing
    @Transactional
    public Optional<Left> leave(Household household, UUID request, Actor by) {
        if (household.choices().secret()) {
            return Optional.empty();
        }
        ReceiptNumber number = ReceiptNumber.generate(random);
        if (rows.add(household, request, hash(number), clock.instant())) {
            audit.record(AuditEntry.done(by, AuditAction.WRITE, subject(household.id()), "register"));
            return Optional.of(new Left(household, number));
        }
        rows.renumber(request, hash(number));
        return rows.findByRequest(request).map(first -> new Left(first, number));
    }

    /// Takes it back: it is gone here at once, and from each desk when it is next on line.
    ///
    /// @return whether there was one
    @Transactional
    public boolean takeBack(ReceiptNumber number, Actor by) {
        Optional<UUID> gone = rows.deleteByNumber(hash(number));
        gone.ifPresent(
                household -> audit.record(AuditEntry.done(by, AuditAction.WRITE, subject(household), "unregister")));
        return gone.isPresent();
    }

    /// Who of the households left this name, for staff who were asked to take it back; noted as read.
    ///
    /// @param kana a beginning of the reading, or of the name
    @Transactional
    public List<Household> search(String kana, Actor.Staff by) {
        String key = Kana.searchKey(kana);
        List<Household> found = key.isEmpty()
                ? List.of()
                : rows.list().stream()
                        .filter(each -> each.people().stream().anyMatch(person -> begins(person, key)))
                        .toList();
        audit.record(AuditEntry.done(by, AuditAction.READ, ALL, "search:" + found.size()));
        return found;
    }

    private static boolean begins(Person person, String key) {
        return Kana.searchKey(person.kana()).startsWith(key)
                || Kana.searchKey(person.name()).startsWith(key);
    }

    public int count() {
        return rows.count();
    }

    /// Staff take it back for a household that asked for it and does not have the number.
    @Transactional
    public void remove(UUID household, Actor.Staff by) {
        if (rows.delete(List.of(household)) > 0) {
            audit.record(AuditEntry.done(by, AuditAction.WRITE, subject(household), "unregister"));
        }
    }

    /// For how long it is kept without a word; empty: until it is taken back.
    public Optional<Integer> years() {
        return settings.findNumber("shelter.registration-years");
    }

    private void forgetOld() {
        years().ifPresent(years -> {
            Instant then = clock.instant()
                    .atZone(BusinessCalendar.TOKYO)
                    .minus(Period.ofYears(years))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MICROS);
            int gone = rows.deleteOlderThan(then);
            if (gone > 0) {
                audit.record(AuditEntry.done(JOB, AuditAction.WRITE, ALL, "forget:" + gone));
            }
        });
    }

    static String subject(UUID household) {
        return "shelter.registration:" + household;
    }

    private static byte[] hash(ReceiptNumber number) {
        return Codes.hash(number.symbols());
    }
}
