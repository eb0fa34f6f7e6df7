package town.machi.shelter;

import java.util.UUID;

/// One time that a shelter is open.
public record OpeningId(UUID value) {

    /// As the audit names it: `shelter.opening:uuid`.
    public String subject() {
        return "shelter.opening:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
