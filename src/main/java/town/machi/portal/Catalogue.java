package town.machi.portal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.procedure.Definition;
import town.machi.procedure.Words;

/// Finds procedures by what people type: 「すいどう」, 「ｽｲﾄﾞｳ」 and 「水道」 are the same to it, as far as the
/// definition names its readings among its words.
public final class Catalogue {

    private Catalogue() {}

    /// @param score 100 where the title holds every word, 80 where title and search words do, 50 where the text does
    public record Match(Definition definition, int score) {}

    /// The matches, best first; everything, in the given order, where nothing was typed.
    public static List<Match> find(List<Definition> offered, String typed, Language language) {
        List<String> terms = terms(typed);
        return offered.stream()
                .map(definition -> new Match(definition, score(definition, terms, language)))
                .filter(match -> match.score() > 0)
                .sorted(Comparator.comparingInt((Match match) -> -match.score()))
                .toList();
    }

    /// Whether a text holds every word that was typed; never where nothing was.
    public static boolean holds(String typed, String text) {
        List<String> terms = terms(typed);
        return !terms.isEmpty() && holdsAll(Kana.searchKey(text), terms);
    }

    private static List<String> terms(String typed) {
        return Arrays.stream(typed.strip().split("[\\s　]+"))
                .map(Kana::searchKey)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static int score(Definition definition, List<String> terms, Language language) {
        String title = key(Stream.of(definition.title()), language);
        if (holdsAll(title, terms)) {
            return 100;
        }
        String words = title + " " + Kana.searchKey(String.join(" ", definition.words()));
        if (holdsAll(words, terms)) {
            return 80;
        }
        String text = words + " " + key(Stream.concat(Stream.of(definition.summary()), titles(definition)), language);
        return holdsAll(text, terms) ? 50 : 0;
    }

    private static Stream<Words> titles(Definition definition) {
        return definition.pages().stream().map(page -> page.title());
    }

    private static String key(Stream<Words> texts, Language language) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text ->
                all.append(text.ja()).append(' ').append(text.in(language)).append(' '));
        return Kana.searchKey(all.toString());
    }

    private static boolean holdsAll(String key, List<String> terms) {
        return terms.stream().allMatch(key::contains);
    }
}
