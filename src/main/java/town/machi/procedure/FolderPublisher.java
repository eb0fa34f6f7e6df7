package town.machi.procedure;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.platform.Town;

/// Publishes what stands in the town's folder on this node: a new source becomes a new version, a faulty one changes
/// nothing, and the others go on.
@Component
public class FolderPublisher {

    private final Town town;
    private final Definitions definitions;
    private final Publisher publisher;

    FolderPublisher(Town town, Definitions definitions, Publisher publisher) {
        this.town = town;
        this.definitions = definitions;
        this.publisher = publisher;
    }

    /// What came of one folder.
    ///
    /// @param folder its name, which is the procedure's
    public record Result(String folder, Publication publication) {}

    /// Somebody wants the folder as it is now, also where it goes back to what was there before.
    public List<Result> publishNow(Actor actor) {
        return folders()
                .map(found -> publish(found, actor, Publisher.Known.NEWEST_ONLY))
                .toList();
    }

    /// A node that starts takes up only what was never published: an older folder brings no older version back.
    List<Result> publishAtStart(Actor actor) {
        return folders()
                .filter(found -> !publisher.hasPublished(found.folder(), found.source()))
                .map(found -> publish(found, actor, Publisher.Known.ANY))
                .toList();
    }

    private Stream<ProcedureFolder.Found> folders() {
        return new ProcedureFolder(town.folder()).list().stream();
    }

    private Result publish(ProcedureFolder.Found found, Actor actor, Publisher.Known known) {
        var faults = ProcedureFolder.check(found, definitions.surroundings());
        return new Result(
                found.folder(),
                faults.isEmpty()
                        ? publisher.publish(found.source(), found.folder(), actor, known)
                        : new Publication.Refused(faults));
    }
}
