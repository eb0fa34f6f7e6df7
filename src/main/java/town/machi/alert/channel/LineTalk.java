package town.machi.alert.channel;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertText;
import town.machi.kernel.Language;
import town.machi.messaging.LineMessage;

/// What friends get in the LINE talk: the words and nothing else.
@Component
public class LineTalk {

    LineTalk() {}

    public List<LineMessage> messages(Alert alert, AlertText.Said said, Language language) {
        return List.of(LineMessage.text(said.whole()));
    }
}
