package town.machi.shelter.entrance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Somebody scanned the code on the wall and waits for the desk. Nobody is counted by it: the desk sees them
/// and
/// confirms. So a picture of the code, taken home, is worth nothing.
///
/// @param id the household's, if the desk takes them in
/// @param number what they show at the desk
public record WallVisit(UUID id, UUID shelter, int number, List<Person> people, Instant madeAt, Instant goodUntil) {

    public WallVisit {
        people = List.copyOf(people);
    }

    /// @param kana as typed, in katakana
    /// @param birth year of birth, or empty
    /// @param sex a [town.machi.shelter.Sex], or empty
    public record Person(UUID id, String name, String kana, String birth, String sex) {}
}
