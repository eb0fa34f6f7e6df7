package town.machi.messaging;

import java.util.ArrayList;
import java.util.List;

/// Repeats what it hears, and counts.
final class EchoTopic implements Topic {

    final List<Heard> heard = new ArrayList<>();
    int failures;

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public boolean opens(Conversation conversation) {
        return conversation.heard().equals(new Heard.Text("こだま"));
    }

    @Override
    public Spoken answer(Conversation conversation) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("例");
        }
        heard.add(conversation.heard());
        String said = switch (conversation.heard()) {
            case Heard.Text(String text) -> text;
            case Heard.Tapped(Postback tapped) -> tapped.action() + " " + tapped.id();
            case Heard.Image _ -> "写真";
            case Heard.Located _ -> "場所";
        };
        int count = conversation.isNew() ? 0 : Integer.parseInt(conversation.state());
        return Spoken.goOn(Integer.toString(count + 1), LineMessage.text("こだま:" + said + ":" + count));
    }
}
