package town.machi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What was measured, as rows that a person reads and a program compares.
final class Results {

    /// @param reference what it is held against; null: nothing
    /// @param ratio value divided by the reference's value
    /// @param aim in words
    record Row(
            String name,
            double value,
            String unit,
            @Nullable String reference,
            @Nullable Double referenceValue,
            @Nullable Double ratio,
            @Nullable String aim,
            @Nullable Boolean met) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String name, double value, String unit) {
        add(new Row(name, value, unit, null, null, null, null, null));
    }

    void add(String name, double value, String unit, String aim, boolean met) {
        add(new Row(name, value, unit, null, null, null, aim, met));
    }

    void add(String name, double value, String unit, String reference, double against, String aim, boolean met) {
        add(new Row(name, value, unit, reference, against, value / against, aim, met));
    }

    private void add(Row row) {
        rows.add(row);
        IO.println(line(row));
    }

    private static String line(Row row) {
        String text = String.format(Locale.ROOT, "%-58s %10.2f %-6s", row.name(), row.value(), row.unit());
        if (row.ratio() != null) {
            text += String.format(
                    Locale.ROOT, "  %.3f of %s (%.1f)", row.ratio(), row.reference(), row.referenceValue());
        }
        if (row.aim() != null) {
            text += "  aim: " + row.aim() + (Boolean.TRUE.equals(row.met()) ? "  met" : "  NOT met");
        }
        return text;
    }

    void write(Path file) throws IOException {
        String json =
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
        Files.writeString(file, json + "\n");
    }
}
