package town.machi.kernel;

import java.io.Serializable;
import java.util.UUID;

/// A member of staff, for as long as the town remembers them.
public record StaffId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
