package town.machi.alert.desk;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.messaging.Broadcasts;
import town.machi.messaging.LineOffice;
import town.machi.messaging.Quota;

/// How far a message would go on LINE, before it is sent.
@Component
public class Reach {

    private final Broadcasts broadcasts;
    private final LineOffice line;
    private final Composer composer;

    Reach(Broadcasts broadcasts, LineOffice line, Composer composer) {
        this.broadcasts = broadcasts;
        this.line = line;
        this.composer = composer;
    }

    /// That the month's messages do not last for it; empty: they do, or nobody knows.
    public Optional<String> findShortage(Alert alert) {
        if (!alert.world().reachesResidents() || alert.isSent()) {
            return Optional.empty();
        }
        int heads = broadcasts.countReach(composer.segment(alert));
        return line.quota() instanceof Quota.Limited limited && limited.isTooSmallFor(heads)
                ? Optional.of("LINEの今月の残りは %,d通で、この知らせには %,d通が要ります。残りを超えた人には届きません。".formatted(limited.left(), heads))
                : Optional.empty();
    }
}
