package town.machi.shelter.list;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of people or things as it is written down in a hurry: `30`, `３０人`, `約30名`, `1,200人ほど`. Of 「屋内480人／屋外
/// 3,350人」 the number is not guessed.
public final class WrittenNumber {

    private static final Pattern SHAPE = Pattern.compile("(?:約|およそ|だいたい|大体|計|全)?\\s*(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6})"
            + "\\s*(?:人|名|基|個|室|台)?\\s*(?:程度|くらい|ぐらい|位|ほど|前後)?");

    private WrittenNumber() {}

    /// @return empty when it is no number
    public static Optional<Integer> read(String text) {
        Matcher matcher =
                SHAPE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip());
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1).replace(",", ""))) : Optional.empty();
    }
}
