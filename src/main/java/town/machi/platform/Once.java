package town.machi.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.ProblemException;

/// Acts that happen once, however often the request comes: a double click, a lost answer, a retry.
///
/// The request's id, made by the client, commits together with the act. A repeat that comes meanwhile waits for the
/// first, and then gets the first one's outcome. An act that failed leaves nothing, so that a repeat may try again.
@Component
public class Once {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JsonMapper json;

    public Once(JdbcClient jdbc, TransactionOperations transaction, Clock clock, JsonMapper json, Jobs jobs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        jobs.everyNight("platform.forget-requests", this::forget);
    }

    /// Runs the act, or answers what it answered the first time.
    ///
    /// @param purpose what the request is for; used for another one before, the id is a
    /// [PlatformProblem#REQUEST_ID_REUSED]
    /// @param type of the outcome, which is kept as JSON: small records, ids, text; never personal data
    /// @param act runs in the same transaction
    public <T> T run(UUID requestId, String purpose, Class<T> type, Supplier<T> act) {
        T outcome = transaction.execute(status -> {
            boolean first = jdbc.sql("""
                                    INSERT INTO platform.once (request_id, purpose, at) VALUES (:id, :purpose, :at)
                                    ON CONFLICT (request_id) DO NOTHING
                                    """)
                            .param("id", requestId)
                            .param("purpose", purpose)
                            .param("at", OffsetDateTime.now(clock))
                            .update()
                    == 1;
            return first ? act(requestId, act) : repeat(requestId, purpose, type);
        });
        return java.util.Objects.requireNonNull(outcome);
    }

    private <T> T act(UUID requestId, Supplier<T> act) {
        T outcome = act.get();
        jdbc.sql("UPDATE platform.once SET outcome = :outcome WHERE request_id = :id")
                .param("id", requestId)
                .param("outcome", json.writeValueAsString(outcome))
                .update();
        return outcome;
    }

    private <T> T repeat(UUID requestId, String purpose, Class<T> type) {
        record Row(String purpose, String outcome) {}
        Row row = jdbc.sql("SELECT purpose, outcome FROM platform.once WHERE request_id = :id")
                .param("id", requestId)
                .query(Row.class)
                .single();
        if (!row.purpose().equals(purpose)) {
            throw new ProblemException(PlatformProblem.REQUEST_ID_REUSED);
        }
        return json.readValue(row.outcome(), type);
    }

    private void forget() {
        jdbc.sql("DELETE FROM platform.once WHERE at < :before")
                .param("before", OffsetDateTime.now(clock).minus(REMEMBERED))
                .update();
    }
}
