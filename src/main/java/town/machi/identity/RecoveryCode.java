package town.machi.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import town.machi.kernel.StaffId;

/// A code on paper for the day the phone is lost. Twelve letters that nobody misreads (59 bits), each
/// good for one sign-in; the database keeps only a hash that is bound to the person.
///
/// @param letters twelve letters without the hyphens
public record RecoveryCode(String letters) {

    static final int IN_A_SET = 10;
    private static final int LENGTH = 12;
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    static List<RecoveryCode> generateSet(RandomGenerator random) {
        return Stream.generate(() -> generate(random))
                .distinct()
                .limit(IN_A_SET)
                .toList();
    }

    private static RecoveryCode generate(RandomGenerator random) {
        var letters = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new RecoveryCode(letters.toString());
    }

    /// What somebody typed: hyphens, spaces, small letters and full width are all the same.
    static RecoveryCode typed(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return new RecoveryCode(plain.replaceAll("[^0-9A-Z]", ""));
    }

    /// As shown and printed: `ABCD-EFGH-JKLM`.
    public String shown() {
        return letters.replaceAll("(.{4})(?=.)", "$1-");
    }

    String hashFor(StaffId staff) {
        return Secret.hash(staff + ":" + letters);
    }

    @Override
    public String toString() {
        return "RecoveryCode[…]";
    }
}
