package town.machi.shell;

import java.util.List;

/// The office menu as it is shown: on one line what somebody does every day, the rest of many behind one word.
///
/// @param rest empty where everything fits
public record MenuFold(List<MenuItem> first, List<MenuItem> rest) {

    private static final int FITS = 9;
    private static final int FIRST = 7;

    public static MenuFold of(List<MenuItem> items) {
        return items.size() <= FITS
                ? new MenuFold(items, List.of())
                : new MenuFold(items.subList(0, FIRST), items.subList(FIRST, items.size()));
    }

    /// Whether the page lies under what is folded away.
    public boolean isBehind(String path) {
        return rest.stream().anyMatch(item -> item.isCurrent(path));
    }

    /// How much waits behind the word, so that nothing that waits is hidden.
    public int waiting() {
        return rest.stream()
                .map(MenuItem::count)
                .mapToInt(count -> count == null ? 0 : count)
                .sum();
    }
}
