package town.machi.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What was sent in one world, tied together: a message with everything that corrected, lifted or retracted it.
public final class Chains {

    /// A message with what became of it.
    ///
    /// @param root the first message
    /// @param current what counts now: the first one or its last correction
    /// @param districts where it still stands; none: it is over
    /// @param last the newest message about it
    public record Chain(Alert root, Alert current, Set<String> districts, Alert last) {

        public boolean isOver() {
            return districts.isEmpty();
        }

        /// Whether it is shown as being on: it stands somewhere and its end has not passed.
        public boolean isOn(Instant now) {
            return !isOver()
                    && current.content()
                            .until()
                            .filter(end -> !end.isAfter(now))
                            .isEmpty();
        }
    }

    private final Map<AlertId, Chain> byRoot = new LinkedHashMap<>();
    private final Map<AlertId, AlertId> roots = new LinkedHashMap<>();

    private Chains() {}

    /// @param sent every message of one world that was sent, in the order of sending
    public static Chains of(List<Alert> sent) {
        Chains chains = new Chains();
        sent.forEach(chains::add);
        return chains;
    }

    private void add(Alert alert) {
        AlertId root =
                alert.about().map(about -> roots.getOrDefault(about, about)).orElse(alert.id());
        roots.put(alert.id(), root);
        Chain before = byRoot.get(root);
        if (alert.act() == AlertAct.ISSUE) {
            alert.progress().hazard().ifPresent(hazard -> supersede(hazard, alert));
        }
        Set<String> named = alert.content().districts();
        byRoot.put(
                root,
                switch (alert.act()) {
                    case ISSUE -> new Chain(alert, alert, named, alert);
                    case CORRECT -> new Chain(before == null ? alert : before.root(), alert, named, alert);
                    case RETRACT -> ended(before, alert, Set.of());
                    case LIFT -> ended(before, alert, without(before, named));
                });
    }

    /// A new warning of a hazard takes the place of the one before.
    private void supersede(String hazard, Alert by) {
        byRoot.replaceAll((root, chain) ->
                chain.root().progress().hazard().filter(hazard::equals).isPresent()
                        ? new Chain(chain.root(), chain.current(), Set.of(), by)
                        : chain);
    }

    private static Chain ended(@org.jspecify.annotations.Nullable Chain before, Alert alert, Set<String> left) {
        return before == null
                ? new Chain(alert, alert, Set.of(), alert)
                : new Chain(before.root(), before.current(), left, alert);
    }

    private static Set<String> without(@org.jspecify.annotations.Nullable Chain before, Set<String> named) {
        Set<String> rest = new TreeSet<>(before == null ? Set.<String>of() : before.districts());
        rest.removeAll(named);
        return Collections.unmodifiableSet(rest);
    }

    /// In the order of their first messages.
    public List<Chain> list() {
        return List.copyOf(byRoot.values());
    }

    /// The chain that the message belongs to; empty while it is not sent.
    public Optional<Chain> find(AlertId id) {
        return Optional.ofNullable(roots.get(id)).map(root -> Objects.requireNonNull(byRoot.get(root)));
    }

    /// Those that are on, the highest level first, then the newest.
    public List<Chain> listOn(Instant now) {
        return list().reversed().stream()
                .filter(chain -> chain.isOn(now))
                .sorted(java.util.Comparator.comparingInt(
                                (Chain chain) -> chain.current().content().level())
                        .reversed())
                .toList();
    }
}
