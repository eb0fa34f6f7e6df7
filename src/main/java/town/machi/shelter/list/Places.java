package town.machi.shelter.list;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Once;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.shelter.vacancy.Board;

/// Changes of single places.
@Component
public class Places {

    private final ShelterRows rows;
    private final Once once;
    private final AuditTrail audit;
    private final Board board;
    private final Clock clock;

    Places(ShelterRows rows, Once once, AuditTrail audit, Board board, Clock clock) {
        this.rows = rows;
        this.once = once;
        this.audit = audit;
        this.board = board;
        this.clock = clock;
    }

    /// A 自主・臨時避難所 of which nothing is known yet.
    public static Shelter unknown(ShelterId id) {
        return new Shelter(
                id,
                new Shelter.NationalIds(null, null),
                "",
                new Shelter.Where("", "", null),
                ShelterKind.VOLUNTARY,
                Set.of(),
                null,
                false,
                new Shelter.House("", List.of(), null, "", "", "", ""));
    }

    private static ProblemException unknownPlace() {
        return new ProblemException(ShelterProblem.NO_SUCH_SHELTER);
    }

    /// When a place was changed last: whoever changes it tells what they saw.
    public Instant changedAt(ShelterId id) {
        return rows.findChangedAt(id).orElseThrow(Places::unknownPlace);
    }

    /// Whether it is among those that are opened first.
    @Transactional
    public void mark(ShelterId id, boolean main, Actor by) {
        if (rows.lock(id).isEmpty()) {
            throw unknownPlace();
        }
        Shelter shelter = rows.find(id).orElseThrow(Places::unknownPlace);
        write(
                new Shelter(
                        id,
                        shelter.ids(),
                        shelter.name(),
                        shelter.where(),
                        shelter.kind(),
                        shelter.hazards(),
                        shelter.capacity(),
                        main,
                        shelter.house()),
                main ? "main" : "not-main",
                by);
    }

    /// What came of a change.
    public enum Changed {
        DONE,
        /// It was as it should be.
        NOTHING,
        /// Somebody else changed it since it was seen; nothing is written.
        STALE
    }

    /// Writes a place as it shall be.
    ///
    /// @param seen the [#changedAt] of what was looked at
    @Transactional
    public Changed change(Shelter shelter, Instant seen, Actor by) {
        Instant now = rows.lock(shelter.id()).orElseThrow(Places::unknownPlace);
        Shelter before = rows.find(shelter.id()).orElseThrow(Places::unknownPlace);
        List<PlaceChange> changes = PlaceChange.between(before, shelter);
        if (changes.isEmpty()) {
            return Changed.NOTHING;
        }
        if (!now.equals(seen)) {
            return Changed.STALE;
        }
        write(shelter, changes.stream().map(PlaceChange::field).collect(Collectors.joining(",", "change:", "")), by);
        return Changed.DONE;
    }

    private void write(Shelter shelter, String what, Actor by) {
        rows.update(shelter, clock.instant());
        told(shelter.id(), what, by);
    }

    public boolean isListed(ShelterId id) {
        return rows.isListed(id);
    }

    /// Takes a place off the list. What was recorded there stays, and it can come back.
    ///
    /// @return false where it is open or being opened
    @Transactional
    public boolean takeOff(ShelterId id, Actor by) {
        boolean taken = rows.retire(id, clock.instant());
        if (taken) {
            told(id, "off-list", by);
        }
        return taken || !rows.isListed(id);
    }

    @Transactional
    public void putBack(ShelterId id, Actor by) {
        if (rows.restore(id, clock.instant())) {
            told(id, "on-list", by);
        }
    }

    private void told(ShelterId id, String what, Actor by) {
        audit.record(AuditEntry.done(by, AuditAction.WRITE, id.subject(), what));
        board.change();
    }

    /// A place that the people, or the town, opened on the spot.
    ///
    /// @param shelter its id is the request's: the same one again adds nothing
    /// @return what stands there now; with a request that was used before, what was added then
    public Shelter add(Shelter shelter, Actor by) {
        UUID id = once.run(shelter.id().value(), "shelter.place", UUID.class, () -> {
            rows.insert(shelter, clock.instant());
            told(shelter.id(), "add", by);
            return shelter.id().value();
        });
        return rows.find(new ShelterId(id)).orElseThrow(Places::unknownPlace);
    }

    /// Whether another place has this name already.
    public boolean isNamed(String name, ShelterId other) {
        return rows.list().stream()
                .anyMatch(each -> !each.id().equals(other) && Likeness.haveOneName(each.name(), name));
    }

    /// Whether another place goes by this 全国共通ID.
    public boolean isKnownAs(String nationalId, ShelterId other) {
        return rows.findByNationalId(nationalId)
                .filter(each -> !each.id().equals(other))
                .isPresent();
    }
}
