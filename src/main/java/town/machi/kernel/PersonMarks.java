package town.machi.kernel;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// By what a record is found for a person: folded names and readings, digits of telephone numbers, mail addresses, each
/// with its kind before it. They lie in one column beside the record, and an index answers a [PersonKey] from it.
public final class PersonMarks {

    /// A number of fewer digits is none that somebody can be called by.
    private static final int FEWEST_DIGITS = 9;

    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 200;

    private final Set<String> marks = new TreeSet<>();

    public static PersonMarks of(PersonKey key) {
        return new PersonMarks()
                .name(key.name())
                .kana(key.kana())
                .phone(key.phone())
                .mail(key.mail());
    }

    public PersonMarks name(@Nullable String name) {
        return add("n:", name == null ? "" : Kana.searchKey(name));
    }

    public PersonMarks kana(@Nullable String kana) {
        return add("k:", kana == null ? "" : Kana.searchKey(kana));
    }

    /// However it is written; what has too few or too many digits is no number.
    public PersonMarks phone(@Nullable String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS ? this : add("p:", digits);
    }

    public PersonMarks mail(@Nullable String mail) {
        return add("m:", mail == null ? "" : mail.strip().toLowerCase(Locale.ROOT));
    }

    private PersonMarks add(String kind, String key) {
        if (!key.isEmpty()) {
            marks.add(kind + (key.length() > LONGEST ? key.substring(0, LONGEST) : key));
        }
        return this;
    }

    /// As PostgreSQL reads an array of text.
    public String array() {
        return marks.stream()
                .map(mark -> '"' + mark.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
