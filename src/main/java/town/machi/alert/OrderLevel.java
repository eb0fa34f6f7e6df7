package town.machi.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// 避難情報 of the mayor and its warning level. Source: 避難情報に関するガイドライン（内閣府, in force since 2021-05-20）.
public enum OrderLevel {
    ELDERLY(3, "高齢者等避難"),
    INSTRUCT(4, "避難指示"),
    SAFETY(5, "緊急安全確保");

    private final int level;
    private final String label;

    OrderLevel(int level, String label) {
        this.level = level;
        this.label = label;
    }

    /// 3, 4 or 5.
    public int level() {
        return level;
    }

    public String label() {
        return label;
    }

    /// What stands in files and message keys: `instruct`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether one person alone may send it when nobody answers.
    public boolean mayGoAlone() {
        return this != ELDERLY;
    }

    public static Optional<OrderLevel> ofLevel(int level) {
        return Arrays.stream(values()).filter(order -> order.level == level).findFirst();
    }
}
