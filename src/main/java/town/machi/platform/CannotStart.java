package town.machi.platform;

/// The program cannot start, or its database cannot be used, as things stand. The message is a sentence for whoever
/// starts the program: what is wrong, and what to do.
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
