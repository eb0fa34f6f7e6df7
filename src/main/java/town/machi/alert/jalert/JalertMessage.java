package town.machi.alert.jalert;

import java.util.Optional;
import java.util.regex.Pattern;

/// What the receiver started.
///
/// @param id the receiver's own; the same one again changes nothing
/// @param status 通常, 訓練 or 試験; only 通常 is real
/// @param words as the loudspeakers say them
public record JalertMessage(String id, String status, String words) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final int LONGEST = 1_000;

    /// Why it cannot be taken; empty: it can.
    Optional<String> findFault() {
        if (!ID.matcher(id).matches()) {
            return Optional.of("id: 1 to 100 letters, digits, dots, hyphens");
        }
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of("words: 1 to 1000 characters");
        }
        return status.equals("通常") || status.equals("訓練") || status.equals("試験")
                ? Optional.empty()
                : Optional.of("status: 通常, 訓練, 試験");
    }

    boolean isReal() {
        return status.equals("通常");
    }
}
