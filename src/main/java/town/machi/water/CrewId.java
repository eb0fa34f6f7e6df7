package town.machi.water;

import java.util.UUID;

/// A crew (班): the people who drive out together.
public record CrewId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
