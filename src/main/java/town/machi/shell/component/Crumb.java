package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// One step of the way to this page.
///
/// @param href null for the page itself, the last one
public record Crumb(String label, @Nullable String href) {

    /// The page itself.
    public static Crumb here(String label) {
        return new Crumb(label, null);
    }
}
