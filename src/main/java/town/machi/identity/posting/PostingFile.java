package town.machi.identity.posting;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a file of transfers: CSV in UTF-8 or Shift_JIS, its columns in any order by their names. Every fault is told
/// with its line; what the lines mean is [PostingCheck]'s matter.
public final class PostingFile {

    public static final List<String> COLUMNS = List.of("異動", "メール", "氏名", "課", "役割", "職");
    public static final List<String> RENAME_COLUMNS = List.of("課", "新しい名前");

    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

    private PostingFile() {}

    /// @param line of the file, counted from 1; 0: the file as a whole
    public record Fault(long line, String sentence) {}

    /// @param cells by column
    public record Row(long line, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /// @param renames whether it is about sections, not people
    public record Read(List<Row> rows, List<Fault> faults, boolean renames) {}

    public static Read read(byte[] content) {
        Optional<String> text = decode(content);
        if (text.isEmpty()) {
            return wrong(new Fault(0, "文字コードを読めません。UTF-8 か Shift_JIS の CSV で保存してください。"));
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.get())) {
            List<CsvRecord> records = reader.stream().toList();
            return records.isEmpty() ? wrong(new Fault(0, "ファイルが空です。")) : rows(records);
        } catch (CsvParseException | UncheckedIOException broken) {
            return wrong(new Fault(0, "CSV として読めません。引用符（\"）の閉じ忘れがないか確かめてください。"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Read rows(List<CsvRecord> records) {
        List<String> header =
                records.getFirst().getFields().stream().map(String::strip).toList();
        boolean renames = header.contains("新しい名前");
        List<String> known = renames ? RENAME_COLUMNS : COLUMNS;
        List<Fault> faults = new ArrayList<>();
        header.stream()
                .filter(column -> !known.contains(column))
                .forEach(
                        column -> faults.add(new Fault(1, "列「" + column + "」はありません。使える列: " + String.join("、", known))));
        known.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> faults.add(new Fault(1, "列「" + column + "」が要ります。")));
        if (!faults.isEmpty()) {
            return new Read(List.of(), faults, renames);
        }
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            if (record.getFieldCount() > header.size()) {
                faults.add(new Fault(record.getStartingLineNumber(), "列が多すぎます。読点の代わりに半角のカンマがないか確かめてください。"));
            } else if (record.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(record, header));
            }
        }
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(0, "異動の行が一つもありません。"));
        }
        return new Read(rows, faults, renames);
    }

    private static Row row(CsvRecord record, List<String> header) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            cells.put(header.get(i), record.getField(i).strip());
        }
        return new Row(record.getStartingLineNumber(), cells);
    }

    private static Read wrong(Fault fault) {
        return new Read(List.of(), List.of(fault), false);
    }

    private static Optional<String> decode(byte[] content) {
        for (Charset encoding : ENCODINGS) {
            try {
                String text =
                        encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException notThisOne) {
                continue;
            }
        }
        return Optional.empty();
    }
}
