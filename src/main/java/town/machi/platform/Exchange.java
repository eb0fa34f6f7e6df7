package town.machi.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.jdbc.PostedRows;
import town.machi.platform.jdbc.ReceivedRows;
import town.machi.platform.jdbc.SentRows;

/// The way to the town's other zone: a letter is a row in the caller's transaction, undone with it; once committed it
/// becomes a signed, numbered file in the folder of the exchange, and stays known until it has arrived.
@Component
public class Exchange {

    /// The kind of letter that hangs something up on the other side's board.
    public static final String BOARD = "platform.board";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SentRows rows;
    private final ReceivedRows received;
    private final PostedRows board;
    private final Zone zone;
    private final Clock clock;

    Exchange(SentRows rows, ReceivedRows received, PostedRows board, Zone zone, Clock clock) {
        this.rows = rows;
        this.received = received;
        this.board = board;
        this.zone = zone;
        this.clock = clock;
    }

    /// On which side of the cut this node is.
    public Zone zone() {
        return zone;
    }

    /// Tells the other zone.
    ///
    /// @throws IllegalStateException where the town is whole: there is nobody to tell
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Letter letter) {
        if (!zone.isCut()) {
            throw new IllegalStateException("a whole town writes no letters: " + letter);
        }
        rows.insert(letter, clock.instant());
    }

    /// Hangs up for the other zone what anybody may know; the newest of a name counts, and the same again tells nobody.
    ///
    /// @param kind by which those know it who look it up: `document.verification`
    /// @param content JSON, and nothing personal
    @Transactional
    public void post(String kind, String name, String content) {
        if (board.put(kind, name, content, clock.instant())) {
            var node =
                    JSON.createObjectNode().put("kind", kind).put("name", name).put("content", content);
            send(new Letter(BOARD, "board:" + kind, JSON.writeValueAsString(node)));
        }
    }

    /// What hangs there; empty: nothing was ever hung up under that name.
    public Optional<String> findPosted(String kind, String name) {
        return board.find(kind, name);
    }

    /// What a [BoardNotice] of the other zone says; empty: nothing was heard of it yet.
    public Optional<String> findPosted(String kind) {
        return findPosted(kind, "");
    }

    /// Of what time the last that was heard of the other zone tells; empty: nothing was ever heard.
    public Optional<Instant> lastHeard() {
        return Optional.ofNullable(received.standing().knownUntil());
    }

    /// Whoever it is about is erased here: letters are emptied, those that have not arrived yet as soon as they have.
    @Transactional
    public void forget(String about) {
        rows.forget(about);
    }
}
