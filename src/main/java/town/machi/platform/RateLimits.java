package town.machi.platform;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often something may be tried, counted in the database: N nodes count as one.
///
/// Keys are stored as hashes only: a limit may be on an address or a telephone number.
@Component
public class RateLimits {

    private static final Duration KEPT_AFTER_REFILL = Duration.ofHours(1);

    private final ProxyManager<String> buckets;
    private final JdbcClient jdbc;
    private final Clock clock;

    public RateLimits(DataSource dataSource, JdbcClient jdbc, Clock clock, Jobs jobs) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("platform.rate_limit")
                .clientClock(timeOf(clock))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_REFILL))
                .build();
        jobs.everyNight("platform.forget-limits", this::forget);
    }

    /// Takes one permit if one is left. All permits come back together, `per` after the first was there to take.
    ///
    /// Counts in a transaction of its own: what was tried stays counted when the caller's is undone.
    ///
    /// @param bucketName what is limited, `submission.passcode`
    /// @param key for whom: an address, a receipt number
    /// @return false when the limit is reached
    public boolean tryTake(String bucketName, String key, int permits, Duration per) {
        return buckets.getProxy(id(bucketName, key), () -> limit(permits, per)).tryConsume(1);
    }

    /// Whether a permit is left, taking none.
    public boolean isOpen(String bucketName, String key, int permits, Duration per) {
        return buckets.getProxy(id(bucketName, key), () -> limit(permits, per)).getAvailableTokens() > 0;
    }

    /// Gives all permits back, as after the right passcode.
    public void reset(String bucketName, String key) {
        buckets.removeProxy(id(bucketName, key));
    }

    private static BucketConfiguration limit(int permits, Duration per) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(permits).refillIntervally(permits, per))
                .build();
    }

    private static String id(String bucketName, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bucketName.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
            return bucketName + ":" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TimeMeter timeOf(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    private void forget() {
        jdbc.sql("DELETE FROM platform.rate_limit WHERE expires_at < :now")
                .param("now", clock.millis())
                .update();
    }
}
