package town.machi.shelter;

/// People may enter from now on: bookings of its building have to stop.
///
/// @param drill whether it is open for a drill only
public record ShelterOpened(ShelterId shelter, OpeningId opening, boolean drill) {}
