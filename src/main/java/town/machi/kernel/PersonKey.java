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

    /// Whether it asks for what hangs on some filings, and not for the person behind them: what else a room knows of
    /// that person is then not meant.
    public boolean isOnlySubmissions() {
        return name == null && kana == null && phone == null && mail == null;
    }

    /// Whether a name that is held is the one that is looked for.
    public boolean isName(@Nullable String held) {
        return isSame(name, held);
    }

    public boolean isKana(@Nullable String held) {
        return isSame(kana, held);
    }

    /// However the number that is held was written.
    public boolean isPhone(@Nullable String held) {
        return phone != null
                && held != null
                && !phone.isBlank()
                && phone.replaceAll("\\D", "").equals(held.replaceAll("\\D", ""));
    }

    private static boolean isSame(@Nullable String asked, @Nullable String held) {
        return asked != null
                && held != null
                && !Kana.searchKey(asked).isEmpty()
                && Kana.searchKey(asked).equals(Kana.searchKey(held));
    }
}
