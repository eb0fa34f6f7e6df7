package town.machi.messaging.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.client.base.Result;
import com.linecorp.bot.client.base.exception.AbstractLineClientException;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.Action;
import com.linecorp.bot.messaging.model.Message;
import com.linecorp.bot.messaging.model.MulticastRequest;
import com.linecorp.bot.messaging.model.PushMessageRequest;
import com.linecorp.bot.messaging.model.QuotaType;
import com.linecorp.bot.messaging.model.ReplyMessageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Quota;
import town.machi.platform.Files;

/// Calls the Messaging API, one call at a time, and says what came of it. Knows nothing of rows and retries; never to
/// be called inside a transaction.
@Component
class LineGateway {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final ObjectMapper MODELS = ModelObjectMapper.createNewObjectMapper();

    private final LineConnection connection;

    LineGateway(LineConnection connection) {
        this.connection = connection;
    }

    boolean hasAccount() {
        return connection.account().isPresent();
    }

    /// To one friend. The same key is done once by LINE, for 24 hours.
    CompletableFuture<LineAnswer> push(UUID retryKey, String user, String messages, boolean silent) {
        return answer(api().pushMessage(retryKey, new PushMessageRequest(user, read(messages), silent, null)));
    }

    /// To at most 500 friends.
    CompletableFuture<LineAnswer> multicast(UUID retryKey, List<String> users, String messages, boolean silent) {
        return answer(api().multicast(retryKey, new MulticastRequest(read(messages), users, silent, null)));
    }

    /// Answers what was just heard. A reply token works once, so the call needs no key.
    CompletableFuture<LineAnswer> reply(String replyToken, String messages, boolean silent) {
        return answer(api().replyMessage(new ReplyMessageRequest(replyToken, read(messages), silent)));
    }

    /// A picture that a friend sent.
    ///
    /// @return empty when LINE has it no longer
    /// @throws IOException when it cannot be had now
    Optional<byte[]> fetch(String messageId) throws IOException {
        try {
            var content = connection
                    .clients()
                    .data()
                    .getMessageContent(messageId)
                    .join()
                    .body();
            try (InputStream bytes = content.byteStream()) {
                return Optional.of(bytes.readNBytes((int) Files.LARGEST_BYTES + 1));
            }
        } catch (CompletionException e) {
            LineAnswer answer = answerOf(e);
            if (answer instanceof LineAnswer.Refused) {
                return Optional.empty();
            }
            throw new IOException("LINE answered " + answer.word());
        }
    }

    /// The name that somebody goes by on LINE; asked for when it is needed, and never kept.
    ///
    /// @return empty when LINE knows no such friend
    /// @throws IOException when LINE does not say it now
    Optional<String> findName(String user) throws IOException {
        try {
            return Optional.of(api().getProfile(user).join().body().displayName());
        } catch (CompletionException e) {
            LineAnswer answer = answerOf(e);
            if (answer instanceof LineAnswer.Refused) {
                return Optional.empty();
            }
            throw new IOException("LINE answered " + answer.word(), e);
        }
    }

    /// The month's messages, of which each head takes one.
    ///
    /// @throws IOException when LINE does not say it now
    Quota.Known quota() throws IOException {
        try {
            var limit = api().getMessageQuota();
            var used = api().getMessageQuotaConsumption();
            Long most = limit.join().body().value();
            long spent = used.join().body().totalUsage();
            boolean limited = limit.join().body().type() == QuotaType.LIMITED && most != null;
            return limited ? new Quota.Limited(spent, most) : new Quota.Unlimited(spent);
        } catch (CompletionException e) {
            throw new IOException("LINE answered " + answerOf(e).word(), e);
        }
    }

    static Action action(QuickReply reply) {
        return MODELS.convertValue(LineJson.action(reply), Action.class);
    }

    private MessagingApiClient api() {
        return connection.clients().api();
    }

    private static List<Message> read(String messages) {
        try {
            return MODELS.readValue(messages, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored message is none of LINE's", e);
        }
    }

    private static <T> CompletableFuture<LineAnswer> answer(CompletableFuture<Result<T>> call) {
        return call.handle((_, failure) -> failure == null ? new LineAnswer.Accepted("200") : answerOf(failure));
    }

    static LineAnswer answerOf(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof AbstractLineClientException refusal)) {
            return new LineAnswer.Unknown("no-connection");
        }
        int code = refusal.getCode();
        String word = Integer.toString(code);
        if (code == CONFLICT) {
            return new LineAnswer.Accepted(word);
        }
        if (code == TOO_MANY || code >= 500) {
            return isOverQuota(refusal)
                    ? new LineAnswer.Refused(word + " quota")
                    : new LineAnswer.Busy(word, wait(refusal));
        }
        return new LineAnswer.Refused(word);
    }

    /// LINE says 429 also when the month's messages are used up; to wait would not help.
    private static boolean isOverQuota(AbstractLineClientException refusal) {
        String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        return refusal.getCode() == TOO_MANY && words.contains("monthly limit");
    }

    private static Optional<Duration> wait(AbstractLineClientException refusal) {
        String asked = refusal.getHeader("Retry-After");
        if (asked == null || !asked.strip().matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(asked.strip()));
        return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }
}
