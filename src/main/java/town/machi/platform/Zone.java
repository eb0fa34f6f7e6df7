package town.machi.platform;

/// Which side of the cut between the internet and the inner network this node is on (`MACHI_ZONE`, 三層分離).
public enum Zone {
    /// One program on one database: there is no cut.
    WHOLE,
    /// Where residents file and look; knows nothing of what the office does but the words for the resident.
    PUBLIC,
    /// Where the office works.
    INNER;

    public boolean isCut() {
        return this != WHOLE;
    }

    /// The one with which this one exchanges letters.
    ///
    /// @throws IllegalStateException where there is no cut
    public Zone partner() {
        return switch (this) {
            case PUBLIC -> INNER;
            case INNER -> PUBLIC;
            case WHOLE -> throw new IllegalStateException("a whole town has no other zone");
        };
    }

    /// `public`, `inner`; as the operator writes it.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// For people: 外側（インターネット側）
    public String label() {
        return switch (this) {
            case WHOLE -> "町ぜんたい";
            case PUBLIC -> "外側（インターネット側）";
            case INNER -> "内側（庁内）";
        };
    }
}
