package town.machi.messaging;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The town's LINE account: `MACHI_LINE_SECRET` and `MACHI_LINE_TOKEN` are all that a real one needs.
///
/// @param secret channel secret; by it LINE signs what it sends
/// @param token channel access token (long-lived); empty where there is no account
/// @param api where the Messaging API is
/// @param dataApi where pictures are fetched and rich menu pictures are put
/// @param answerWithin how long to wait for one answer
@ConfigurationProperties("machi.line")
public record LineAccount(
        @DefaultValue("") String secret,
        @DefaultValue("") String token,
        @DefaultValue("https://api.line.me") URI api,
        @DefaultValue("https://api-data.line.me") URI dataApi,
        @DefaultValue("10s") Duration answerWithin) {

    /// Secret and token open the account; logs get neither.
    @Override
    public String toString() {
        return "LINE account at " + api;
    }
}
