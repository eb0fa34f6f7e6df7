package town.machi.shelter.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.platform.Ids;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Hazard;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Openings.Outcome;
import town.machi.shelter.SafetyCheck;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterClosed;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterOpened;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.ShelterRows;
import town.machi.shelter.vacancy.Board;

/// From what is happening to a shelter with open doors.
@Component
public class Opener {

    private final OpeningRows openings;
    private final ShelterRows shelters;
    private final Calling calling;
    private final Requests requests;
    private final Telling telling;
    private final Making making;

    Opener(
            OpeningRows openings,
            ShelterRows shelters,
            Calling calling,
            Requests requests,
            Telling telling,
            Making making) {
        this.openings = openings;
        this.shelters = shelters;
        this.calling = calling;
        this.requests = requests;
        this.telling = telling;
        this.making = making;
    }

    /// Whom it is told to.
    @Component
    record Telling(AuditTrail audit, ApplicationEventPublisher publisher, Board board) {

        void done(Actor by, String subject, String what) {
            audit.record(AuditEntry.done(by, AuditAction.WRITE, subject, what));
            board.change();
        }
    }

    /// What a new record needs.
    @Component
    record Making(Ids ids, Clock clock) {

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    public Outcome begin(String name, Set<Hazard> hazards, boolean drill, UUID request, Actor by) {
        return requests.once(request, "shelter.begin", () -> {
            if (name.isBlank() || name.strip().length() > 100) {
                return Outcome.refused("shelter.refused.name");
            }
            if (hazards.isEmpty()) {
                return Outcome.refused("shelter.refused.hazards");
            }
            var disaster =
                    new Disaster(new DisasterId(making.ids().next()), name.strip(), hazards, drill, making.now(), null);
            openings.insert(disaster, by);
            telling.done(by, disaster.id().subject(), "begin");
            return new Outcome.Done(disaster.id().value());
        });
    }

    public Outcome prepare(DisasterId disaster, List<ShelterId> chosen, String reason, UUID request, Actor by) {
        return requests.once(request, "shelter.prepare", () -> {
            Disaster current = openings.findDisaster(disaster)
                    .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
            if (current.closedAt() != null) {
                return Outcome.refused("shelter.refused.disaster-over");
            }
            List<Shelter> fitting = chosen.stream()
                    .map(id ->
                            shelters.find(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_SHELTER)))
                    .filter(shelter -> shelter.mayBeCalled(current.hazards()) && shelters.isListed(shelter.id()))
                    .toList();
            return calling.call(fitting, current, reason, by) == 0
                    ? nobody(fitting, current)
                    : new Outcome.Done(disaster.value());
        });
    }

    /// Nobody was called: no chosen one fits, the real thing has them, or they are called already.
    private Outcome nobody(List<Shelter> fitting, Disaster disaster) {
        if (fitting.isEmpty()) {
            return Outcome.refused("shelter.refused.none-fits");
        }
        return Optional.of(disaster)
                .filter(Disaster::drill)
                .flatMap(_ -> calling.findReal(fitting))
                .map(real -> Outcome.refused("shelter.refused.real-on", real.name()))
                .orElseGet(() -> Outcome.refused("shelter.refused.called"));
    }

    public Outcome open(OpeningId id, Set<SafetyCheck> safety, int revision, UUID request, Actor by) {
        return requests.once(request, "shelter.open", () -> {
            Opening opening = get(id);
            if (!opening.isLive() || opening.state() == OpeningState.OPEN) {
                return Outcome.refused("shelter.refused.not-waiting");
            }
            if (safety.size() < SafetyCheck.values().length) {
                return Outcome.refused("shelter.refused.safety");
            }
            Outcome outcome = change(opening, revision, "open", by, now -> now.opened(safety, making.now()));
            if (outcome instanceof Outcome.Done) {
                telling.publisher()
                        .publishEvent(new ShelterOpened(opening.shelter(), id, openings.isDrill(opening.disaster())));
            }
            return outcome;
        });
    }

    public Outcome declareUnusable(
            OpeningId id, String reason, @Nullable ShelterId alternative, int revision, UUID request, Actor by) {
        return requests.once(request, "shelter.unusable", () -> {
            Opening opening = get(id);
            Optional<Refusal> why = unusableRefusal(opening, reason, alternative);
            if (why.isPresent()) {
                return new Outcome.Refused(why.get());
            }
            Outcome outcome = change(
                    opening, revision, "unusable", by, now -> now.unusable(reason.strip(), alternative, making.now()));
            if (outcome instanceof Outcome.Done && opening.state() == OpeningState.OPEN) {
                telling.publisher()
                        .publishEvent(new ShelterClosed(opening.shelter(), id, openings.isDrill(opening.disaster())));
            }
            return outcome;
        });
    }

    private static Optional<Refusal> unusableRefusal(Opening opening, String reason, @Nullable ShelterId alternative) {
        if (!opening.isLive()) {
            return Optional.of(Refusal.of("shelter.refused.closed"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.of("shelter.refused.reason"));
        }
        return opening.shelter().equals(alternative)
                ? Optional.of(Refusal.of("shelter.refused.alternative"))
                : Optional.empty();
    }

    public Outcome forceFull(OpeningId id, boolean full, int revision, UUID request, Actor by) {
        return requests.once(request, "shelter.full", () -> {
            Opening opening = get(id);
            if (opening.state() != OpeningState.OPEN) {
                return Outcome.refused("shelter.refused.not-open");
            }
            return change(opening, revision, full ? "full" : "not-full", by, now -> now.forced(full, making.now()));
        });
    }

    private Outcome change(Opening seen, int revision, String what, Actor by, UnaryOperator<Opening> next) {
        if (seen.revision() != revision || !openings.update(next.apply(seen))) {
            return Outcome.refused("shelter.refused.stale");
        }
        telling.done(by, seen.id().subject(), what);
        return new Outcome.Done(seen.id().value());
    }

    private Opening get(OpeningId id) {
        return openings.find(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_OPENING));
    }
}
