package town.machi.shell.component;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lying bars, one below the other, each with its words. The table that belongs to it says the same to whoever does not
/// see it.
///
/// @param words what it shows, for whoever hears it
/// @param legend what the dark part, the light part and the line mean; null: it needs no word
public record BarChart(String words, @Nullable String legend, List<Bar> bars) {

    /// @param value in words, behind the bar: 「12件」
    /// @param length of the whole bar
    /// @param dark of the length, the part at its beginning that is dark
    /// @param line where a line stands across; null: none
    public record Bar(
            String label,
            String value,
            double length,
            double dark,
            @Nullable Double line) {}

    /// In hundredths of the room that there is.
    public double share(double value) {
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.length(), bar.line() == null ? 0 : bar.line()))
                .max()
                .orElse(0);
        return most == 0 ? 0 : Math.round(value / most * 980) / 10.0;
    }
}
