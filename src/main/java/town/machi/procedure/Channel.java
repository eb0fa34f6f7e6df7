package town.machi.procedure;

/// The way in which something was filed.
public enum Channel {
    WEB("インターネット"),
    LINE("LINE"),
    COUNTER("窓口"),
    PHONE("電話"),
    PAPER("書面");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The word for this channel in a definition file and in the database: `web`.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
