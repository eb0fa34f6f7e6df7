package town.machi.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import town.machi.kernel.Language;

/// The words of a message in three languages. Every channel says these and no others; the hash proves it.
///
/// @param reference of the message: its number
/// @param said one for each language
public record AlertText(String reference, Map<Language, Said> said) {

    public AlertText {
        said = Map.copyOf(new EnumMap<>(said));
    }

    /// One language's words.
    ///
    /// @param drill `訓練、訓練` in that language; empty for the real thing
    /// @param first who speaks: 気象庁の発表, 芦北町長の発令
    /// @param title one line, with the level where there is one
    /// @param body what has happened and what to do, lines parted by `\n`
    /// @param link where more is; empty where there is no page for it
    /// @param last the town's orders now in force, or なし
    public record Said(String drill, String first, String title, String body, String link, String last) {

        /// The whole text, as LINE and mail carry it.
        public String whole() {
            String head = drill.isEmpty() ? first : drill + " " + first;
            String foot = link.isEmpty() ? last : link + "\n" + last;
            return head + "\n" + title + "\n\n" + body.strip() + "\n\n" + foot;
        }

        /// The title with 訓練 before it.
        public String marked() {
            return drill.isEmpty() ? title : drill + " " + title;
        }
    }

    public Said in(Language language) {
        return Objects.requireNonNull(said.get(language));
    }

    /// SHA-256 over the number and the words of all languages, in hexadecimal.
    public String hash() {
        StringBuilder all = new StringBuilder(reference);
        for (Language language : Language.values()) {
            all.append('\u0000').append(in(language).whole());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Its first eight letters, which people can compare by eye.
    public String shortHash() {
        return hash().substring(0, 8);
    }
}
