package town.machi.alert.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import town.machi.alert.AlertText;
import town.machi.alert.words.PlaceWords;
import town.machi.kernel.Language;

/// What is read over 防災行政無線: slowly, twice, a sentence a line, with the readings of place names.
public final class PaScript {

    private PaScript() {}

    /// @param districts ids of those that the message names
    /// @param town 芦北町
    public static String of(AlertText text, Collection<String> districts, PlaceWords places, String town) {
        AlertText.Said said = text.in(Language.JA);
        List<String> lines = new ArrayList<>();
        if (!said.drill().isEmpty()) {
            lines.add(said.drill() + "。");
        }
        lines.add("こちらは、" + town + "です。");
        List<String> message = sentences(said);
        lines.addAll(message);
        lines.add("くり返します。");
        if (!said.drill().isEmpty()) {
            lines.add(said.drill() + "。");
        }
        lines.addAll(message);
        lines.add(said.last() + "。");
        lines.add("以上、" + town + "がお知らせしました。");
        if (!said.drill().isEmpty()) {
            lines.add("これは訓練です。");
        }
        return withReadings(String.join("\n", lines), districts, places);
    }

    private static List<String> sentences(AlertText.Said said) {
        List<String> lines = new ArrayList<>();
        lines.add(said.first() + "です。");
        lines.add(said.title() + "。");
        for (String line : said.body().strip().split("\n")) {
            for (String sentence : line.split("(?<=。)")) {
                if (!sentence.isBlank()) {
                    lines.add(sentence.strip());
                }
            }
        }
        return lines;
    }

    private static String withReadings(String script, Collection<String> districts, PlaceWords places) {
        return script.replace(places.say(districts, Language.JA), places.sayWithReadings(districts));
    }
}
