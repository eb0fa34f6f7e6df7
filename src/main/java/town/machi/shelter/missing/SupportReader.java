package town.machi.shelter.missing;

import static town.machi.shelter.missing.SupportColumns.*;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Graphemes;
import town.machi.kernel.Kana;
import town.machi.kernel.Wareki;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.shelter.Sex;
import town.machi.shelter.SupportedPerson;
import town.machi.shelter.list.CsvRow;

/// Reads one row of the list, and tells every fault of it.
final class SupportReader {

    private static final Set<String> YES = Set.of("有", "あり", "1", "○", "◯", "〇", "はい", "同意", "同意あり");
    private static final Set<String> NO = Set.of("", "無", "なし", "0", "×", "いいえ", "不同意", "同意なし");

    /// Digits with a beginning 0, in groups or not; a spreadsheet likes to drop it.
    private static final String TELEPHONE = "\\+?0?[0-9()（）\\- ]{8,20}";

    private final CsvRow row;
    private final Districts districts;
    private final LocalDate today;

    SupportReader(CsvRow row, Districts districts, LocalDate today) {
        this.row = row;
        this.districts = districts;
        this.today = today;
    }

    /// @return empty when something that nobody can do without is not there; every fault is with the row
    Optional<SupportedPerson> read(UUID id) {
        String name = line(NAME, 100);
        if (name.isEmpty()) {
            row.fault(NAME + "がありません。");
        }
        String kana = kana();
        Optional<LocalDate> birth = birth();
        Optional<String> district = district();
        var where = new SupportedPerson.Where(line(ADDRESS, 200), district.orElse(""), line(WARD, 60));
        var supporter = new SupportedPerson.Supporter(line(SUPPORTER, 100), phone(SUPPORTER_PHONE));
        var who = new SupportedPerson.Who(name, kana, birth.orElse(today), sex());
        var person = new SupportedPerson(id, who, where, phone(PHONE), line(CARE, 100), supporter, consented(), plan());
        return row.faults().isEmpty() ? Optional.of(person) : Optional.empty();
    }

    private String kana() {
        String kana = line(KANA, 100);
        if (!Kana.isKana(kana)) {
            row.fault(kana.isEmpty() ? KANA + "がありません。" : KANA + "「" + kana + "」は、ひらがなかカタカナで書いてください。");
        }
        return Kana.normalised(kana);
    }

    private Optional<LocalDate> birth() {
        String typed = row.folded(BIRTH);
        Optional<LocalDate> day = Wareki.parse(typed).findValue().filter(each -> !each.isAfter(today));
        if (day.isEmpty()) {
            row.fault(typed.isEmpty() ? BIRTH + "がありません。" : BIRTH + "「" + typed + "」は、ある日ではありません。");
        }
        return day;
    }

    private @Nullable Sex sex() {
        String word = line(SEX, 20);
        return switch (word) {
            case "" -> null;
            case "女", "女性" -> Sex.F;
            case "男", "男性" -> Sex.M;
            case "その他", "答えたくない" -> Sex.X;
            default -> {
                row.fault(SEX + "「" + word + "」は、男・女・その他か、空です。");
                yield null;
            }
        };
    }

    /// As the column says, or where the address begins with one; the longest name wins.
    private Optional<String> district() {
        String word = line(DISTRICT, 60);
        Optional<String> found = word.isEmpty()
                ? inAddress()
                : districts.list().stream()
                        .filter(each -> each.name().equals(word) || each.id().equals(word))
                        .map(District::id)
                        .findFirst();
        if (found.isEmpty()) {
            row.fault(word.isEmpty() ? DISTRICT + "がなく、住所からも分かりません。" : DISTRICT + "「" + word + "」は町にありません。");
        }
        return found;
    }

    private Optional<String> inAddress() {
        String tail = line(ADDRESS, 200).replaceFirst("^.*?町(大字)?", "");
        return districts.list().stream()
                .filter(each -> tail.startsWith(each.name()))
                .max(Comparator.comparing(each -> each.name().length()))
                .map(District::id);
    }

    private String phone(String column) {
        String phone = row.folded(column);
        if (!phone.isEmpty() && !phone.matches(TELEPHONE)) {
            row.fault(column + "「" + phone + "」は電話番号ではありません。");
        } else if (phone.matches("[1-9].*")) {
            row.fault(column + "「" + phone + "」は、頭の 0 が落ちています。");
        }
        return phone;
    }

    private boolean consented() {
        String word = row.folded(CONSENT);
        boolean yes = YES.contains(word);
        if (!yes && !NO.contains(word)) {
            row.fault(CONSENT + "「" + word + "」は、有か無です。");
        }
        return yes;
    }

    private SupportedPerson.@Nullable Plan plan() {
        String typed = row.folded(PLAN_UPDATED);
        Optional<LocalDate> updated = Wareki.parse(typed).findValue();
        if (!typed.isEmpty() && updated.isEmpty()) {
            row.fault(PLAN_UPDATED + "「" + typed + "」は、ある日ではありません。");
        }
        var plan = new SupportedPerson.Plan(
                line(PLAN_SHELTER, 100),
                line(PLAN_ROUTE, 300),
                line(PLAN_MEANS, 100),
                line(PLAN_CARE, 300),
                line(PLAN_BELONGINGS, 300),
                updated.orElse(null));
        boolean none = Stream.of(plan.shelter(), plan.route(), plan.means(), plan.care(), plan.belongings())
                .allMatch(String::isEmpty);
        return none ? null : plan;
    }

    private String line(String column, int longest) {
        return Graphemes.trimmed(row.text(column, longest).replaceAll("\\R", " "));
    }
}
