package town.machi.shelter.web;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import town.machi.shelter.report.StockCount;

/// Reads what was counted. An empty box leaves what was known; 不明 says that it is not known any more.
final class StockForm {

    private static final String UNKNOWN = "不明";
    private static final int LONGEST = 80;
    private static final int LONGEST_UNIT = 10;
    private static final int MOST = 60;

    private final MultiValueMap<String, String> typed;
    private final List<String> faults = new ArrayList<>();

    StockForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    List<String> faults() {
        return faults;
    }

    String at() {
        return text("at", 0);
    }

    /// As they were typed.
    List<StockPage.Row> rows() {
        return IntStream.range(
                        0, Math.min(MOST, typed.getOrDefault("item", List.of()).size()))
                .mapToObj(i -> new StockPage.Row(
                        text("item", i), text("unit", i), text("now", i), text("onHand", i), text("needed", i)))
                .toList();
    }

    /// @param start before which nothing was counted for this
    /// @return null when there are faults
    @Nullable
    StockCount read(UUID id, town.machi.shelter.OpeningId opening, Instant start, Instant now) {
        Instant at = time(start, now);
        List<StockCount.Word> words = new ArrayList<>();
        Set<String> items = new HashSet<>();
        for (StockPage.Row row : rows()) {
            String item = folded(row.item());
            boolean silent =
                    folded(row.onHand()).isEmpty() && folded(row.needed()).isEmpty();
            if (item.isEmpty() && silent) {
                continue;
            }
            check(row, item, silent, items);
            add(words, row, item, StockCount.Kind.HAND, row.onHand());
            add(words, row, item, StockCount.Kind.ASKED, row.needed());
        }
        if (words.isEmpty() && faults.isEmpty()) {
            faults.add("数を一つは書いてください。");
        }
        return faults.isEmpty() ? new StockCount(id, opening, at, words) : null;
    }

    private void check(StockPage.Row row, String item, boolean silent, Set<String> items) {
        if (item.isEmpty()) {
            faults.add("「" + row.onHand() + row.needed() + "」と書いた行に、品目の名前を書いてください。");
        } else if (silent && row.isNew()) {
            faults.add("「" + item + "」の数を書いてください。");
        } else if (item.length() > LONGEST || folded(row.unit()).length() > LONGEST_UNIT) {
            faults.add("品目は" + LONGEST + "文字、単位は" + LONGEST_UNIT + "文字までで書いてください。");
        } else if (!items.add(item)) {
            faults.add("「" + item + "」が二度書いてあります。一つにしてください。");
        }
    }

    private void add(
            List<StockCount.Word> words, StockPage.Row row, String item, StockCount.Kind kind, String typedNumber) {
        String number = folded(typedNumber).replace(",", "");
        if (number.isEmpty()) {
            return;
        }
        boolean unknown = number.equals(UNKNOWN);
        if (!unknown && !number.matches("\\d{1,6}")) {
            faults.add("「" + item + "」の" + kind.label() + "は、数字か「不明」で書いてください。");
            return;
        }
        words.add(new StockCount.Word(item, kind, folded(row.unit()), unknown ? null : Integer.valueOf(number)));
    }

    /// To the minute, so that a time that is typed is not before one that was not.
    private Instant time(Instant start, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Optional<Instant> found = TimeBox.read(at());
        if (found.isEmpty()) {
            if (!at().isBlank()) {
                faults.add("数えた時刻は 2026-07-29T07:30 のように書いてください。");
            }
            return minute;
        }
        Instant time = found.get();
        if (time.isAfter(now)) {
            faults.add("数えた時刻が、いまより先になっています。");
        } else if (time.isBefore(start.truncatedTo(ChronoUnit.MINUTES))) {
            faults.add("数えた時刻が、この災害の始まりより前になっています。");
        }
        return time;
    }

    private String text(String field, int index) {
        List<String> all = typed.getOrDefault(field, List.of());
        return index < all.size() ? all.get(index) : "";
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
