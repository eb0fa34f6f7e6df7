package town.machi.procedure.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Which of the known words somebody may have meant.
public final class Nearest {

    private Nearest() {}

    /// 「startsOn」のまちがいではありませんか。 with the nearest word, or the list of all where none is near.
    public static String hint(String written, Collection<String> known) {
        return find(written, known)
                .map(word -> "「" + word + "」のまちがいではありませんか。")
                .orElseGet(() -> known.isEmpty() ? "" : "使えるのは " + list(known) + " です。");
    }

    /// The nearest word, unless it differs in more than a third of its letters.
    public static Optional<String> find(String written, Collection<String> known) {
        String word = fold(written);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= 3)
                .filter(candidate -> distance(word, fold(candidate)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt((String candidate) -> distance(word, fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String list(Collection<String> known) {
        String words = String.join("、", known.stream().sorted().limit(20).toList());
        return known.size() > 20 ? words + " など" : words;
    }

    private static String fold(String word) {
        String half = java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFKC);
        return half.length() > 60 ? half.substring(0, 60) : half.toLowerCase(Locale.ROOT);
    }

    /// How many letters must be put in, left out, replaced or swapped with their neighbour.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
