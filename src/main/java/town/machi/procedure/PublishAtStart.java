package town.machi.procedure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.platform.Town;

/// Reads the town's folder when the program starts, before it answers anybody: a new source becomes a new version. A
/// broken folder is told in the log and changes nothing.
@Component
class PublishAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PublishAtStart.class);
    private static final Actor ACTOR = new Actor.SystemJob("procedure-folder");

    private final Town town;
    private final Definitions definitions;
    private final Publisher publisher;
    private volatile boolean running;

    PublishAtStart(Town town, Definitions definitions, Publisher publisher) {
        this.town = town;
        this.definitions = definitions;
        this.publisher = publisher;
    }

    @Override
    public void start() {
        running = true;
        new ProcedureFolder(town.folder()).list().forEach(this::publish);
    }

    private void publish(ProcedureFolder.Found found) {
        if (publisher.hasPublished(found.folder(), found.source())) {
            log.debug("{} is as it was", found.folder());
            return;
        }
        var faults = ProcedureFolder.check(found, definitions.surroundings());
        Publication publication = faults.isEmpty()
                ? publisher.publish(found.source(), found.folder(), ACTOR, Publisher.Known.ANY)
                : new Publication.Refused(faults);
        switch (publication) {
            case Publication.Done done ->
                log.info(
                        "Published {} as version {}",
                        found.folder(),
                        done.published().version());
            case Publication.Unchanged unchanged -> log.debug("{} is as it was", found.folder());
            case Publication.Refused refused ->
                refused.faults()
                        .forEach(fault -> log.error(
                                "Not published: procedures/{}/{}:{}:{} {}",
                                found.folder(),
                                fault.file(),
                                fault.line(),
                                fault.column(),
                                fault.sentence()));
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Early: before the web server, which comes last.
    @Override
    public int getPhase() {
        return 0;
    }
}
