package town.machi.water.register;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;

/// Reads the register's file: CSV in UTF-8 or Shift_JIS (windows-31j), its columns in any order by their names. Every
/// fault is told with its line.
public final class PointFile {

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final String NEUTRAL = "'";

    private final PointReader.Surroundings town;
    private final List<LineFault> faults = new ArrayList<>();
    private final Map<Long, SupplyPoint> points = new LinkedHashMap<>();
    private final Map<String, Long> seen = new HashMap<>();

    private PointFile(PointReader.Surroundings town) {
        this.town = town;
    }

    /// @param line of the file, counted from 1; 0: the file as a whole
    public record LineFault(long line, String sentence) {}

    /// @param points by line; ids are new, the register knows them by 水栓番号
    /// @param encoding as people call it; empty where it could not be read
    public record Result(Map<Long, SupplyPoint> points, List<LineFault> faults, String encoding) {}

    public static Result read(byte[] content, PointReader.Surroundings town) {
        PointFile file = new PointFile(town);
        Optional<String> utf8 = decoded(content, StandardCharsets.UTF_8);
        Optional<String> text = utf8.or(() -> decoded(content, SHIFT_JIS));
        if (text.isEmpty()) {
            file.fault(0, "文字コードを読めません。UTF-8 か Shift_JIS の CSV で保存してください。");
            return new Result(Map.of(), file.faults, "");
        }
        file.rows(text.get().replaceFirst("^\uFEFF", ""));
        return new Result(file.points, file.faults, utf8.isPresent() ? "UTF-8" : "Shift_JIS");
    }

    private static Optional<String> decoded(byte[] content, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private void rows(String text) {
        try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(new StringReader(text))) {
            Map<Integer, PointColumn> header = Map.of();
            for (CsvRecord record : records) {
                if (header.isEmpty()) {
                    header = header(record);
                    if (!faults.isEmpty()) {
                        return;
                    }
                } else {
                    row(record, header);
                }
            }
            if (points.isEmpty() && faults.isEmpty()) {
                fault(0, "給水装置の行が一つもありません。");
            }
        } catch (CsvParseException e) {
            fault(0, "CSV として読めません。引用符（\"）の閉じ忘れがないか確かめてください。");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Integer, PointColumn> header(CsvRecord record) {
        Map<Integer, PointColumn> header = new HashMap<>();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String name = record.getField(i).strip();
            int at = i;
            Arrays.stream(PointColumn.values())
                    .filter(column -> column.label().equals(name))
                    .findFirst()
                    .ifPresentOrElse(column -> header.put(at, column), () -> fault(1, "列「" + name + "」はありません。"));
        }
        for (PointColumn column : PointColumn.values()) {
            if (column.isRequired() && !header.containsValue(column)) {
                fault(1, "列「" + column.label() + "」が要ります。");
            }
        }
        return header;
    }

    private void row(CsvRecord record, Map<Integer, PointColumn> header) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() > header.size()) {
            fault(line, "列が " + header.size() + " より多くあります。カンマの数を確かめてください。");
            return;
        }
        Map<PointColumn, String> cells = new EnumMap<>(PointColumn.class);
        for (int i = 0; i < record.getFieldCount(); i++) {
            cells.put(java.util.Objects.requireNonNull(header.get(i)), plain(record.getField(i)));
        }
        PointReader.Result read = PointReader.read(new SupplyPointId(new UUID(0, line)), 1, cells, town);
        read.faults().forEach(fault -> fault(line, fault.sentence()));
        @Nullable SupplyPoint point = read.point();
        if (point != null) {
            once(PointColumn.POINT, point.numbers().point(), line);
            once(PointColumn.CUSTOMER, point.numbers().customer(), line);
            once(PointColumn.METER, point.meter().number(), line);
            points.put(line, point);
        }
    }

    /// What was saved for a spreadsheet may have its apostrophe before = + - @.
    private static String plain(String cell) {
        return cell.startsWith(NEUTRAL) ? cell.substring(1) : cell;
    }

    private void once(PointColumn column, @Nullable String number, long line) {
        if (number == null) {
            return;
        }
        Long before = seen.putIfAbsent(column + ":" + number, line);
        if (before != null) {
            fault(line, column.label() + "「" + number + "」は " + before + " 行目にもあります。");
        }
    }

    private void fault(long line, String sentence) {
        faults.add(new LineFault(line, sentence));
    }
}
