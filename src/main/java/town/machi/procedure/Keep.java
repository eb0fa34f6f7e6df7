package town.machi.procedure;

import java.time.Period;

/// 保存年限: how long the papers of a procedure are kept, once a case is closed.
public sealed interface Keep {

    /// @param length years, months or days; never zero
    record For(Period length) implements Keep {}

    /// 永年: never destroyed.
    record Forever() implements Keep {}

    /// The town has not told it: 未設定. Nothing is destroyed on a guess.
    record NotSet() implements Keep {}

    static Keep ofYears(int years) {
        return new For(Period.ofYears(years));
    }

    /// 5年, 6か月, 90日, 永年, 未設定
    default String label() {
        return switch (this) {
            case For(Period length) -> label(length);
            case Forever _ -> "永年";
            case NotSet _ -> "未設定";
        };
    }

    private static String label(Period length) {
        if (length.getYears() > 0) {
            return length.getYears() + "年";
        }
        return length.getMonths() > 0 ? length.getMonths() + "か月" : length.getDays() + "日";
    }
}
