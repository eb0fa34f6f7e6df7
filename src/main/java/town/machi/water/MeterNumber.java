package town.machi.water;

import java.text.Normalizer;
import java.util.Locale;

/// Meter numbers as people copy them: full width, lower case, with and without hyphens and spaces.
final class MeterNumber {

    private MeterNumber() {}

    static boolean isSame(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}−ー]", "");
    }
}
