package town.machi.shelter.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.OpeningRows;

/// Sets shelters to 開設準備中. A shelter is open for one thing at a time; a real call ends the drill that holds it.
@Component
class Calling {

    private final OpeningRows openings;
    private final LogRows log;
    private final Closing closing;
    private final Opener.Telling telling;
    private final Opener.Making making;

    Calling(OpeningRows openings, LogRows log, Closing closing, Opener.Telling telling, Opener.Making making) {
        this.openings = openings;
        this.log = log;
        this.closing = closing;
        this.telling = telling;
        this.making = making;
    }

    /// Calls are made one after the other, and no desk is heard meanwhile: nobody comes into a drill between the
    /// last look at its roster and its end.
    ///
    /// @return how many were called; the others are called already
    long call(List<Shelter> shelters, Disaster disaster, String reason, Actor by) {
        log.lock();
        return shelters.stream()
                .filter(shelter -> call(shelter.id(), disaster, reason, by))
                .count();
    }

    private boolean call(ShelterId shelter, Disaster disaster, String reason, Actor by) {
        if (!disaster.drill()) {
            openings.holdLive(shelter)
                    .filter(live -> openings.isDrill(live.disaster()))
                    .ifPresent(drill -> {
                        closing.breakOff(drill, by);
                        openings.breakOff(drill.id(), disaster.id());
                    });
        }
        var now = making.now();
        var opening = new Opening(
                new OpeningId(making.ids().next()),
                shelter,
                disaster.id(),
                OpeningState.PREPARING,
                reason.strip(),
                Set.of(),
                null,
                false,
                new Opening.Times(now, null, null, now),
                1);
        boolean fresh = openings.insert(opening);
        if (fresh) {
            telling.done(by, opening.id().subject(), "prepare");
        }
        return fresh;
    }

    /// What is really on at one of these shelters.
    Optional<Disaster> findReal(List<Shelter> shelters) {
        return shelters.stream()
                .flatMap(shelter -> openings.holdLive(shelter.id()).stream())
                .flatMap(live -> openings.findDisaster(live.disaster()).stream())
                .filter(disaster -> !disaster.drill())
                .findFirst();
    }
}
