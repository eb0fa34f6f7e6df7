package town.machi.procedure;

import java.util.Optional;

/// What the law asks of a procedure that ends in a decision on somebody's rights (処分): by which criteria it is
/// decided, in how many days, and what the person can do against it.
///
/// @param criteria 審査基準 (行政手続法 5条); empty: 未設定
/// @param limit in how many days it must be decided; empty where no law sets a limit
/// @param remedy 教示
public record Ruling(Optional<Words> criteria, Optional<Limit> limit, Remedy remedy) {

    public static final Ruling NONE = new Ruling(Optional.empty(), Optional.empty(), new Remedy.NotTold());

    /// Calendar days, the first not counted (民法 140条).
    ///
    /// @param days 開示請求は 15 日
    /// @param extension days by which it can be put off once, with a notice; 0: never
    public record Limit(int days, int extension) {}

    /// 教示: 行政不服審査法 82条, 行政事件訴訟法 46条.
    public sealed interface Remedy {

        /// The file says nothing.
        record NotTold() implements Remedy {}

        /// It is no 処分.
        ///
        /// @param why in the file's words
        record NoRuling(String why) implements Remedy {}

        /// @param reviewer to whom an 審査請求 goes: 芦北町長
        /// @param reviewMonths from the day after one knew of the decision
        /// @param defendant of a suit for annulment (取消訴訟): 芦北町
        /// @param representative who stands for the defendant: 芦北町長
        /// @param suitMonths the same for the suit
        record Told(String reviewer, int reviewMonths, String defendant, String representative, int suitMonths)
                implements Remedy {}
    }

    /// The sentences of the notice, in the order in which the two laws put them; empty where there is nothing to tell.
    public Optional<String> instruction() {
        return switch (remedy) {
            case Remedy.NotTold _, Remedy.NoRuling _ -> Optional.empty();
            case Remedy.Told told -> Optional.of(review(told) + "\n" + suit(told));
        };
    }

    private static String review(Remedy.Told told) {
        return "１　この決定に不服があるときは、この決定があったことを知った日の翌日から起算して" + told.reviewMonths() + "か月以内に、"
                + told.reviewer() + "に対して審査請求をすることができます。ただし、この決定の日の翌日から起算して1年を過ぎると、"
                + "審査請求をすることはできません。";
    }

    private static String suit(Remedy.Told told) {
        return "２　この決定の取消しを求める訴えは、この決定があったことを知った日の翌日から起算して" + told.suitMonths() + "か月以内に、"
                + told.defendant() + "を被告として（訴訟で" + told.defendant() + "を代表する者は" + told.representative()
                + "です。）起こすことができます。ただし、この決定の日の翌日から起算して1年を過ぎると、訴えを起こすことはできません。"
                + "審査請求をしたときは、この期間は、その裁決があったことを知った日または裁決の日の翌日から数えます。";
    }
}
