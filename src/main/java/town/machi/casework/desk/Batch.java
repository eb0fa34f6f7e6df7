package town.machi.casework.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseId;
import town.machi.casework.Move;
import town.machi.kernel.Actor;

/// The same for many cases at once. Each commits by itself, and the answer says which did and why others not.
@Component
public class Batch {

    /// As many as one page shows, twice.
    public static final int MOST = 100;

    private final Acting acting;
    private final Handing handing;

    Batch(Acting acting, Handing handing) {
        this.acting = acting;
        this.handing = handing;
    }

    /// A case as it stood on the page where it was ticked.
    public record Ticked(CaseId id, int seenRevision) {}

    public record Result(CaseId id, ActOutcome outcome) {}

    /// @param request the client-made id of the whole; each case derives its own from it
    public List<Result> act(List<Ticked> ticked, String act, String reason, UUID request, Actor.Staff staff) {
        List<Result> results = new ArrayList<>();
        for (Ticked each : ticked) {
            Move move = new Move(act, each.seenRevision(), reason, Set.of());
            results.add(new Result(each.id(), acting.act(each.id(), move, derived(request, each.id()), staff)));
        }
        return results;
    }

    /// Takes them all for oneself.
    public List<Result> take(List<Ticked> ticked, UUID request, Actor.Staff staff) {
        List<Result> results = new ArrayList<>();
        for (Ticked each : ticked) {
            UUID own = derived(request, each.id());
            results.add(new Result(each.id(), handing.assign(each.id(), staff.staffId(), own, staff)));
        }
        return results;
    }

    private static UUID derived(UUID request, CaseId id) {
        return UUID.nameUUIDFromBytes((request + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
