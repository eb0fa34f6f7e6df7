package town.machi.messaging.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.Friend;
import town.machi.messaging.LineMessage;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.messaging.jdbc.MenuRows;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// What the account says by itself, where no topic speaks.
@Component
class CommonWords {

    private final Messages messages;
    private final ObjectProvider<Topic> topics;
    private final Town town;
    private final MenuRows menus;

    CommonWords(Messages messages, ObjectProvider<Topic> topics, Town town, MenuRows menus) {
        this.messages = messages;
        this.topics = topics;
        this.town = town;
        this.menus = menus;
    }

    /// In all languages, because it is not known yet which.
    Spoken greet() {
        String hello = texts(Language.JA).get("messaging.line.hello", town.name()) + "\n\n"
                + texts(Language.EN).get("messaging.line.hello", town.nameEn());
        return Spoken.goOn(WelcomeTopic.ASKING_LANGUAGE, LineMessage.text(hello, WelcomeTopic.languages()));
    }

    List<LineMessage> left(Friend friend) {
        return withMenu(friend, "messaging.line.left");
    }

    List<LineMessage> help(Friend friend) {
        return withMenu(friend, "messaging.line.help");
    }

    List<LineMessage> notUnderstood(Friend friend, Incoming.What what) {
        String key = switch (what) {
            case Incoming.What.Picture _ -> "messaging.line.picture-lost";
            case Incoming.What.Tap _ -> "messaging.line.old-button";
            case Incoming.What.Words _, Incoming.What.Spot _, Incoming.What.Other _ -> "messaging.line.not-understood";
        };
        return withMenu(friend, key);
    }

    private List<LineMessage> withMenu(Friend friend, String key) {
        List<QuickReply> menu = new ArrayList<>();
        topics.orderedStream()
                .sorted(Comparator.comparingInt(Topic::order))
                .flatMap(topic -> topic.menuItems(menus.mode(), friend.language()).stream())
                .limit(LineMessage.MOST_QUICK_REPLIES)
                .forEach(menu::add);
        return List.of(new LineMessage.Text(texts(friend.language()).get(key), menu));
    }

    private Texts texts(Language language) {
        return messages.in(language);
    }
}
