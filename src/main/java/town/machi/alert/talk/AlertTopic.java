package town.machi.alert.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertId;
import town.machi.alert.Call;
import town.machi.alert.CallKind;
import town.machi.alert.Damage;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.MenuMode;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.platform.InsideOnly;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// What residents answer, report and ask in the LINE talk. Each matter is a [Call]; the talk's state names the one that
/// is talked about, so that two never mix.
@InsideOnly
@Component
public class AlertTopic implements Topic {

    public static final String NAME = "alert";
    private static final String CALL = "call.";
    private static final String ASK = "ask.";
    private static final String CHOOSE = "choose.";

    private final Callers callers;
    private final AlertHeadquarters headquarters;
    private final Messages messages;
    private final Town town;

    AlertTopic(Callers callers, AlertHeadquarters headquarters, Messages messages, Town town) {
        this.town = town;
        this.callers = callers;
        this.headquarters = headquarters;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<QuickReply> menuItems(MenuMode mode, Language language) {
        Texts texts = messages.in(language);
        List<QuickReply> items = new ArrayList<>();
        if (mode == MenuMode.DISASTER) {
            items.add(new QuickReply.Open(
                    texts.get("alert.talk.menu.now"), town.baseUri().resolve("/alerts?lang=" + language.code())));
        }
        items.add(new QuickReply.Tap(texts.get("alert.talk.menu.damage"), new Postback(NAME, "damage", "")));
        items.add(new QuickReply.Tap(texts.get("alert.talk.menu.ask"), new Postback(NAME, "ask", "")));
        return items;
    }

    /// 「通報」, 「助けて」 and the like; a question needs a tap, so that not every word becomes one.
    @Override
    public boolean opens(Conversation conversation) {
        return conversation.heard() instanceof Heard.Text(String text)
                && word(conversation, text).isPresent();
    }

    private Optional<String> word(Conversation conversation, String text) {
        String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
        Texts texts = texts(conversation);
        for (String action : List.of("help", "damage", "ask")) {
            if (List.of(texts.get("alert.talk.words." + action).split("\\|")).contains(plain)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    @Override
    public Spoken answer(Conversation conversation) {
        return switch (conversation.heard()) {
            case Heard.Tapped(Postback tapped) -> tapped(conversation, tapped);
            case Heard.Text(String text)
            when conversation.isNew() ->
                begin(conversation, word(conversation, text).orElse("ask"), "");
            case Heard.Text _, Heard.Image _, Heard.Located _ -> said(conversation);
        };
    }

    private Spoken tapped(Conversation conversation, Postback tapped) {
        return switch (tapped.action()) {
            case "received" -> answered(conversation, tapped.id(), "RECEIVED", "alert.talk.received");
            case "safe" -> answered(conversation, tapped.id(), "SAFE", "alert.talk.safe");
            case "help", "damage", "ask" -> begin(conversation, tapped.action(), tapped.id());
            case "kind" -> damage(conversation, tapped.id());
            case "reply" -> reply(conversation, tapped.id());
            case "done" -> Spoken.end(text(conversation, "alert.talk.done"));
            default -> Spoken.end(text(conversation, "alert.talk.lost"));
        };
    }

    private Spoken answered(Conversation conversation, String id, String what, String key) {
        AlertId.parse(id).ifPresent(alert -> callers.answer(alert, conversation, what));
        return Spoken.end(text(conversation, key));
    }

    /// @param id of the message under which it was tapped; empty: none
    private Spoken begin(Conversation conversation, String action, String id) {
        Optional<AlertId> alert = AlertId.parse(id);
        return switch (action) {
            case "help" -> help(conversation, alert);
            case "damage" -> Spoken.goOn(CHOOSE + id, chooseDamage(conversation, alert));
            default -> Spoken.goOn(ASK + id, text(conversation, "alert.talk.ask"));
        };
    }

    /// Says 119 first, and honestly whether anybody watches.
    private Spoken help(Conversation conversation, Optional<AlertId> alert) {
        alert.ifPresent(id -> callers.answer(id, conversation, "HELP"));
        Call call = callers.help(conversation, alert);
        callers.hear(call, conversation, CallKind.HELP.label());
        String watching = headquarters.isWatched()
                ? "alert.talk.help.watched"
                : headquarters.isOpen() ? "alert.talk.help.open" : "alert.talk.help.closed";
        Texts texts = texts(conversation);
        String words =
                texts.get("alert.talk.help") + "\n" + texts.get(watching) + "\n\n" + texts.get("alert.talk.help.where");
        return Spoken.goOn(CALL + call.id(), LineMessage.text(words, more(conversation, call, true)));
    }

    private LineMessage chooseDamage(Conversation conversation, Optional<AlertId> alert) {
        Texts texts = texts(conversation);
        List<QuickReply> kinds = new ArrayList<>();
        for (Damage damage : Damage.offered(alert.isPresent())) {
            String id = damage.code() + "." + alert.map(AlertId::toString).orElse("");
            kinds.add(new QuickReply.Tap(
                    texts.get("alert.talk.damage." + damage.code()), new Postback(NAME, "kind", id)));
        }
        return LineMessage.text(texts.get("alert.talk.damage"), kinds.toArray(QuickReply[]::new));
    }

    /// @param id `road.` and the message's id
    private Spoken damage(Conversation conversation, String id) {
        String[] parts = id.split("\\.", 2);
        Optional<Damage> what = Damage.ofCode(parts[0]);
        if (what.isEmpty()) {
            return Spoken.end(text(conversation, "alert.talk.lost"));
        }
        Optional<AlertId> alert = AlertId.parse(parts.length == 2 ? parts[1] : "");
        Call call = callers.open(conversation, CallKind.DAMAGE, what, alert);
        callers.hear(call, conversation, what.get().label());
        return Spoken.goOn(
                CALL + call.id(),
                LineMessage.text(texts(conversation).get("alert.talk.damage.more"), more(conversation, call, true)));
    }

    private Spoken reply(Conversation conversation, String id) {
        return callers.find(conversation, id)
                .map(call -> Spoken.goOn(CALL + call.id(), text(conversation, "alert.talk.reply")))
                .orElseGet(() -> Spoken.end(text(conversation, "alert.talk.over")));
    }

    private Spoken said(Conversation conversation) {
        String state = conversation.state();
        if (state.startsWith(CALL)) {
            Optional<Call> call = callers.find(conversation, state.substring(CALL.length()));
            if (call.isPresent()) {
                callers.hear(call.get(), conversation, "");
                return Spoken.goOn(
                        state,
                        LineMessage.text(
                                texts(conversation).get("alert.talk.heard"), more(conversation, call.get(), false)));
            }
        }
        if (state.startsWith(CHOOSE)) {
            return Spoken.goOn(state, chooseDamage(conversation, AlertId.parse(state.substring(CHOOSE.length()))));
        }
        return asked(conversation, state.startsWith(ASK) ? state.substring(ASK.length()) : "");
    }

    private Spoken asked(Conversation conversation, String alert) {
        Call call = callers.open(conversation, CallKind.QUESTION, Optional.empty(), AlertId.parse(alert));
        callers.hear(call, conversation, "");
        return Spoken.goOn(
                CALL + call.id(),
                LineMessage.text(texts(conversation).get("alert.talk.asked"), more(conversation, call, false)));
    }

    /// What may follow: a place, a photo, the end.
    private QuickReply[] more(Conversation conversation, Call call, boolean camera) {
        Texts texts = texts(conversation);
        List<QuickReply> more = new ArrayList<>();
        more.add(new QuickReply.WherePlace(texts.get("alert.talk.place")));
        more.add(new QuickReply.Photo(texts.get("alert.talk.photo"), camera));
        more.add(new QuickReply.Tap(
                texts.get("alert.talk.finish"),
                new Postback(NAME, "done", call.id().toString())));
        return more.toArray(QuickReply[]::new);
    }

    private LineMessage text(Conversation conversation, String key) {
        return LineMessage.text(messages.in(conversation.friend().language()).get(key));
    }

    private Texts texts(Conversation conversation) {
        return messages.in(conversation.friend().language());
    }
}
