package town.machi.shelter.missing;

import java.time.Instant;
import java.util.UUID;

/// Staff looked at somebody in a shelter, and said whether it is this person of the list.
public record Match(UUID supported, UUID person, boolean same, Instant at) {}
