package town.machi.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;

/// The same news to many: one text for each language.
///
/// @param about the record it tells of: `alert:<uuid>`
/// @param onceKey made by the caller: with the same key only the first is sent
/// @param content for each language; where one is missing, its friends get the Japanese, which must be there
/// @param silent whether the telephones stay still
public record Bulk(String about, UUID onceKey, Segment segment, Map<Language, Content> content, boolean silent) {

    /// What is said in one language.
    ///
    /// @param line one to five messages
    /// @param mail to those who take the town's news by mail; null: not by mail
    public record Content(List<LineMessage> line, @Nullable Letter mail) {

        public Content {
            line = List.copyOf(line);
            if (line.isEmpty() || line.size() > Push.MOST_MESSAGES) {
                throw new IllegalArgumentException("One to five messages in a call");
            }
        }
    }

    /// @param subject one line
    public record Letter(String subject, String body) {

        public Letter {
            Mail.checkText(subject, body);
        }
    }

    public Bulk {
        content = Map.copyOf(content);
        if (!content.containsKey(Language.JA)) {
            throw new IllegalArgumentException("The Japanese text is missing");
        }
    }

    Content in(Language language) {
        Content own = content.get(language);
        return own == null ? java.util.Objects.requireNonNull(content.get(Language.JA)) : own;
    }
}
