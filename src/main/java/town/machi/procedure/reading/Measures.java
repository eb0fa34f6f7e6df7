package town.machi.procedure.reading;

import java.time.Period;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import town.machi.procedure.Keep;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Lengths of time as a clerk writes them: `3 business days`, `5 years`, `3開庁日`, `5年`, `未設定`.
final class Measures {

    /// What the town has not told.
    static final String NOT_SET = "未設定";

    private static final Pattern BUSINESS_DAYS = Pattern.compile("(\\d{1,3}) ?(business days?|開庁日|営業日)");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,3}) ?(days?|日)");
    private static final Pattern KEEP = Pattern.compile("(\\d{1,3}) ?(years?|年|months?|か月|ヶ月|days?|日)");
    private static final Set<String> FOREVER = Set.of("永年", "permanent", "forever");

    private Measures() {}

    static OptionalInt businessDays(Optional<Node.Text> text, Faults faults) {
        if (text.isEmpty() || text.get().value().strip().equals(NOT_SET)) {
            return OptionalInt.empty();
        }
        Matcher matcher = BUSINESS_DAYS.matcher(half(text.get()));
        if (matcher.matches()) {
            return OptionalInt.of(Integer.parseInt(matcher.group(1)));
        }
        faults.add(
                text.get().mark(),
                "「" + text.get().value() + "」は日数として読めません。「3 business days」か「3開庁日」、決まっていなければ「未設定」と書いてください。");
        return OptionalInt.empty();
    }

    /// Days of the calendar, open or not; 0 where nothing is written.
    static int calendarDays(Optional<Node.Text> text, Faults faults) {
        if (text.isEmpty()) {
            return 0;
        }
        Matcher matcher = DAYS.matcher(half(text.get()));
        if (matcher.matches() && !matcher.group(1).matches("0+")) {
            return Integer.parseInt(matcher.group(1));
        }
        faults.add(text.get().mark(), "「" + text.get().value() + "」は日数として読めません。「15 days」か「15日」と書いてください（土日も数えます）。");
        return 0;
    }

    static Keep keep(Optional<Node.Text> text, Faults faults) {
        if (text.isEmpty() || half(text.get()).equals(NOT_SET)) {
            return new Keep.NotSet();
        }
        if (FOREVER.contains(half(text.get()))) {
            return new Keep.Forever();
        }
        Matcher matcher = KEEP.matcher(half(text.get()));
        if (!matcher.matches() || matcher.group(1).matches("0+")) {
            faults.add(
                    text.get().mark(),
                    "「" + text.get().value() + "」は保存年限として読めません。「5 years」か「5年」、1年より短ければ「6か月」や「90日」、"
                            + "ずっと残すなら「永年」、決まっていなければ「未設定」と書いてください。");
            return new Keep.NotSet();
        }
        int count = Integer.parseInt(matcher.group(1));
        return new Keep.For(
                switch (matcher.group(2).charAt(0)) {
                    case 'y', '年' -> Period.ofYears(count);
                    case 'm', 'か', 'ヶ' -> Period.ofMonths(count);
                    default -> Period.ofDays(count);
                });
    }

    private static String half(Node.Text text) {
        return java.text.Normalizer.normalize(text.value().strip(), java.text.Normalizer.Form.NFKC);
    }
}
