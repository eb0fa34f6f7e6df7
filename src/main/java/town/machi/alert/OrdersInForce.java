package town.machi.alert;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which orders of the mayor are in force, computed from what was sent in one world.
///
/// An order ends only by a message that names it: a new one of another level leaves it standing, and the highest one
/// counts in each district.
///
/// @param byDistrict the highest order of each district that has one
public record OrdersInForce(Map<String, OrderLevel> byDistrict) {

    public OrdersInForce {
        byDistrict = Collections.unmodifiableMap(new TreeMap<>(byDistrict));
    }

    /// @param sent every message of one world that was sent, in the order of sending
    public static OrdersInForce of(List<Alert> sent) {
        Map<String, OrderLevel> highest = new TreeMap<>();
        for (Chains.Chain chain : Chains.of(sent).list()) {
            chain.current()
                    .content()
                    .orderLevel()
                    .ifPresent(level -> chain.districts()
                            .forEach(district -> highest.merge(
                                    district, level, (one, other) -> one.level() > other.level() ? one : other)));
        }
        return new OrdersInForce(highest);
    }

    public Optional<OrderLevel> in(String district) {
        return Optional.ofNullable(byDistrict.get(district));
    }

    /// The districts of each level, the highest level first; levels without districts are left out.
    public Map<OrderLevel, Set<String>> byLevel() {
        Map<OrderLevel, Set<String>> levels = new TreeMap<>(Collections.reverseOrder());
        byDistrict.forEach((district, level) ->
                levels.computeIfAbsent(level, _ -> new TreeSet<>()).add(district));
        return levels;
    }

    public boolean isEmpty() {
        return byDistrict.isEmpty();
    }
}
