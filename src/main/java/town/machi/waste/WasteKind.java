package town.machi.waste;

import java.util.Locale;

/// What is collected together. The words stand in the message files: `waste.kind.burnable`.
public enum WasteKind {
    BURNABLE,
    UNBURNABLE,
    PLASTIC,
    PAPER,
    GLASS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
