package town.machi.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is damaged, and which section it goes to while no 本部 is open.
public enum Damage {
    ROAD("道路", "construction"),
    LEAK("漏水・断水", "water"),
    LIGHT("街灯", "general"),
    SLIDE("がけくずれ", "construction"),
    FLOOD("水があふれた", "construction"),
    HOUSE("家の被害", "general"),
    OTHER("そのほか", "general");

    private final String label;
    private final String section;

    Damage(String label, String section) {
        this.label = label;
        this.section = section;
    }

    public String label() {
        return label;
    }

    /// Short name of the section in charge.
    public String section() {
        return section;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Damage> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    /// Offered under a message, and without one.
    public static List<Damage> offered(boolean disaster) {
        return disaster ? List.of(SLIDE, FLOOD, ROAD, HOUSE, LEAK, OTHER) : List.of(ROAD, LEAK, LIGHT, OTHER);
    }
}
