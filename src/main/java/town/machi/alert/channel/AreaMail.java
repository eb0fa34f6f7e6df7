package town.machi.alert.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import town.machi.alert.AlertText;
import town.machi.kernel.Graphemes;

/// A 緊急速報メール as the carriers' screens take it. It is never cut: what is too long is said, with the count, and
/// people shorten it themselves.
///
/// Source: 緊急速報メール配信の手引き of the four carriers, 災害・避難情報; the town checks the lengths in the edition
/// that it has signed.
public record AreaMail(String subject, String body) {

    public static final int LONGEST_SUBJECT = 15;
    public static final int LONGEST_BODY = 500;

    /// No address in it: old telephones make nothing of it, and everybody would call it at once.
    static AreaMail of(AlertText.Said said) {
        String title = said.title().replaceAll("[ \u3000]", "");
        String drill = said.drill().isEmpty() ? "" : said.drill() + "\n";
        return new AreaMail(
                said.drill().isEmpty() ? title : "訓練 " + title,
                drill + said.first() + "\n" + said.title() + "\n" + said.body().strip() + "\n" + said.last());
    }

    /// How long it is, and how long it may be: `件名 11／15字・本文 213／500字`.
    public String lengths() {
        return "件名 " + Graphemes.count(subject) + "／" + LONGEST_SUBJECT + "字・本文 " + Graphemes.count(body) + "／"
                + LONGEST_BODY + "字";
    }

    /// What is too long, in a sentence for the office.
    public Optional<String> findFault() {
        List<String> over = new ArrayList<>();
        over(over, "件名", Graphemes.count(subject), LONGEST_SUBJECT);
        over(over, "本文", Graphemes.count(body), LONGEST_BODY);
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of("このままでは緊急速報メールに入りません。" + String.join("、", over) + "。自動では切りません。短く直してから送ってください。");
    }

    private static void over(List<String> over, String what, int length, int most) {
        if (length > most) {
            over.add(what + "が" + length + "字あります（" + most + "字まで、" + (length - most) + "字多い）");
        }
    }

    String text() {
        return "件名: " + subject + "\n" + body;
    }
}
