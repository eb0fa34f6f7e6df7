package town.machi.shelter.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.kernel.Actor;
import town.machi.platform.Town;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.ShelterRows;

/// A town without any place yet gets those of `shelters.csv` in its folder. After that the register is the
/// town's, and
/// the file is not read again.
@Component
class FirstList {

    private static final Logger log = LoggerFactory.getLogger(FirstList.class);

    private final ShelterRows rows;
    private final LogRows events;
    private final ShelterList list;
    private final Town town;
    private final TransactionOperations transaction;

    FirstList(ShelterRows rows, LogRows events, ShelterList list, Town town, TransactionOperations transaction) {
        this.rows = rows;
        this.events = events;
        this.list = list;
        this.town = town;
        this.transaction = transaction;
    }

    /// Before anything that wants shelters, such as the demo.
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void take() throws IOException {
        Path file = town.folder().resolve("shelters.csv");
        if (!rows.isEmpty() || !Files.exists(file)) {
            return;
        }
        String csv = Files.readString(file);
        transaction.executeWithoutResult(_ -> {
            events.lock();
            if (rows.isEmpty()) {
                list.take(csv, new Actor.SystemJob("shelter.first-list"))
                        .faults()
                        .forEach(fault -> log.error("shelters.csv {}", fault));
            }
        });
    }
}
