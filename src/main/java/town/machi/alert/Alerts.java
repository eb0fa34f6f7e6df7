package town.machi.alert;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.desk.CurrentAlerts;

/// The front door: what the town has announced and still holds. Answers from memory.
@Component
public class Alerts {

    private final CurrentAlerts current;

    Alerts(CurrentAlerts current) {
        this.current = current;
    }

    /// What is on now, the highest level first; exercises with residents last.
    public List<Chains.Chain> listOn() {
        return current.listOn();
    }

    /// The mayor's orders in force in the real world.
    public OrdersInForce orders() {
        return current.orders();
    }
}
