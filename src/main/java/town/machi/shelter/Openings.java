package town.machi.shelter;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Refusal;
import town.machi.shelter.desk.Closing;
import town.machi.shelter.desk.Opener;

/// The front door to what is done with shelters: begin a disaster, call, open, refuse, close. Every act
/// carries a
/// client-made id; the same one again gets the first outcome.
@Component
public class Openings {

    private final Opener opener;
    private final Closing closing;

    Openings(Opener opener, Closing closing) {
        this.opener = opener;
        this.closing = closing;
    }

    /// What came of an act.
    public sealed interface Outcome {

        /// @param id of the disaster or the opening
        record Done(UUID id) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}

        static Outcome refused(String key, Object... args) {
            return new Refused(Refusal.of(key, args));
        }
    }

    /// Notes what is happening.
    public Outcome begin(String name, Set<Hazard> hazards, boolean drill, UUID request, Actor by) {
        return opener.begin(name, hazards, drill, request, by);
    }

    /// Sets shelters to 開設準備中. Those that do not fit the hazard, or are called already, are left out.
    public Outcome prepare(DisasterId disaster, List<ShelterId> shelters, String reason, UUID request, Actor by) {
        return opener.prepare(disaster, shelters, reason, request, by);
    }

    /// On site, with the key in hand: open, when every point of the 安全確認 is ticked.
    public Outcome open(OpeningId opening, Set<SafetyCheck> safety, int revision, UUID request, Actor by) {
        return opener.open(opening, safety, revision, request, by);
    }

    /// On site: it cannot be used.
    ///
    /// @param alternative where to go instead; null: none is known
    public Outcome declareUnusable(
            OpeningId opening, String reason, @Nullable ShelterId alternative, int revision, UUID request, Actor by) {
        return opener.declareUnusable(opening, reason, alternative, revision, request, by);
    }

    /// 満員, whatever the numbers say; or again as the numbers say.
    public Outcome forceFull(OpeningId opening, boolean full, int revision, UUID request, Actor by) {
        return opener.forceFull(opening, full, revision, request, by);
    }

    /// Closes it. Who is inside goes somewhere first: without a destination a shelter with people in it stays
    /// open.
    ///
    /// @param to where those inside go; null: nobody is inside
    /// @param toOpening the other shelter, where they go to one
    public Outcome close(
            OpeningId opening,
            @Nullable Destination to,
            @Nullable OpeningId toOpening,
            int revision,
            UUID request,
            Actor by) {
        return closing.close(opening, to, toOpening, revision, request, by);
    }

    /// Nothing threatens any more; only when no shelter is open for it.
    public Outcome end(DisasterId disaster, UUID request, Actor by) {
        return closing.end(disaster, request, by);
    }
}
