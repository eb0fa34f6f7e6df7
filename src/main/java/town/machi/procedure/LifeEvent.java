package town.machi.procedure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// ライフイベント: occasions on which people look for procedures. Source: 行政手続等の棚卸 (code list ライフイベント個人); 災害 is ours.
public enum LifeEvent {
    PREGNANCY("妊娠", "にんしん（おなかに 赤ちゃんが いる）", "Pregnancy"),
    BIRTH("出生・こども", "赤ちゃん・こども", "Birth and children"),
    MOVING("引越し", "ひっこし", "Moving"),
    WORK("就職・転職", "しごと", "Work"),
    MARRIAGE("結婚・離婚", "けっこん・りこん", "Marriage and divorce"),
    CAR("自動車", "くるま", "Cars"),
    HOUSING("住宅", "いえ", "Housing"),
    CARE("介護", "かいご（年を とった 人の せわ）", "Long-term care"),
    HEALTH("医療・健康", "びょうき・けんこう", "Medical care and health"),
    TAX("税金", "ぜいきん", "Taxes"),
    PENSION("年金の受給", "ねんきん", "Pensions"),
    DEATH("死亡・相続", "家族が なくなったとき", "Death and inheritance"),
    DISASTER("災害", "さいがい", "Disasters"),
    OTHER("その他", "そのほか", "Other");

    private final Words words;

    LifeEvent(String ja, String easy, String en) {
        this.words = new Words(ja, easy, en);
    }

    /// The word for it in a definition: `moving`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Words words() {
        return words;
    }

    /// By its code, or by its Japanese name.
    public static Optional<LifeEvent> find(String word) {
        return Arrays.stream(values())
                .filter(event -> event.code().equals(word) || event.words.ja().equals(word))
                .findFirst();
    }
}
