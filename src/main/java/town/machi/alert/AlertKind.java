package town.machi.alert;

import java.util.Locale;

/// What a message is about.
public enum AlertKind {
    EVACUATION("避難情報"),
    SHELTER("避難所開設"),
    WEATHER("気象"),
    WORKS("断水・通行止め"),
    FIRE("火災"),
    MISSING("行方不明者"),
    NOTICE("行政のお知らせ"),
    /// What the J-ALERT receiver started: 国民保護 and the like, in the state's words.
    NATIONAL("Jアラート");

    private final String label;

    AlertKind(String label) {
        this.label = label;
    }

    /// The word on screens.
    public String label() {
        return label;
    }

    /// What stands in files and addresses: `evacuation`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Who speaks in such a message. A warning of the 気象庁 is never shown as the town's order.
    public Source source() {
        return switch (this) {
            case EVACUATION -> Source.MAYOR;
            case WEATHER -> Source.JMA;
            case NATIONAL -> Source.STATE;
            case SHELTER, WORKS, FIRE, MISSING, NOTICE -> Source.TOWN;
        };
    }
}
