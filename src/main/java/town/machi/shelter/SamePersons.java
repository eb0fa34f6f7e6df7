package town.machi.shelter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Whom staff declared to be one person. Of those who are one, the smallest id stands for all.
final class SamePersons {

    private final Map<UUID, UUID> leads = new HashMap<>();

    private SamePersons() {}

    /// @param events in order: of several words about the same two, the last counts
    static SamePersons of(List<ShelterEvent> events) {
        record Two(UUID one, UUID other) {}
        Map<Two, Boolean> words = new HashMap<>();
        for (ShelterEvent event : events) {
            if (event.what() instanceof Happening.Same(UUID one, UUID other, boolean same)) {
                boolean inOrder = one.toString().compareTo(other.toString()) <= 0;
                words.put(inOrder ? new Two(one, other) : new Two(other, one), same);
            }
        }
        SamePersons persons = new SamePersons();
        words.forEach((two, same) -> {
            if (same) {
                persons.join(two.one(), two.other());
            }
        });
        return persons;
    }

    /// The one who stands for this person.
    UUID first(UUID person) {
        UUID lead = leads.get(person);
        return lead == null ? person : first(lead);
    }

    /// Everybody for whom somebody else stands.
    Map<UUID, UUID> aliases() {
        Map<UUID, UUID> aliases = new HashMap<>();
        leads.keySet().forEach(person -> aliases.put(person, first(person)));
        return aliases;
    }

    private void join(UUID one, UUID other) {
        UUID first = first(one);
        UUID second = first(other);
        int order = first.toString().compareTo(second.toString());
        if (order < 0) {
            leads.put(second, first);
        } else if (order > 0) {
            leads.put(first, second);
        }
    }
}
