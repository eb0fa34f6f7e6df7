package town.machi.shelter.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.shelter.Happening;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.PresenceRows;

/// Keeps what is computed in step with the log: of whom the new events tell, everything is computed again from
/// all
/// events about them.
@Component
class Register {

    private final LogRows events;
    private final PresenceRows presence;

    Register(LogRows events, PresenceRows presence) {
        this.events = events;
        this.presence = presence;
    }

    /// Computes these anew from what the log says of them by now.
    void recompute(Set<UUID> subjects) {
        if (!subjects.isEmpty()) {
            Set<UUID> all = new HashSet<>(subjects);
            presence.replace(all, Presence.of(gather(all)));
        }
    }

    void recompute(List<ShelterEvent> added) {
        Set<UUID> subjects = new HashSet<>();
        Set<UUID> takenBack = new HashSet<>();
        Set<UUID> settled = new HashSet<>();
        for (ShelterEvent event : added) {
            switch (event.what()) {
                case Happening.Settled(UUID conflict) -> settled.add(conflict);
                case Happening.Corrected(UUID wrong) -> takenBack.add(wrong);
                default -> subjects.addAll(event.subjects());
            }
        }
        if (!takenBack.isEmpty()) {
            subjects.addAll(events.subjectsOf(takenBack));
        }
        if (!subjects.isEmpty()) {
            presence.replace(subjects, Presence.of(gather(subjects)));
        }
        if (!settled.isEmpty()) {
            presence.settle(settled);
        }
    }

    /// All events about the subjects. Persons declared to be one are taken together, and so are the groups of
    /// open
    /// places that they take: `subjects` grows by them.
    private Collection<ShelterEvent> gather(Set<UUID> subjects) {
        List<ShelterEvent> about = events.about(subjects);
        while (subjects.addAll(related(about, subjects))) {
            about = events.about(subjects);
        }
        Set<UUID> takers =
                about.stream().flatMap(event -> event.subjects().stream()).collect(Collectors.toSet());
        takers.removeAll(subjects);
        return takers.isEmpty() ? about : withDeclarations(about, takers);
    }

    /// Those who took places of a group are counted as one where they were declared to be one.
    private List<ShelterEvent> withDeclarations(List<ShelterEvent> about, Set<UUID> takers) {
        List<ShelterEvent> all = new java.util.ArrayList<>(about);
        Set<UUID> asked = new HashSet<>(takers);
        Set<UUID> next = takers;
        while (!next.isEmpty()) {
            List<ShelterEvent> said = events.declarations(next);
            all.addAll(said);
            next = said.stream().flatMap(event -> event.subjects().stream()).collect(Collectors.toSet());
            next.removeAll(asked);
            asked.addAll(next);
        }
        return all;
    }

    private static Set<UUID> related(List<ShelterEvent> about, Set<UUID> subjects) {
        Set<UUID> related = new HashSet<>();
        for (ShelterEvent event : about) {
            switch (event.what()) {
                case Happening.Same same -> related.addAll(List.of(same.one(), same.other()));
                case Happening.Arrived arrived -> related.addAll(taken(arrived.persons(), subjects));
                case Happening.Noted noted -> related.addAll(taken(noted.persons(), subjects));
                default -> {}
            }
        }
        return related;
    }

    private static Set<UUID> taken(List<PersonFacts> persons, Set<UUID> subjects) {
        Set<UUID> taken = new HashSet<>();
        for (PersonFacts person : persons) {
            if (person.takes() != null && subjects.contains(person.id())) {
                taken.add(person.takes());
            }
        }
        return taken;
    }
}
