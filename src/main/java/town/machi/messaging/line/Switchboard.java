package town.machi.messaging.line;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendAnswered;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.Postback;
import town.machi.messaging.Spoken;
import town.machi.messaging.jdbc.TalkRows;
import town.machi.platform.FileId;

/// Does one event, in the caller's transaction: finds the friend, locks the talk, lets the topic answer, and lays the
/// answer in the outbox with the event's id as its key.
@Component
class Switchboard {

    private final FriendBook friends;
    private final TalkRows talks;
    private final Answers answers;
    private final Routing routing;
    private final CommonWords words;
    private final ApplicationEventPublisher events;

    Switchboard(
            FriendBook friends,
            TalkRows talks,
            Answers answers,
            Routing routing,
            CommonWords words,
            ApplicationEventPublisher events) {
        this.friends = friends;
        this.talks = talks;
        this.answers = answers;
        this.routing = routing;
        this.words = words;
        this.events = events;
    }

    /// @param picture what was fetched for a picture; null: nothing could be
    /// @return what came of it, for the row; `ignored:` first where nothing was done
    String handle(UUID event, Incoming incoming, @Nullable FileId picture) {
        return switch (incoming) {
            case Incoming.Followed followed -> greet(event, followed);
            case Incoming.Left left -> friends.forget(left) ? "left" : "ignored:older";
            case Incoming.Said said -> hear(event, said, picture);
            case Incoming.Nothing(String why) -> "ignored:" + why;
        };
    }

    private String greet(UUID event, Incoming.Followed followed) {
        Optional<Friend> friend = friends.meet(followed.user(), followed.at());
        if (friend.isEmpty()) {
            return "ignored:older";
        }
        talks.lock(friend.get().id());
        Spoken greeting = words.greet();
        talks.put(friend.get().id(), new TalkRows.Talk(WelcomeTopic.NAME, greeting.state()));
        answers.lay(friend.get(), event, greeting.messages(), followed.replyToken(), followed.at());
        return "followed";
    }

    private String hear(UUID event, Incoming.Said said, @Nullable FileId picture) {
        Optional<Friend> friend = friends.meet(said.user(), said.at());
        if (friend.isEmpty()) {
            return "ignored:older";
        }
        TalkRows.Talk talk = talks.lock(friend.get().id());
        Optional<Heard> heard = heard(said.what(), picture);
        if (heard.isEmpty()) {
            lay(friend.get(), event, said, words.notUnderstood(friend.get(), said.what()));
            return "not-understood";
        }
        var conversation = new Conversation(friend.get(), talk.state(), event, said.at(), heard.get());
        if (heard.get() instanceof Heard.Tapped(var postback)) {
            events.publishEvent(new FriendAnswered(event, friend.get().id(), postback, said.at()));
        }
        return switch (routing.way(conversation, talk.topic())) {
            case Routing.Way.Out _ -> {
                talks.put(friend.get().id(), new TalkRows.Talk("", ""));
                lay(friend.get(), event, said, words.left(friend.get()));
                yield "out";
            }
            case Routing.Way.Nowhere _ -> {
                lay(friend.get(), event, said, words.help(friend.get()));
                yield "help";
            }
            case Routing.Way.To to -> answer(conversation, to, said);
        };
    }

    private String answer(Conversation conversation, Routing.Way.To to, Incoming.Said said) {
        Friend friend = conversation.friend();
        String state = to.goesOn() ? conversation.state() : "";
        Spoken spoken = to.topic()
                .answer(new Conversation(
                        friend, state, conversation.eventId(), conversation.at(), conversation.heard()));
        String next = spoken.state();
        talks.put(
                friend.id(), new TalkRows.Talk(next.isEmpty() ? "" : to.topic().name(), next));
        lay(friend, conversation.eventId(), said, spoken.messages());
        return to.topic().name();
    }

    private void lay(Friend friend, UUID event, Incoming.Said said, List<LineMessage> messages) {
        answers.lay(friend, event, messages, said.replyToken(), said.at());
    }

    private static Optional<Heard> heard(Incoming.What what, @Nullable FileId picture) {
        return switch (what) {
            case Incoming.What.Words(String text) -> Optional.of(new Heard.Text(text));
            case Incoming.What.Tap(String data) -> Postback.parse(data).map(Heard.Tapped::new);
            case Incoming.What.Picture _ -> Optional.ofNullable(picture).map(Heard.Image::new);
            case Incoming.What.Spot(var place, var name) ->
                Optional.of(new Heard.Located(place, Optional.ofNullable(name)));
            case Incoming.What.Other _ -> Optional.empty();
        };
    }
}
