package town.machi.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Six digits that go with a receipt number. They are little alone: whoever checks them counts wrong tries.
public record Passcode(String value) {

    private static final Pattern SHAPE = Pattern.compile("\\d{6}");

    /// @throws IllegalArgumentException unless six ASCII digits
    public Passcode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not six digits");
        }
    }

    /// @param random must be one that nobody can foresee
    public static Passcode generate(RandomGenerator random) {
        return new Passcode(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)));
    }

    /// Reads full-width digits, blanks and hyphens too.
    public static Optional<Passcode> parse(String typed) {
        String text = Graphemes.folded(typed).replaceAll("[\\s\\p{Z}\\-ー‐−]", "");
        return SHAPE.matcher(text).matches() ? Optional.of(new Passcode(text)) : Optional.empty();
    }

    /// A secret does not belong in a log.
    @Override
    public String toString() {
        return "******";
    }
}
