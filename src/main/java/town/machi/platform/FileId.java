package town.machi.platform;

import java.util.UUID;

/// Of a stored file.
public record FileId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
