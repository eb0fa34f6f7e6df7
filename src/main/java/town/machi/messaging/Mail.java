package town.machi.messaging;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One mail to one person, plain text.
///
/// @param to the bare address: `hanako@example.jp`
/// @param subject one line; Japanese is fine
/// @param body lines parted by `\n`
/// @param about the record it tells of: `submission:<uuid>`; by it, its traces are found and erased
/// @param onceKey with the same key only the first is sent; null: always sent
public record Mail(
        String to,
        String subject,
        String body,
        String about,
        @Nullable UUID onceKey) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 100_000;
    private static final int LONGEST_ADDRESS = 254;

    /// One @, no blanks, no control characters, no quoting: what people have, not all that RFC 5321 allows.
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    /// @throws IllegalArgumentException when the address is none, or the subject is not one line (a line break in it
    ///     would begin another header)
    public Mail {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("Not a mail address");
        }
        checkText(subject, body);
    }

    static void checkText(String subject, String body) {
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || CONTROL.matcher(subject).find()) {
            throw new IllegalArgumentException("Not a subject of one line");
        }
        if (body.length() > LONGEST_BODY || body.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Not a mail's text");
        }
    }

    /// Whether mail can be sent there, as far as the text tells.
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /// Address and text are personal; logs get neither.
    @Override
    public String toString() {
        return "mail about " + about;
    }
}
