package town.machi.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import town.machi.platform.Vital.State;
import town.machi.platform.Vital.Unit;

/// The vital signs of all rooms, as they are now. `/vitals` gives them as JSON to whoever holds the key of
/// `metrics-key`.
@Component
@Endpoint(id = "vitals")
public class Vitals {

    private static final Logger log = LoggerFactory.getLogger(Vitals.class);

    private final ObjectProvider<VitalSigns> rooms;

    Vitals(ObjectProvider<VitalSigns> rooms) {
        this.rooms = rooms;
    }

    /// In the order of the floor plan. A room that cannot tell is itself something wrong, and keeps nobody from
    /// telling.
    @ReadOperation
    public List<Vital> read() {
        List<Vital> all = new ArrayList<>();
        rooms.orderedStream().forEach(room -> all.addAll(read(room)));
        return all;
    }

    private static List<Vital> read(VitalSigns room) {
        try {
            return room.read();
        } catch (RuntimeException e) {
            String name = room.getClass().getSimpleName();
            log.warn("{} cannot be read: {}", name, e.toString());
            return List.of(new Vital(
                    "unreadable_" + name.toLowerCase(Locale.ROOT),
                    "読めない値",
                    Double.NaN,
                    Unit.COUNT,
                    State.WRONG,
                    "%s の値が読めません。データベースが動いているか確かめてください。".formatted(name)));
        }
    }
}
