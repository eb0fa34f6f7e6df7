package town.machi.messaging.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.webhook.model.ContentProvider;
import com.linecorp.bot.webhook.model.Event;
import com.linecorp.bot.webhook.model.EventMode;
import com.linecorp.bot.webhook.model.FollowEvent;
import com.linecorp.bot.webhook.model.ImageMessageContent;
import com.linecorp.bot.webhook.model.LocationMessageContent;
import com.linecorp.bot.webhook.model.MessageContent;
import com.linecorp.bot.webhook.model.MessageEvent;
import com.linecorp.bot.webhook.model.PostbackEvent;
import com.linecorp.bot.webhook.model.StickerMessageContent;
import com.linecorp.bot.webhook.model.TextMessageContent;
import com.linecorp.bot.webhook.model.UnfollowEvent;
import com.linecorp.bot.webhook.model.UnsendEvent;
import com.linecorp.bot.webhook.model.UserSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;

/// Reads one event as LINE wrote it. What nobody knows, or what is not from one person, is ignored by rule.
final class IncomingReader {

    private static final ObjectMapper MODELS = ModelObjectMapper.createNewObjectMapper();

    private IncomingReader() {}

    static Incoming read(String body) {
        try {
            Event event = MODELS.readValue(body, Event.class);
            return event == null ? new Incoming.Nothing("unreadable") : read(event);
        } catch (JsonProcessingException | RuntimeException e) {
            return new Incoming.Nothing("unreadable");
        }
    }

    private static Incoming read(Event event) {
        if (event.mode() == EventMode.STANDBY) {
            return new Incoming.Nothing("standby");
        }
        if (!(event.source() instanceof UserSource person) || person.userId() == null) {
            return new Incoming.Nothing("not-one-person");
        }
        Instant at = Instant.ofEpochMilli(event.timestamp());
        return switch (event) {
            case FollowEvent follow -> new Incoming.Followed(person.userId(), follow.replyToken(), at);
            case UnfollowEvent _ -> new Incoming.Left(person.userId(), at);
            case MessageEvent message ->
                new Incoming.Said(person.userId(), message.replyToken(), at, what(message.message()));
            case PostbackEvent tap ->
                new Incoming.Said(
                        person.userId(),
                        tap.replyToken(),
                        at,
                        new Incoming.What.Tap(tap.postback().data()));
            case UnsendEvent _ -> new Incoming.Nothing("unsend");
            default -> new Incoming.Nothing("unknown-event");
        };
    }

    private static Incoming.What what(MessageContent content) {
        return switch (content) {
            case TextMessageContent text -> new Incoming.What.Words(text.text());
            case ImageMessageContent image
            when isAtLine(image.contentProvider()) -> new Incoming.What.Picture(image.id());
            case LocationMessageContent spot ->
                new Incoming.What.Spot(new Place(spot.latitude(), spot.longitude()), name(spot));
            case StickerMessageContent _ -> new Incoming.What.Other("sticker");
            default -> new Incoming.What.Other("other");
        };
    }

    /// A picture elsewhere is not fetched: nobody sends the town to other people's addresses.
    private static boolean isAtLine(@Nullable ContentProvider provider) {
        return provider == null || provider.type() == ContentProvider.Type.LINE;
    }

    private static @Nullable String name(LocationMessageContent spot) {
        return spot.title() == null ? spot.address() : spot.title();
    }
}
