package town.machi.shelter.inquiry;

import java.util.Arrays;
import java.util.Optional;

/// What may be answered. Source: 災害対策基本法 第86条の15, and the order to it (施行規則 第8条の3).
public enum Told {
    /// That the town has a record of them, no more.
    HELD("有無"),
    /// In which shelter, or where they left to.
    WHEREABOUTS("居所"),
    /// けが・体調.
    CONDITION("けが"),
    CONTACT("連絡先");

    private final String label;

    Told(String label) {
        this.label = label;
    }

    /// The word of the settings: `有無 居所`.
    public String label() {
        return label;
    }

    static Optional<Told> of(String word) {
        return Arrays.stream(values()).filter(each -> each.label.equals(word)).findFirst();
    }
}
