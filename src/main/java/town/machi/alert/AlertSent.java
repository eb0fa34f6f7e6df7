package town.machi.alert;

import java.time.Instant;

/// A message went out. Published in the transaction of sending.
public record AlertSent(AlertId id, World world, Instant at) {}
