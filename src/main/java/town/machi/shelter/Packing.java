package town.machi.shelter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Text made small enough for a QR code: raw deflate (RFC 1951) and Base32 (RFC 4648) without padding.
final class Packing {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// A code never holds more; what would unpack to more is not one.
    private static final int MOST_BYTES = 16_384;

    private Packing() {}

    static byte[] pack(String text) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[1024];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
            return out.toByteArray();
        }
    }

    /// The text in the first bytes, or null when they are not packed text or far too much of it.
    static @Nullable String unpack(byte[] packed, int length) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed, 0, length);
            byte[] text = new byte[MOST_BYTES];
            int size = inflater.inflate(text);
            return inflater.finished() ? new String(text, 0, size, StandardCharsets.UTF_8) : null;
        } catch (DataFormatException e) {
            return null;
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 8 / 5 + 1);
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = (held << 8 | each & 0xff) & 0xfff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(ALPHABET.charAt(held >> bits & 31));
            }
        }
        if (bits > 0) {
            out.append(ALPHABET.charAt(held << (5 - bits) & 31));
        }
        return out.toString();
    }

    /// Null when a letter is not of the alphabet.
    static byte @Nullable [] fromBase32(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                return null;
            }
            held = (held << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits & 0xff);
            }
        }
        return out.toByteArray();
    }
}
