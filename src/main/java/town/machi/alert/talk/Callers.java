package town.machi.alert.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertId;
import town.machi.alert.Call;
import town.machi.alert.CallKind;
import town.machi.alert.CallRules;
import town.machi.alert.Damage;
import town.machi.alert.jdbc.ResidentCallRows;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Place;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendLeft;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.platform.Files;
import town.machi.platform.Ids;
import town.machi.platform.Jobs;

/// The residents' side: what they say becomes a matter, or joins the one that it belongs to.
@Component
public class Callers {

    private static final String FRIEND = "friend";
    private static final Duration KEPT = Duration.ofDays(365);

    private final ResidentCallRows rows;
    private final Files files;
    private final Ids ids;
    private final Clock clock;

    Callers(ResidentCallRows rows, Files files, Ids ids, Clock clock, Jobs jobs) {
        this.rows = rows;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
        jobs.everyNight("alert.forget-calls", this::forget);
    }

    void answer(AlertId alert, Conversation conversation, String what) {
        Friend friend = conversation.friend();
        rows.answer(alert, friend.id(), what, friend.district().orElse(""), conversation.at());
    }

    /// The open 助けが必要 of this friend under this message, or a new one.
    Call help(Conversation conversation, Optional<AlertId> alert) {
        Friend friend = conversation.friend();
        return CallRules.findHelp(rows.listOpenOf(friend.id()), friend.id(), alert)
                .orElseGet(() -> open(conversation, CallKind.HELP, Optional.empty(), alert));
    }

    Call open(Conversation conversation, CallKind kind, Optional<Damage> what, Optional<AlertId> alert) {
        Friend friend = conversation.friend();
        Instant now = clock.instant();
        Call call = new Call(
                ids.next(),
                kind,
                what,
                alert,
                Optional.of(friend.id()),
                friend.district().orElse(""),
                Optional.empty(),
                what.map(Damage::section).orElse("general"),
                Call.State.NEW,
                Optional.empty(),
                now,
                now);
        rows.insert(call);
        return call;
    }

    /// The matter that the talk is about, where it is this friend's and still open.
    Optional<Call> find(Conversation conversation, String id) {
        try {
            UUID named = UUID.fromString(id);
            Friend friend = conversation.friend();
            return CallRules.find(rows.listOpenOf(friend.id()), friend.id(), named, clock.instant());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Writes down what was said, once for each event.
    void hear(Call call, Conversation conversation, String words) {
        switch (conversation.heard()) {
            case Heard.Text(String text) -> append(call, conversation, text, Optional.empty(), Optional.empty());
            case Heard.Tapped _ -> append(call, conversation, words, Optional.empty(), Optional.empty());
            case Heard.Image(var file) -> {
                files.claim(file, call.subject());
                append(call, conversation, "", Optional.of(file.value()), Optional.empty());
            }
            case Heard.Located located -> {
                append(call, conversation, located.name().orElse(""), Optional.empty(), Optional.of(located.place()));
                rows.place(call.id(), located.place());
            }
        }
    }

    private void append(
            Call call, Conversation conversation, String words, Optional<UUID> file, Optional<Place> place) {
        rows.append(new Call.Entry(
                ids.next(),
                call.id(),
                conversation.at(),
                FRIEND,
                Graphemes.begin(words, LineMessage.LONGEST_TEXT),
                file,
                place,
                conversation.eventId()));
    }

    /// In the transaction in which the friend is forgotten.
    @EventListener
    void left(FriendLeft event) {
        rows.forget(event.friend());
    }

    private void forget() {
        rows.deleteClosedBefore(clock.instant().minus(KEPT)).forEach(call -> files.deleteOwned("alert.call:" + call));
    }
}
