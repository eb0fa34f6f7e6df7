package town.machi.platform.files;

import java.io.IOException;

/// The file is not what its first bytes promise: cut off, or damaged.
final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
