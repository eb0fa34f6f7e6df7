package town.machi.platform.database;

/// The database cannot be used as it stands. The message is a sentence for whoever starts the program: what is wrong,
/// and what to do.
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnavailable(String message) {
        super(message);
    }

    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
