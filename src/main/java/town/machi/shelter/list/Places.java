package town.machi.shelter.list;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.Place;
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

    /// Whether it is among those that are opened first.
    @Transactional
    public void mark(ShelterId id, boolean main, Actor by) {
        Shelter shelter = rows.find(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_SHELTER));
        rows.update(
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
                clock.instant());
        audit.record(AuditEntry.done(by, AuditAction.WRITE, id.subject(), main ? "main" : "not-main"));
        board.change();
    }

    /// A place that the people, or the town, opened on the spot.
    ///
    /// @param request its id from then on: the same one again adds nothing
    public ShelterId add(
            String name, String address, @Nullable Place place, @Nullable Integer capacity, UUID request, Actor by) {
        UUID id = once.run(request, "shelter.place", UUID.class, () -> {
            var shelter = new Shelter(
                    new ShelterId(request),
                    new Shelter.NationalIds(null, null),
                    name,
                    new Shelter.Where("", address, place),
                    ShelterKind.VOLUNTARY,
                    Set.of(),
                    capacity,
                    false,
                    new Shelter.House("", List.of(), null, "", "", "", ""));
            rows.insert(shelter, clock.instant());
            audit.record(AuditEntry.done(by, AuditAction.WRITE, shelter.id().subject(), "add"));
            board.change();
            return request;
        });
        return new ShelterId(id);
    }
}
