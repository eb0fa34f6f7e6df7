package town.machi.kernel;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By what a person's data is looked for. A record belongs to the person when any part that is given agrees.
///
/// @param name name as typed, compared by [Kana#searchKey]
/// @param kana reading of the name, compared by [Kana#searchKey]
/// @param phone digits only
/// @param mail compared without regard to case
/// @param submissions ids of submissions and drafts known to be theirs
public record PersonKey(
        @Nullable String name,
        @Nullable String kana,
        @Nullable String phone,
        @Nullable String mail,
        Set<UUID> submissions) {

    public PersonKey {
        submissions = Set.copyOf(submissions);
    }

    public static PersonKey ofSubmission(UUID submission) {
        return new PersonKey(null, null, null, null, Set.of(submission));
    }
}
