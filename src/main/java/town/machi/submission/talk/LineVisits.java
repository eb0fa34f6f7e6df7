package town.machi.submission.talk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.messaging.FriendLinks;
import town.machi.procedure.Channel;
import town.machi.procedure.Definition;

/// In which way whoever visits the town's pages would file. LINE is never said by the browser: only a visit that began
/// with a link out of the talk counts, and the town's own rows know which visits those are.
@Component
public class LineVisits {

    private final FriendLinks links;

    LineVisits(FriendLinks links) {
        this.links = links;
    }

    /// @return empty where the procedure is not taken in this way
    public Optional<Channel> findChannel(HttpServletRequest request, Definition definition) {
        if (definition.channels().contains(Channel.LINE)
                && links.findVisitor(request).isPresent()) {
            return Optional.of(Channel.LINE);
        }
        return Optional.of(Channel.WEB).filter(definition.channels()::contains);
    }
}
