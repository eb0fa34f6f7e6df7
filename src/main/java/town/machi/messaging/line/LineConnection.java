package town.machi.messaging.line;

import com.linecorp.bot.messaging.client.MessagingApiBlobClient;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.messaging.LineAccount;
import town.machi.messaging.LineStandIn;

/// The account in use, and LINE's own client for it. Without an account there is none, and what should go out waits.
@Component
class LineConnection {

    /// Beyond these a call waits for another to end. Enough for 1,900 a second while LINE takes 0.2 s to answer.
    static final int MOST_CALLS_AT_ONCE = 400;

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    record Clients(MessagingApiClient api, MessagingApiBlobClient data) {}

    private final LineAccount configured;
    private final ObjectProvider<LineStandIn> standIn;
    private volatile @Nullable Clients clients;

    LineConnection(LineAccount configured, ObjectProvider<LineStandIn> standIn) {
        this.configured = configured;
        this.standIn = standIn;
    }

    /// The real account where one is set, else the demo's.
    Optional<LineAccount> account() {
        if (!configured.token().isEmpty()) {
            return Optional.of(configured);
        }
        return Optional.ofNullable(standIn.getIfAvailable()).map(LineStandIn::account);
    }

    /// How long one call may take, all in all.
    Duration patience() {
        return configured.answerWithin().plus(CONNECT_WITHIN);
    }

    Clients clients() {
        Clients open = clients;
        return open == null ? open() : open;
    }

    private synchronized Clients open() {
        Clients open = clients;
        if (open == null) {
            LineAccount account = account().orElseThrow(() -> new IllegalStateException("No LINE account is set"));
            open = new Clients(api(account), data(account));
            clients = open;
        }
        return open;
    }

    private MessagingApiClient api(LineAccount account) {
        return MessagingApiClient.builder(account.token())
                .apiEndPoint(account.api())
                .connectTimeout(CONNECT_WITHIN)
                .readTimeout(configured.answerWithin())
                .writeTimeout(configured.answerWithin())
                .maxRequests(MOST_CALLS_AT_ONCE)
                .maxRequestsPerHost(MOST_CALLS_AT_ONCE)
                .usingDefaultLogger(false)
                .build();
    }

    private MessagingApiBlobClient data(LineAccount account) {
        return MessagingApiBlobClient.builder(account.token())
                .apiEndPoint(account.dataApi())
                .connectTimeout(CONNECT_WITHIN)
                .readTimeout(configured.answerWithin())
                .writeTimeout(configured.answerWithin())
                .usingDefaultLogger(false)
                .build();
    }
}
