package town.machi.identity;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.StaffId;

/// A link that is still good.
///
/// @param hash of its secret
/// @param staff whose it is; null for the set-up link
public record OneTimeLink(
        String hash, LinkPurpose purpose, @Nullable StaffId staff, Instant createdAt, Instant expiresAt)
        implements Serializable {}
