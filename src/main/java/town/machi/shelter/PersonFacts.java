package town.machi.shelter;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a person without naming them. Null is unknown.
///
/// @param age whole years
/// @param meals whether they want food from here
/// @param secret must not be found (支援措置): invisible outside the desk's own need
/// @param takes the group of open places of which this person is one; chosen by staff
public record PersonFacts(
        UUID id,
        @Nullable Sex sex,
        @Nullable Integer age,
        @Nullable Set<Need> needs,
        @Nullable Set<String> allergies,
        @Nullable Food food,
        @Nullable Stay stay,
        @Nullable Boolean meals,
        @Nullable Boolean secret,
        @Nullable UUID takes) {

    /// Somebody of whom nothing is known.
    public static PersonFacts of(UUID id) {
        return new PersonFacts(id, null, null, null, null, null, null, null, null, null);
    }

    /// This, and where this is silent the other.
    public PersonFacts over(PersonFacts other) {
        return new PersonFacts(
                id,
                first(sex, other.sex),
                first(age, other.age),
                first(needs, other.needs),
                first(allergies, other.allergies),
                first(food, other.food),
                first(stay, other.stay),
                first(meals, other.meals),
                first(secret, other.secret),
                first(takes, other.takes));
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
