package town.machi.procedure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;

/// Reads the town's folder when the program starts, before it answers anybody: a new source becomes a new version. A
/// broken folder is told in the log and changes nothing.
@Component
class PublishAtStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PublishAtStart.class);
    private static final Actor ACTOR = new Actor.SystemJob("procedure-folder");

    private final FolderPublisher folder;
    private volatile boolean running;

    PublishAtStart(FolderPublisher folder) {
        this.folder = folder;
    }

    @Override
    public void start() {
        running = true;
        folder.publishAtStart(ACTOR).forEach(PublishAtStart::tell);
    }

    private static void tell(FolderPublisher.Result result) {
        switch (result.publication()) {
            case Publication.Done done ->
                log.info(
                        "Published {} as version {}",
                        result.folder(),
                        done.published().version());
            case Publication.Unchanged _ -> log.debug("{} is as it was", result.folder());
            case Publication.Refused refused ->
                refused.faults()
                        .forEach(fault -> log.error(
                                "Not published: procedures/{}/{}:{}:{} {}",
                                result.folder(),
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
