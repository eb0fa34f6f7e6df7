package town.machi.shelter.missing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.shelter.jdbc.SupportedRows;

/// Made-up people who need support, in the demo: `demo/supported.csv` in the town's folder.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class SupportDemo {

    private static final Actor BY = new Actor.SystemJob("shelter.demo");

    private final SupportedRows rows;
    private final SupportList list;
    private final Town town;

    SupportDemo(SupportedRows rows, SupportList list, Town town) {
        this.rows = rows;
        this.list = list;
        this.town = town;
    }

    @EventListener(ApplicationReadyEvent.class)
    void people() throws IOException {
        Path file = town.folder().resolve("demo/supported.csv");
        if (rows.count() == 0 && Files.exists(file)) {
            SupportList.Plan plan = list.take(Files.readString(file), BY);
            if (!plan.isSound()) {
                throw new IllegalStateException(file + ": " + plan.faults());
            }
        }
    }
}
