package town.machi.shelter;

import java.util.UUID;

/// What is happening, or a drill.
public record DisasterId(UUID value) {

    /// As the audit names it: `shelter.disaster:uuid`.
    public String subject() {
        return "shelter.disaster:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
