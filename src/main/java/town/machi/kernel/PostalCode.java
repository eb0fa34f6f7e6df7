package town.machi.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Japanese postal code.
///
/// @param digits seven digits, no hyphen
public record PostalCode(String digits) {

    private static final Pattern SHAPE = Pattern.compile("\\d{7}");
    private static final Pattern TYPED = Pattern.compile("〒?(\\d{3})-?(\\d{4})");

    /// @throws IllegalArgumentException unless seven ASCII digits
    public PostalCode {
        if (!SHAPE.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not seven digits");
        }
    }

    /// Reads 869-5441, 〒８６９ー５４４１, 8695441.
    public static Optional<PostalCode> parse(String typed) {
        String text = Graphemes.folded(typed).replaceAll("[\\s\\p{Z}]", "").replaceAll("[ー‐‑‒–—―−]", "-");
        Matcher matcher = TYPED.matcher(text);
        return matcher.matches() ? Optional.of(new PostalCode(matcher.group(1) + matcher.group(2))) : Optional.empty();
    }

    /// 869-5441
    public String format() {
        return digits.substring(0, 3) + "-" + digits.substring(3);
    }

    @Override
    public String toString() {
        return format();
    }
}
