package town.machi.shelter.list;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A list as it came from somebody's spreadsheet.
///
/// @param faults why it is no list at all; with any, there are no rows
public record CsvTable(List<String> faults, List<CsvRow> rows) {

    private static final Charset WINDOWS = Charset.forName("windows-31j");

    /// UTF-8 or Shift_JIS; empty where it is neither.
    public static Optional<String> decode(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /// @param needed the column without which it is another list
    /// @param examples what is said of the first line when it is not there
    public static CsvTable read(String csv, String needed, String examples) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
            List<CsvRecord> records = reader.stream().toList();
            Map<String, Integer> positions =
                    records.isEmpty() ? Map.of() : positions(records.getFirst().getFields());
            return positions.containsKey(needed)
                    ? new CsvTable(List.of(), rows(records, positions))
                    : new CsvTable(List.of("1行目に列の名前（" + examples + " など）がありません。"), List.of());
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            return new CsvTable(List.of("CSV として読めません。" + e.getMessage()), List.of());
        }
    }

    private static List<CsvRow> rows(List<CsvRecord> records, Map<String, Integer> positions) {
        return records.stream()
                .skip(1)
                .filter(each -> each.getFields().stream().anyMatch(cell -> !cell.isBlank()))
                .map(each -> new CsvRow(positions, each.getFields(), (int) each.getStartingLineNumber()))
                .toList();
    }

    private static Map<String, Integer> positions(List<String> header) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            positions.putIfAbsent(header.get(i).strip(), i);
        }
        return positions;
    }
}
