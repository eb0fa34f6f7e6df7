package town.machi.platform.database;

/// How much a commit is worth.
public enum Durability {
    /// What was acknowledged survives a power cut: `fsync` and `synchronous_commit` are on.
    DURABLE("on"),
    /// For tests only: as fast as the machine goes, lost with it.
    THROWAWAY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
