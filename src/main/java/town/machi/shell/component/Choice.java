package town.machi.shell.component;

import org.jspecify.annotations.Nullable;

/// One of several answers to choose from.
///
/// @param hint a line under the label; null: none
public record Choice(String value, String label, @Nullable String hint, boolean chosen) {

    public Choice(String value, String label, boolean chosen) {
        this(value, label, null, chosen);
    }
}
