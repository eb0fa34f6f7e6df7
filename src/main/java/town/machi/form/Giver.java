package town.machi.form;

import java.time.Instant;

/// Who gives answers, how and when.
///
/// @param by kind and id of the actor, `staff:…` or `resident:…`
public record Giver(Answer.Source source, String by, Instant at) {

    Answer answer(String value) {
        return new Answer(value, source, by, at);
    }
}
