package town.machi.identity;

import java.util.Locale;

/// Where a member of staff stands with the program.
public enum StaffState {
    INVITED("招待中"),
    ACTIVE("利用中"),
    SUSPENDED("停止中"),
    GONE("退職");

    private final String label;

    StaffState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// As the database writes it.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static StaffState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
