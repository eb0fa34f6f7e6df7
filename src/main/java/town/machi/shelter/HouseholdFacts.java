package town.machi.shelter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of a household without naming it. Null is unknown.
///
/// @param pets kind and number each, `犬 1`
/// @param secret all of them must not be found
/// @param inquiry whether 安否照会 may be answered
/// @param publish whether their names may be published
/// @param language in which they want to be spoken to: `ja`, `easy`, `en` …
public record HouseholdFacts(
        UUID id,
        @Nullable List<String> pets,
        @Nullable Boolean car,
        @Nullable Boolean secret,
        @Nullable Boolean inquiry,
        @Nullable Boolean publish,
        @Nullable String language) {}
