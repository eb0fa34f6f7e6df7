package town.machi.messaging;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.messaging.line.LineAsk;

/// What the office may ask LINE. Nothing of it is kept: by the state's guideline (2021-04-30) the town holds no name
/// of a friend, so a name is asked for when somebody needs it, and forgotten with the page.
@Component
public class LineOffice {

    private final LineAsk ask;

    LineOffice(LineAsk ask) {
        this.ask = ask;
    }

    public boolean hasAccount() {
        return ask.hasAccount();
    }

    /// How many messages the account may still send this month; at most a minute old.
    public Quota quota() {
        return ask.quota();
    }

    /// The name that a friend goes by on LINE. The caller records the reading in the audit.
    public Optional<String> findName(FriendId friend) {
        return ask.findName(friend);
    }
}
