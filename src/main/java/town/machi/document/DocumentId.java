package town.machi.document;

import java.util.UUID;

/// An issued document.
public record DocumentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
