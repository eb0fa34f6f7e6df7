package town.machi.shelter.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.shelter.Happening;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.ShelterEvent;
import town.machi.shelter.jdbc.LogRows;
import town.machi.shelter.jdbc.OpeningRows;
import town.machi.shelter.jdbc.PresenceRows;

/// Keeps what is computed in step with the log: of whom the new events tell, everything is computed again from
/// all
/// events about them.
@Component
class Register {

    private final LogRows events;
    private final PresenceRows presence;
    private final OpeningRows openings;
    private final Set<UUID> asked = ConcurrentHashMap.newKeySet();
    private final Set<UUID> drills = ConcurrentHashMap.newKeySet();

    Register(LogRows events, PresenceRows presence, OpeningRows openings) {
        this.events = events;
        this.presence = presence;
        this.openings = openings;
    }

    /// Computes these anew from what the log says of them by now.
    void recompute(Set<UUID> subjects) {
        if (!subjects.isEmpty()) {
            Set<UUID> all = new HashSet<>(subjects);
            var register = computed(gather(all, new LogRows.Added(Long.MAX_VALUE, List.of())));
            presence.replace(all, all, register);
        }
    }

    void recompute(LogRows.Added added) {
        Set<UUID> subjects = new HashSet<>();
        Set<UUID> takenBack = new HashSet<>();
        Set<UUID> settled = new HashSet<>();
        for (ShelterEvent event : added.events()) {
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
            List<ShelterEvent> all = gather(subjects, added);
            presence.replace(subjects, toldOfBefore(all, added, subjects), computed(all));
        }
        if (!settled.isEmpty()) {
            presence.settle(settled);
        }
    }

    private Presence.Register computed(List<ShelterEvent> all) {
        Set<UUID> where = all.stream().map(ShelterEvent::opening).collect(Collectors.toSet());
        return Presence.of(all, where.size() > 1 ? drillsAmong(where) : Set.of());
    }

    /// An opening is a drill's or not for ever: asked once.
    private Set<UUID> drillsAmong(Set<UUID> where) {
        if (!asked.containsAll(where)) {
            drills.addAll(openings.drillsAmong(where));
            asked.addAll(where);
        }
        return drills;
    }

    /// Nothing was computed yet of those whom only the new events tell of.
    private static Set<UUID> toldOfBefore(List<ShelterEvent> all, LogRows.Added added, Set<UUID> subjects) {
        Set<UUID> fresh = added.events().stream().map(ShelterEvent::id).collect(Collectors.toSet());
        Set<UUID> told = all.stream()
                .filter(event -> !fresh.contains(event.id()))
                .flatMap(event -> event.subjects().stream())
                .collect(Collectors.toSet());
        told.retainAll(subjects);
        return told;
    }

    /// All events about the subjects, the new ones as they came. Persons declared to be one are taken together, and
    /// so are the groups of open places that they take: `subjects` grows by them.
    private List<ShelterEvent> gather(Set<UUID> subjects, LogRows.Added added) {
        List<ShelterEvent> about = about(subjects, added);
        while (subjects.addAll(related(about, subjects))) {
            about = about(subjects, added);
        }
        Set<UUID> takers =
                about.stream().flatMap(event -> event.subjects().stream()).collect(Collectors.toSet());
        takers.removeAll(subjects);
        return takers.isEmpty() ? about : withDeclarations(about, takers);
    }

    private List<ShelterEvent> about(Set<UUID> subjects, LogRows.Added added) {
        List<ShelterEvent> about = new ArrayList<>(events.about(subjects, added.first()));
        about.addAll(added.events());
        return about;
    }

    /// Those who took places of a group are counted as one where they were declared to be one.
    private List<ShelterEvent> withDeclarations(List<ShelterEvent> about, Set<UUID> takers) {
        List<ShelterEvent> all = new ArrayList<>(about);
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
