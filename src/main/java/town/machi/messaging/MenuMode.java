package town.machi.messaging;

import java.util.Locale;

/// What the rich menu under the LINE talk is for.
public enum MenuMode {
    NORMAL("平常"),
    DISASTER("災害");

    private final String label;

    MenuMode(String label) {
        this.label = label;
    }

    /// The word on the screen.
    public String label() {
        return label;
    }

    /// As it is stored.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
