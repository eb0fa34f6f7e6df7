package town.machi.document.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonKey;
import town.machi.kernel.ReceiptNumber;

/// For whom is looked, why, and by what. What is too short to mean one person is refused: a search is no net.
///
/// @param request number of the request that asks for it; empty where the reason is another one
/// @param parts by each of which is looked: `name` → key of the name alone
public record Wanted(
        Look.Reason reason, Optional<ReceiptNumber> request, String words, String name, Map<String, PersonKey> parts) {

    /// A full name has as many letters at least: 林 一.
    private static final int SHORTEST_NAME = 2;

    private static final int SHORTEST_KANA = 3;
    private static final int FEWEST_DIGITS = 9;
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST = 200;

    /// What was read, or why not: field → sentence.
    ///
    /// @param wanted null where there are faults
    public record Reading(@Nullable Wanted wanted, Map<String, String> faults) {}

    /// By which part a record was found, as people say it.
    public static String label(String part) {
        return switch (part) {
            case "name" -> "名前";
            case "kana" -> "フリガナ";
            case "phone" -> "電話番号";
            case "mail" -> "メール";
            default -> "受付番号";
        };
    }

    /// Whether others may have it, too.
    public static boolean isShared(String part) {
        return part.equals("name") || part.equals("kana");
    }

    /// All that was given, as one key.
    public PersonKey key() {
        Set<UUID> submissions = parts.values().stream()
                .flatMap(key -> key.submissions().stream())
                .collect(Collectors.toSet());
        return new PersonKey(
                of("name", PersonKey::name),
                of("kana", PersonKey::kana),
                of("phone", PersonKey::phone),
                of("mail", PersonKey::mail),
                submissions);
    }

    private @Nullable String of(String part, Function<PersonKey, @Nullable String> value) {
        PersonKey key = parts.get(part);
        return key == null ? null : value.apply(key);
    }

    /// @param find the submission of a receipt's number
    public static Reading read(Map<String, String> typed, Function<ReceiptNumber, Optional<UUID>> find) {
        return new Reader(typed).read(find);
    }

    private static final class Reader {

        private final Map<String, String> typed;
        private final Map<String, String> faults = new LinkedHashMap<>();
        private final Map<String, PersonKey> parts = new LinkedHashMap<>();

        Reader(Map<String, String> typed) {
            this.typed = typed;
        }

        Reading read(Function<ReceiptNumber, Optional<UUID>> find) {
            Optional<Look.Reason> reason = Arrays.stream(Look.Reason.values())
                    .filter(each -> each.name().equals(text("reason")))
                    .findFirst();
            if (reason.isEmpty()) {
                faults.put("reason", "調べる理由を選んでください。");
            }
            Optional<ReceiptNumber> request = request(reason.orElse(Look.Reason.OTHER));
            String words = words(reason.orElse(Look.Reason.DISCLOSURE));
            name();
            phone();
            mail();
            receipts(find);
            if (parts.isEmpty() && faults.isEmpty()) {
                faults.put("name", "名前、フリガナ、電話番号、メール、受付番号のうち、一つは入れてください。");
            }
            return faults.isEmpty()
                    ? new Reading(
                            new Wanted(reason.orElseThrow(), request, words, text("name"), Map.copyOf(parts)), Map.of())
                    : new Reading(null, faults);
        }

        private Optional<ReceiptNumber> request(Look.Reason reason) {
            Optional<ReceiptNumber> number = ReceiptNumber.parse(text("request"));
            if (number.isEmpty()
                    && (reason != Look.Reason.OTHER || !text("request").isEmpty())) {
                faults.put("request", "請求の受付番号を、12文字で入れてください（例：ABCD-EFGH-JKLM）。");
            }
            return number;
        }

        private String words(Look.Reason reason) {
            String words = text("words");
            if (reason == Look.Reason.OTHER && words.length() < SHORTEST_REASON) {
                faults.put("words", "どの法令の、何のために調べるのかを書いてください。");
            }
            String name = Kana.searchKey(text("name"));
            if (name.length() >= SHORTEST_NAME && Kana.searchKey(words).contains(name)) {
                faults.put("words", "理由は記録に残ります。本人の名前を書かないでください。");
            }
            return words;
        }

        private void name() {
            String name = text("name");
            String kana = text("kana");
            if (!name.isEmpty() && Kana.searchKey(name).length() < SHORTEST_NAME) {
                faults.put("name", "姓と名の両方を入れてください。姓だけでは、ほかの人のものまで出てしまいます。");
            } else if (!name.isEmpty()) {
                parts.put("name", new PersonKey(name, null, null, null, Set.of()));
            }
            if (!kana.isEmpty() && !Kana.isKana(kana)) {
                faults.put("kana", "フリガナは、かなで入れてください。");
            } else if (!kana.isEmpty() && Kana.searchKey(kana).length() < SHORTEST_KANA) {
                faults.put("kana", "フリガナは、姓と名の両方を入れてください。");
            } else if (!kana.isEmpty()) {
                parts.put("kana", new PersonKey(null, kana, null, null, Set.of()));
            }
        }

        private void phone() {
            String digits = Kana.normalised(text("phone")).replaceAll("\\D", "");
            if (!text("phone").isEmpty() && digits.length() < FEWEST_DIGITS) {
                faults.put("phone", "電話番号は、市外局番から全部の数字を入れてください。");
            } else if (!digits.isEmpty()) {
                parts.put("phone", new PersonKey(null, null, digits, null, Set.of()));
            }
        }

        private void mail() {
            String mail = Kana.normalised(text("mail")).strip();
            if (!mail.isEmpty() && !mail.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")) {
                faults.put("mail", "メールアドレスは、全体を入れてください（例：taro@example.jp）。");
            } else if (!mail.isEmpty()) {
                parts.put("mail", new PersonKey(null, null, null, mail, Set.of()));
            }
        }

        private void receipts(Function<ReceiptNumber, Optional<UUID>> find) {
            List<UUID> found = new ArrayList<>();
            for (String each : text("receipts").split("[、,\\s　]+")) {
                Optional<ReceiptNumber> number = ReceiptNumber.parse(each);
                Optional<UUID> submission = number.flatMap(find);
                if (!each.isEmpty() && submission.isEmpty()) {
                    faults.put(
                            "receipts",
                            number.isEmpty()
                                    ? "「" + each + "」は受付番号ではありません。12文字を確かめてください。"
                                    : "受付番号 " + number.get().format() + " の届出はありません。");
                }
                submission.ifPresent(found::add);
            }
            if (!found.isEmpty()) {
                parts.put("receipt", new PersonKey(null, null, null, null, Set.copyOf(found)));
            }
        }

        private String text(String field) {
            String plain = Graphemes.trimmed(typed.getOrDefault(field, ""));
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        }
    }
}
