package town.machi.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a CSV that somebody hands in: UTF-8, with or without its mark, or what old systems write.
public final class CsvText {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private CsvText() {}

    public static String of(byte[] bytes) {
        return decoded(bytes).replaceFirst("^\uFEFF", "");
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, SHIFT_JIS);
        }
    }
}
