package town.machi.identity;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// The letters in which an authenticator app takes its secret. Source: RFC 4648, 6, without padding.
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        long held = 0;
        var bits = 0;
        for (var b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            for (; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt((int) (held >> (bits - 5)) & 31));
            }
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((int) (held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException for a letter that is none of Base32's
    static byte[] decode(String text) {
        var bytes = new ByteArrayOutputStream();
        long held = 0;
        var bits = 0;
        for (var letter : text.toUpperCase(Locale.ROOT).toCharArray()) {
            var value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("Not a letter of Base32");
            }
            held = (held << 5) | value;
            bits += 5;
            if (bits >= 8) {
                bytes.write((int) (held >> (bits - 8)) & 0xff);
                bits -= 8;
            }
        }
        return bytes.toByteArray();
    }
}
