package town.machi.procedure.listing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import town.machi.procedure.ListedProcedure;
import town.machi.procedure.ListedProcedure.Online;

/// A town's list of procedures as CSV. Every fault is a sentence with its line; where there is one, nothing is taken.
public final class ListingFile {

    public static final List<String> HEADER = List.of("手続名", "根拠", "担当課", "年間件数", "オンライン", "予定", "備考");

    private static final List<String> REQUIRED = HEADER.subList(0, 3);
    private static final int LONGEST = 300;
    private static final int MOST_FAULTS = 200;

    private final List<ListedProcedure> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private ListingFile() {}

    public record Result(List<ListedProcedure> rows, List<String> faults) {}

    /// By what two spellings of a title are the same: width and blanks do not matter.
    public static String key(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }

    public static Result read(String csv) {
        ListingFile file = new ListingFile();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().containsAll(HEADER)) {
                    return new Result(List.of(), List.of("1行目: 列の名前は「" + String.join(",", HEADER) + "」です。"));
                }
                if (record.getFields().stream().anyMatch(field -> !field.isBlank())) {
                    file.read(record);
                }
            }
        } catch (CsvParseException | IOException e) {
            file.faults.add("CSV として読めません。表計算ソフトで「CSV（UTF-8）」として保存してください。");
        }
        if (file.rows.isEmpty() && file.faults.isEmpty()) {
            file.faults.add("取り込む行がありません。");
        }
        return new Result(
                List.copyOf(file.rows), file.faults.stream().limit(MOST_FAULTS).toList());
    }

    private void read(NamedCsvRecord record) {
        long at = record.getStartingLineNumber();
        int before = faults.size();
        Map<String, String> fields = HEADER.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> record.getField(name).strip()));
        REQUIRED.stream()
                .filter(name -> fields.getOrDefault(name, "").isEmpty())
                .forEach(name -> faults.add(at + "行目: " + name + "がありません。"));
        HEADER.stream()
                .filter(name -> fields.getOrDefault(name, "").length() > LONGEST)
                .forEach(name -> faults.add(at + "行目: " + name + "が長すぎます（" + LONGEST + "文字まで）。"));
        String title = fields.getOrDefault("手続名", "");
        Long earlier = title.isEmpty() ? null : seen.putIfAbsent(key(title), at);
        if (earlier != null) {
            faults.add(at + "行目: 手続名「" + title + "」は、" + earlier + "行目にもあります。");
        }
        OptionalInt yearly = yearly(fields.getOrDefault("年間件数", ""), at);
        Online online = online(fields.getOrDefault("オンライン", ""), at);
        String planned = planned(fields.getOrDefault("予定", ""), at);
        if (faults.size() == before) {
            rows.add(new ListedProcedure(
                    title,
                    fields.getOrDefault("根拠", ""),
                    fields.getOrDefault("担当課", ""),
                    yearly,
                    online,
                    planned,
                    fields.getOrDefault("備考", ""),
                    false));
        }
    }

    private OptionalInt yearly(String typed, long at) {
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[,件\\s]", "");
        if (digits.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits.matches("\\d{1,8}")) {
            faults.add(at + "行目: 年間件数は数で書いてください（数えていなければ空のまま）: " + typed);
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(digits));
    }

    private Online online(String typed, long at) {
        return Arrays.stream(Online.values())
                .filter(one -> one.label().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    if (!typed.isEmpty()) {
                        faults.add(at + "行目: オンラインは 済、未、対象外 のどれかです: " + typed);
                    }
                    return Online.NOT_YET;
                });
    }

    private String planned(String typed, long at) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!text.isEmpty() && !text.matches("(令和(元|\\d{1,2})|R\\d{1,2}|20\\d{2})年?度?")) {
            faults.add(at + "行目: 予定は「令和9年度」のように書いてください（決まっていなければ空のまま）: " + typed);
        }
        return text;
    }
}
