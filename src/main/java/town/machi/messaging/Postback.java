package town.machi.messaging;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a tapped button sends back: `topic:action:id`.
///
/// @param topic name of the [Topic] that answers it
/// @param action lower-case letters, digits, hyphens
/// @param id what the button is about: a record's id, a choice; may be empty, never personal data
public record Postback(String topic, String action, String id) {

    private static final int LONGEST = 300;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Postback {
        if (!NAME.matcher(topic).matches() || !NAME.matcher(action).matches()) {
            throw new IllegalArgumentException("Not a topic and an action: " + topic + ":" + action);
        }
        if (topic.length() + action.length() + id.length() + 2 > LONGEST) {
            throw new IllegalArgumentException("A postback holds 300 characters");
        }
    }

    /// @return empty when it is none of ours
    public static Optional<Postback> parse(String data) {
        String[] parts = data.split(":", 3);
        if (data.length() > LONGEST
                || parts.length < 2
                || !NAME.matcher(parts[0]).matches()
                || !NAME.matcher(parts[1]).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Postback(parts[0], parts[1], parts.length == 3 ? parts[2] : ""));
    }

    /// As it travels.
    public String data() {
        return topic + ":" + action + ":" + id;
    }
}
