package town.machi.water;

/// A crew's day that is not ordinary: training, a main that burst, a Saturday worked.
///
/// @param reason in words; empty: none
public record CrewException(CrewDay day, int capacity, String reason) {}
