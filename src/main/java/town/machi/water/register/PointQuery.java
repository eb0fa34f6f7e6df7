package town.machi.water.register;

import java.util.Optional;
import town.machi.water.PointStanding;

/// What is looked for in the register.
///
/// @param words the beginning of a number, a name, its reading, a telephone, a place or a building; empty:
///     everything
public record PointQuery(String words, Optional<PointStanding> standing) {

    public static final PointQuery ALL = new PointQuery("", Optional.empty());
}
