package town.machi.shelter.list;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One row of a list, read by the names of its columns; it gathers its own faults.
public final class CsvRow {

    private final Map<String, Integer> positions;
    private final List<String> cells;
    private final int line;
    private final List<String> faults = new ArrayList<>();

    CsvRow(Map<String, Integer> positions, List<String> cells, int line) {
        this.positions = positions;
        this.cells = cells;
        this.line = line;
    }

    /// The same, with no fault found yet.
    CsvRow again() {
        return new CsvRow(positions, cells, line);
    }

    public int line() {
        return line;
    }

    public List<String> faults() {
        return faults;
    }

    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /// @param longest so many characters; more is a fault
    public String text(String column, int longest) {
        Integer at = positions.get(column);
        String cell = at == null || at >= cells.size() ? "" : cells.get(at).strip();
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        if (text.length() > longest) {
            fault(column + "が長すぎます（" + longest + "文字まで）。");
            return text.substring(0, longest);
        }
        return text;
    }

    /// In its usual width: for numbers and dates.
    public String folded(String column) {
        return Normalizer.normalize(text(column, 60), Normalizer.Form.NFKC);
    }

    public void fault(String words) {
        faults.add(line + "行目: " + words);
    }
}
