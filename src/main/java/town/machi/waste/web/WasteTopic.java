package town.machi.waste.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.MenuMode;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.waste.Collections;

/// 「ごみの日」 in the talk, for the district that the friend has named.
@Component
class WasteTopic implements Topic {

    private final Collections collections;
    private final Messages messages;
    private final Town town;

    WasteTopic(Collections collections, Messages messages, Town town) {
        this.collections = collections;
        this.messages = messages;
        this.town = town;
    }

    @Override
    public String name() {
        return "waste";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<QuickReply> menuItems(MenuMode mode, Language language) {
        return mode == MenuMode.NORMAL
                ? List.of(new QuickReply.Tap(
                        messages.in(language).get("waste.line.menu"), new Postback(name(), "days", "")))
                : List.of();
    }

    @Override
    public boolean opens(Conversation conversation) {
        Texts texts = messages.in(conversation.friend().language());
        return conversation.heard() instanceof Heard.Text(String text)
                && Arrays.stream(texts.get("waste.line.words").split(","))
                        .anyMatch(word -> Kana.searchKey(text).contains(Kana.searchKey(word)));
    }

    @Override
    public Spoken answer(Conversation conversation) {
        Friend friend = conversation.friend();
        Texts texts = messages.in(friend.language());
        if (friend.district().isEmpty()) {
            return Spoken.end(LineMessage.text(
                    texts.get("waste.line.no-district"),
                    new QuickReply.Tap(texts.get("waste.line.say-district"), new Postback("friend", "ask", ""))));
        }
        List<Collections.Next> next = collections.listNext(friend.district().get());
        if (next.isEmpty()) {
            return Spoken.end(LineMessage.text(texts.get("waste.line.not-set", town.telephone())));
        }
        List<String> lines = new ArrayList<>(List.of(texts.get("waste.line.head")));
        next.forEach(each -> lines.add(texts.get("waste.kind." + each.kind().code()) + "："
                + String.join("、", each.days().stream().map(texts.days()::day).toList())));
        return Spoken.end(LineMessage.text(String.join("\n", lines)));
    }
}
