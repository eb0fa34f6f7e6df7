package town.machi.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The number on a receipt: eleven random symbols of 32 (55 bits, so nobody guesses one) and a check symbol.
///
/// No I, O, 0 or 1, which are misread. The check symbol is a sum over GF(32) in which every position has a weight of
/// its own: it finds every single wrong symbol, and every two that changed places, neighbours or not.
///
/// @param symbols twelve symbols, no hyphens
public record ReceiptNumber(String symbols) {

    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// x⁵ + x² + 1, of which x is a primitive root.
    private static final int POLYNOMIAL = 0b100101;

    private static final int LENGTH = 12;

    /// @throws IllegalArgumentException unless the symbols and their check agree
    public ReceiptNumber {
        if (symbols.length() != LENGTH || !hasOnlyKnownSymbols(symbols) || checksum(symbols) != 0) {
            throw new IllegalArgumentException("Not a receipt number");
        }
    }

    /// Numbers that two sides give out without asking each other, told apart by their first symbol.
    public enum Series {
        ANY(0, 32),
        /// 2–9 and A–H
        FIRST(0, 16),
        /// J–Z
        SECOND(16, 32);

        private final int from;
        private final int to;

        Series(int from, int to) {
            this.from = from;
            this.to = to;
        }

        private int pick(RandomGenerator random) {
            return from + random.nextInt(to - from);
        }
    }

    /// @param random must be one that nobody can foresee
    public static ReceiptNumber generate(RandomGenerator random) {
        return generate(random, Series.ANY);
    }

    /// The same of one series: 54 random bits.
    public static ReceiptNumber generate(RandomGenerator random, Series series) {
        StringBuilder symbols = new StringBuilder(LENGTH);
        symbols.append(ALPHABET.charAt(series.pick(random)));
        for (int i = 1; i < LENGTH - 1; i++) {
            symbols.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        // The last weight is 1, so the check symbol is the sum of the others: in GF(32) plus is minus.
        symbols.append(ALPHABET.charAt(checksum(symbols)));
        return new ReceiptNumber(symbols.toString());
    }

    /// Reads small letters, full width, blanks and hyphens too. Empty when a symbol is wrong.
    public static Optional<ReceiptNumber> parse(String typed) {
        String text =
                Graphemes.folded(typed).replaceAll("[\\s\\p{Z}\\-ー‐‑‒–—―−]", "").toUpperCase(Locale.ROOT);
        boolean sound = text.length() == LENGTH && hasOnlyKnownSymbols(text) && checksum(text) == 0;
        return sound ? Optional.of(new ReceiptNumber(text)) : Optional.empty();
    }

    public boolean isOf(Series series) {
        int first = ALPHABET.indexOf(symbols.charAt(0));
        return first >= series.from && first < series.to;
    }

    /// ABCD-EFGH-JKLM
    public String format() {
        return symbols.substring(0, 4) + "-" + symbols.substring(4, 8) + "-" + symbols.substring(8);
    }

    private static boolean hasOnlyKnownSymbols(String symbols) {
        return symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0);
    }

    /// Weighted sum; the symbol at index i weighs x^(11-i). Zero for a sound number.
    private static int checksum(CharSequence symbols) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = i < symbols.length() ? ALPHABET.indexOf(symbols.charAt(i)) : 0;
            sum = timesX(sum) ^ value;
        }
        return sum;
    }

    private static int timesX(int element) {
        int shifted = element << 1;
        return (shifted & 0b100000) == 0 ? shifted : shifted ^ POLYNOMIAL;
    }

    @Override
    public String toString() {
        return format();
    }
}
