package town.machi.submission;

import java.time.Instant;
import java.util.UUID;

/// Others that were filed together with it were taken back, and the resident has said that this one goes on. Part of
/// the act.
///
/// @param submission the one that goes on
public record PartKept(UUID submission, Instant at) {}
