package town.machi.shelter;

/// It is closed: its building is free again.
public record ShelterClosed(ShelterId shelter, OpeningId opening, boolean drill) {}
