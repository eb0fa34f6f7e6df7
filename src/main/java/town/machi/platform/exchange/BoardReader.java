package town.machi.platform.exchange;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.platform.ArrivedLetter;
import town.machi.platform.Exchange;
import town.machi.platform.LetterReader;
import town.machi.platform.jdbc.PostedRows;

/// Hangs up outside what was hung up inside.
@Component
class BoardReader implements LetterReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PostedRows rows;
    private final Clock clock;

    BoardReader(PostedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Exchange.BOARD);
    }

    @Override
    public void read(ArrivedLetter letter) {
        var node = JSON.readTree(letter.content());
        rows.put(
                node.required("kind").asString(),
                node.required("name").asString(),
                node.required("content").asString(),
                clock.instant());
    }
}
