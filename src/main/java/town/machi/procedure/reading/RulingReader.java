package town.machi.procedure.reading;

import java.util.Optional;
import town.machi.procedure.Ruling;
import town.machi.procedure.Ruling.Remedy;
import town.machi.procedure.Words;
import town.machi.procedure.yaml.Faults;
import town.machi.procedure.yaml.Node;

/// Reads what the law asks of a decision: `criteria:`, `decide:` and `remedy:`.
final class RulingReader {

    /// 行政不服審査法 18条1項 and 行政事件訴訟法 14条1項; a shorter time would be told wrongly.
    private static final int LEAST_REVIEW_MONTHS = 3;

    private static final int LEAST_SUIT_MONTHS = 6;

    private final Fields fields;
    private final Translations translations;
    private final Places places;
    private final Faults faults;

    RulingReader(Fields fields, Translations translations, Places places) {
        this.fields = fields;
        this.translations = translations;
        this.places = places;
        this.faults = fields.faults();
    }

    Ruling read() {
        Optional<Words> criteria = translations
                .find("criteria", fields, "criteria")
                .filter(words -> !words.ja().equals(Measures.NOT_SET));
        return new Ruling(criteria, limit(), remedy());
    }

    /// `decide: {within: 15 days, extension: 45 days}`
    private Optional<Ruling.Limit> limit() {
        return fields.node("decide").flatMap(node -> {
            Fields of = Fields.of(node, "決定の期限（decide）", faults);
            int days = Measures.calendarDays(of.requiredText("within", "決定までの日数。15 days のように書きます"), faults);
            int extension = Measures.calendarDays(of.text("extension"), faults);
            of.close();
            return days == 0 ? Optional.empty() : Optional.of(new Ruling.Limit(days, extension));
        });
    }

    /// `remedy: {review: {to: 芦北町長, months: 3}, suit: {against: 芦北町, by: 芦北町長, months: 6}}`, or
    /// `remedy: {none: なぜ処分ではないか}`.
    private Remedy remedy() {
        Optional<Node> node = fields.node("remedy");
        if (node.isEmpty()) {
            return new Remedy.NotTold();
        }
        places.add(Places.Kind.HEADER, "remedy", node.get().mark());
        Fields of = Fields.of(node.get(), "教示（remedy）", faults);
        Optional<Node.Text> none = of.text("none");
        if (none.isPresent()) {
            of.close();
            return new Remedy.NoRuling(none.get().value().strip());
        }
        Fields review = part(of, "review", "審査請求。{to: だれに, months: 3} と書きます");
        Fields suit = part(of, "suit", "取消訴訟。{against: 被告, by: 代表する者, months: 6} と書きます");
        of.close();
        Remedy.Told told = new Remedy.Told(
                text(review, "to", "審査請求をする先。例: 芦北町長"),
                months(review, LEAST_REVIEW_MONTHS, "審査請求（行政不服審査法 第18条）"),
                text(suit, "against", "被告。例: 芦北町"),
                text(suit, "by", "訴訟で被告を代表する者。例: 芦北町長"),
                months(suit, LEAST_SUIT_MONTHS, "取消訴訟（行政事件訴訟法 第14条）"));
        review.close();
        suit.close();
        return told;
    }

    private Fields part(Fields of, String key, String meaning) {
        of.require(key, meaning);
        Node empty = new Node.Table(of.mark(), java.util.List.of());
        return Fields.of(of.node(key).orElse(empty), "教示の" + key, faults);
    }

    private static String text(Fields of, String key, String meaning) {
        return of.requiredText(key, meaning).map(text -> text.value().strip()).orElse("");
    }

    private int months(Fields of, int least, String what) {
        Optional<Node.Text> text = of.requiredText("months", "何か月以内か。半角の数字");
        int months = text.map(found -> found.value().strip())
                .filter(digits -> digits.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (text.isPresent() && months < least) {
            faults.add(text.get().mark(), what + "の期間は、法律より短く教えることはできません。" + least + " 以上の半角の数字で書いてください。");
        }
        return Math.max(months, least);
    }
}
