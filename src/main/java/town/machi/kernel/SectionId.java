package town.machi.kernel;

import java.io.Serializable;
import java.util.regex.Pattern;

/// A section (課) of the town hall, by its short name in `town.yaml`: `water`, `residents`.
public record SectionId(String value) implements Serializable, Comparable<SectionId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /// @throws IllegalArgumentException unless small letters, digits and hyphens, at most 40
    public SectionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a section's short name: " + value);
        }
    }

    @Override
    public int compareTo(SectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
