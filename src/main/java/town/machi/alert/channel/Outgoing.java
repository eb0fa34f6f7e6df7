package town.machi.alert.channel;

import java.util.Optional;
import town.machi.alert.Alert;
import town.machi.alert.AlertText;

/// A message that may reach residents. There is no other way to one than [#of], and none from an 内部訓練.
public final class Outgoing {

    private final Alert alert;
    private final AlertText text;

    private Outgoing(Alert alert, AlertText text) {
        this.alert = alert;
        this.text = text;
    }

    /// @return empty for an 内部訓練, and for whatever has not been sent
    public static Optional<Outgoing> of(Alert alert, AlertText text) {
        return alert.world().reachesResidents() && alert.isSent()
                ? Optional.of(new Outgoing(alert, text))
                : Optional.empty();
    }

    public Alert alert() {
        return alert;
    }

    public AlertText text() {
        return text;
    }
}
