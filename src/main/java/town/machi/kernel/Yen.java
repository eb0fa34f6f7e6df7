package town.machi.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of money in whole yen; negative for a refund.
public record Yen(long amount) implements Comparable<Yen> {

    public static final Yen ZERO = new Yen(0);

    private static final Pattern TYPED =
            Pattern.compile("[¥\\\\]?(?<minus>-)?[¥\\\\]?(?<digits>\\d{1,15}|\\d{1,3}(?:,\\d{3}){1,4})円?");

    /// Reads 1,234円, ￥１２３４, 1234. Refuses parts of a yen and groups that are not of three digits.
    public static Reading<Yen> parse(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[‐−–▲△]", "-");
        Matcher matcher = TYPED.matcher(text);
        if (text.isEmpty()) {
            return Reading.refused("kernel.yen.empty");
        }
        if (text.length() > 40 || !matcher.matches()) {
            return Reading.refused("kernel.yen.not-an-amount");
        }
        long amount = Long.parseLong(matcher.group("digits").replace(",", ""));
        return Reading.of(new Yen(matcher.group("minus") == null ? amount : -amount));
    }

    /// @throws ArithmeticException beyond 64 bits
    public Yen plus(Yen other) {
        return new Yen(Math.addExact(amount, other.amount));
    }

    public Yen minus(Yen other) {
        return new Yen(Math.subtractExact(amount, other.amount));
    }

    public Yen times(long count) {
        return new Yen(Math.multiplyExact(amount, count));
    }

    /// 1,234円
    public String format() {
        return String.format(Locale.ROOT, "%,d円", amount);
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return format();
    }
}
