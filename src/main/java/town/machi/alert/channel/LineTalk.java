package town.machi.alert.channel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.AlertText;
import town.machi.alert.jdbc.HeadquartersRows;
import town.machi.kernel.Language;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// What friends get in the LINE talk: the words and nothing else, and under a warning or an order the buttons by which
/// they answer. 助けが必要 is offered only while the 本部 is open.
@Component
public class LineTalk {

    private static final String TOPIC = "alert";

    private final HeadquartersRows headquarters;
    private final Messages messages;

    LineTalk(HeadquartersRows headquarters, Messages messages) {
        this.headquarters = headquarters;
        this.messages = messages;
    }

    public List<LineMessage> messages(Alert alert, AlertText.Said said, Language language) {
        List<LineMessage> all = new ArrayList<>();
        all.add(LineMessage.text(said.whole()));
        if (asks(alert)) {
            all.add(buttons(alert, said, messages.in(language)));
        }
        return all;
    }

    /// Of what people may be in danger by, while it is on.
    private static boolean asks(Alert alert) {
        boolean on = alert.act() == AlertAct.ISSUE || alert.act() == AlertAct.CORRECT;
        return on
                && switch (alert.content().kind()) {
                    case EVACUATION, WEATHER, NATIONAL, FIRE, SHELTER -> true;
                    case WORKS, MISSING, NOTICE -> false;
                };
    }

    private LineMessage buttons(Alert alert, AlertText.Said said, Texts texts) {
        List<QuickReply> buttons = new ArrayList<>();
        buttons.add(button(texts, "received", alert));
        buttons.add(button(texts, "safe", alert));
        if (headquarters.findOpen().isPresent() && alert.content().kind() != AlertKind.SHELTER) {
            buttons.add(button(texts, "help", alert));
        }
        buttons.add(button(texts, "damage", alert));
        String ask = texts.get("alert.talk.buttons");
        String words = said.drill().isEmpty() ? ask : said.drill() + " " + ask;
        return new LineMessage.Buttons(words, words, buttons);
    }

    private static QuickReply button(Texts texts, String action, Alert alert) {
        return new QuickReply.Tap(
                texts.get("alert.talk.button." + action),
                new Postback(TOPIC, action, alert.id().toString()));
    }
}
