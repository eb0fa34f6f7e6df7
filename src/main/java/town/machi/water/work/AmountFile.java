package town.machi.water.work;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import town.machi.kernel.Reading;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.platform.CsvText;
import town.machi.water.Service;
import town.machi.water.Settlement.Progress;

/// The amounts as the billing system gives them back: 精算番号, 水道料金, 下水道使用料, 農業集落排水使用料, 合計, 調定日. Every fault
/// is a sentence with its line.
final class AmountFile {

    static final List<String> HEADER = Stream.of(
                    Stream.of("精算番号"), Arrays.stream(Service.values()).map(Service::fee), Stream.of("合計", "調定日"))
            .flatMap(names -> names)
            .toList();

    private final List<String> faults = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    private AmountFile() {}

    /// @param at number of the line in the file
    /// @param number 精算番号
    record Line(long at, long number, Progress.Billed billed) {}

    record Result(List<Line> lines, List<String> faults) {}

    static Result read(byte[] bytes) {
        AmountFile file = new AmountFile();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CsvText.of(bytes))) {
            for (NamedCsvRecord row : rows) {
                if (file.lines.isEmpty()
                        && file.faults.isEmpty()
                        && !row.getHeader().containsAll(HEADER)) {
                    return new Result(List.of(), List.of("1行目: 列の名前は「" + String.join(",", HEADER) + "」です。"));
                }
                file.read(row);
            }
        } catch (CsvParseException | java.io.IOException e) {
            file.faults.add("CSV として読めません。");
        }
        if (file.lines.isEmpty() && file.faults.isEmpty()) {
            file.faults.add("取り込む行がありません。");
        }
        return new Result(List.copyOf(file.lines), List.copyOf(file.faults));
    }

    private void read(NamedCsvRecord row) {
        long at = row.getStartingLineNumber();
        int before = faults.size();
        long number = number(row.getField("精算番号"), at);
        Map<Service, Yen> amounts = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            amount(row, service.fee(), at).ifPresent(yen -> amounts.put(service, yen));
        }
        Optional<Yen> total = amount(row, "合計", at);
        Optional<LocalDate> day = day(row.getField("調定日"), at);
        Yen sum = amounts.values().stream().reduce(Yen.ZERO, Yen::plus);
        if (total.isEmpty() || !total.get().equals(sum)) {
            faults.add(at + "行目: 合計が、それぞれの額の合計（" + sum.format() + "）と合いません。");
        }
        if (!seen.add(number)) {
            faults.add(at + "行目: 同じ精算番号の行が二つあります: " + number);
        }
        if (faults.size() == before) {
            lines.add(new Line(at, number, new Progress.Billed(amounts, sum, day.orElseThrow())));
        }
    }

    private long number(String text, long at) {
        String digits = text.strip();
        if (digits.matches("\\d{1,15}")) {
            return Long.parseLong(digits);
        }
        faults.add(at + "行目: 精算番号は数です: " + digits);
        return -at;
    }

    private Optional<Yen> amount(NamedCsvRecord row, String column, long at) {
        String text = row.getField(column).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (Yen.parse(text)) {
            case Reading.Read<Yen>(Yen yen) -> Optional.of(yen);
            case Reading.Refused<Yen> _ -> {
                faults.add(at + "行目: " + column + " は円で書いてください: " + text);
                yield Optional.empty();
            }
        };
    }

    private Optional<LocalDate> day(String text, long at) {
        return switch (Wareki.parse(text)) {
            case Reading.Read<LocalDate>(LocalDate day) -> Optional.of(day);
            case Reading.Refused<LocalDate> _ -> {
                faults.add(at + "行目: 調定日は 2026-12-01 や R8.12.1 のように書いてください: " + text);
                yield Optional.empty();
            }
        };
    }
}
