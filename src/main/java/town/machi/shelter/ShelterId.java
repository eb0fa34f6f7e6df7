package town.machi.shelter;

import java.util.UUID;

/// A place to flee to or to stay in.
public record ShelterId(UUID value) {

    /// As the audit names it: `shelter.shelter:uuid`.
    public String subject() {
        return "shelter.shelter:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
