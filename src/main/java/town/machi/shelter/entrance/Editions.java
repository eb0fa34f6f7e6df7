package town.machi.shelter.entrance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list that every desk keeps a copy of, edition after edition. A desk that has one of the last hears only what
/// changed since; any other hears the whole list. Nothing is asked of the desks but the name of what they have, and
/// nothing of the nodes but that the same name means the same list on each of them.
///
/// @param <K> by what an entry is known
/// @param <V> the entry
public final class Editions<K, V> {

    private static final int REMEMBERED = 240;

    private final Deque<Step<K, V>> steps = new ArrayDeque<>();
    private Map<K, V> list = Map.of();
    private @Nullable String edition;

    /// What a desk has to change in its copy.
    ///
    /// @param edition the name of what it has afterwards
    /// @param whole the desk lets go of its copy first
    /// @param come new or other entries
    /// @param gone by what they were known
    public record Change<K, V>(String edition, boolean whole, Map<K, V> come, Set<K> gone) {

        public boolean isNothing() {
            return !whole && come.isEmpty() && gone.isEmpty();
        }
    }

    /// From one edition to the next.
    private record Step<K, V>(String from, Map<K, V> come, Set<K> gone) {}

    /// The newest edition. It must not be changed any more by whoever hands it over.
    synchronized void publish(String newest, Map<K, V> entries) {
        if (newest.equals(edition)) {
            return;
        }
        if (edition != null) {
            steps.addLast(step(edition, list, entries));
            if (steps.size() > REMEMBERED) {
                steps.removeFirst();
            }
        }
        edition = newest;
        list = entries;
    }

    private static <K, V> Step<K, V> step(String from, Map<K, V> before, Map<K, V> after) {
        Map<K, V> come = new HashMap<>();
        after.forEach((key, value) -> {
            if (!value.equals(before.get(key))) {
                come.put(key, value);
            }
        });
        Set<K> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        return new Step<>(from, come, gone);
    }

    synchronized @Nullable String edition() {
        return edition;
    }

    /// @param known what the desk has; null: nothing yet
    public synchronized Change<K, V> since(@Nullable String known) {
        if (edition == null) {
            throw new IllegalStateException("nothing was published yet");
        }
        if (edition.equals(known)) {
            return new Change<>(edition, false, Map.of(), Set.of());
        }
        Map<K, V> come = new HashMap<>();
        Set<K> gone = new HashSet<>();
        Iterator<Step<K, V>> newestFirst = steps.descendingIterator();
        while (newestFirst.hasNext()) {
            Step<K, V> step = newestFirst.next();
            add(step, come, gone);
            if (step.from().equals(known)) {
                return new Change<>(edition, false, Map.copyOf(come), Set.copyOf(gone));
            }
        }
        return new Change<>(edition, true, list, Set.of());
    }

    /// An earlier step tells only what no later one told.
    private static <K, V> void add(Step<K, V> earlier, Map<K, V> come, Set<K> gone) {
        earlier.come().forEach((key, value) -> {
            if (!gone.contains(key)) {
                come.putIfAbsent(key, value);
            }
        });
        earlier.gone().forEach(key -> {
            if (!come.containsKey(key)) {
                gone.add(key);
            }
        });
    }
}
