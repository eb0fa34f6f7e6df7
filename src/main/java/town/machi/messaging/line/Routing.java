package town.machi.messaging.line;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import town.machi.messaging.Conversation;
import town.machi.messaging.Heard;
import town.machi.messaging.Topic;

/// Who answers what was heard. No Spring, no SQL: read this first.
final class Routing {

    private static final Set<String> LEAVING =
            Set.of("やめる", "やめます", "やめて", "中止", "キャンセル", "stop", "quit", "cancel", "exit");

    /// Where something heard goes.
    sealed interface Way {

        /// Out of whatever was being talked about.
        record Out() implements Way {}

        /// To this topic.
        ///
        /// @param goesOn whether it finds the state that it left
        record To(Topic topic, boolean goesOn) implements Way {}

        /// To nobody: the friend is told what can be said.
        record Nowhere() implements Way {}
    }

    private final List<Topic> topics;

    Routing(List<Topic> topics) {
        this.topics = topics.stream()
                .sorted(Comparator.comparingInt(Topic::order).thenComparing(Topic::name))
                .toList();
    }

    /// @param current the topic that goes on; empty: none
    Way way(Conversation conversation, String current) {
        return switch (conversation.heard()) {
            case Heard.Text(String text) when isLeaving(text) -> new Way.Out();
            case Heard.Tapped(var postback) ->
                find(postback.topic())
                        .<Way>map(topic -> new Way.To(topic, topic.name().equals(current)))
                        .orElse(new Way.Nowhere());
            default ->
                find(current)
                        .<Way>map(topic -> new Way.To(topic, true))
                        .or(() -> opened(conversation))
                        .orElse(new Way.Nowhere());
        };
    }

    List<Topic> topics() {
        return topics;
    }

    private Optional<Way> opened(Conversation conversation) {
        return topics.stream()
                .filter(topic -> topic.opens(conversation))
                .findFirst()
                .map(topic -> new Way.To(topic, false));
    }

    private Optional<Topic> find(String name) {
        return topics.stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /// Full-width or half, capital or small, with or without a full stop.
    static boolean isLeaving(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[。.!]+$", "");
        return LEAVING.contains(plain);
    }
}
