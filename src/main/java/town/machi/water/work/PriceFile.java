package town.machi.water.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import town.machi.kernel.Yen;
import town.machi.water.Service;
import town.machi.water.Tariff;

/// Reads `prices` of the town's `water.yaml`. Every scalar is text, and every fault is a sentence with the number of
/// the table; a table with a fault is not used, because a wrong price is worse than none.
final class PriceFile {

    private static final Set<String> KEYS =
            Set.of("service", "from", "example", "base", "steps", "tax", "half month up to");

    private final String file;
    private final List<String> faults = new ArrayList<>();

    private PriceFile(Path file) {
        this.file = String.valueOf(file.getFileName());
    }

    record Result(List<Tariff> tariffs, List<String> faults) {}

    /// A file that is not there holds no prices.
    static Result read(Path path) {
        if (!Files.exists(path)) {
            return new Result(List.of(), List.of());
        }
        PriceFile reader = new PriceFile(path);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new FailsafeSchema())
                    .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                    .build();
            return reader.read(new Load(settings).loadFromString(Files.readString(path)));
        } catch (YamlEngineException | IOException e) {
            return new Result(List.of(), List.of(reader.file + ": YAML として読めません: " + e.getMessage()));
        }
    }

    private Result read(@Nullable Object root) {
        List<Tariff> tariffs = new ArrayList<>();
        Object prices = mapping(root).get("prices");
        if (prices instanceof List<?> tables) {
            for (int i = 0; i < tables.size(); i++) {
                table(mapping(tables.get(i)), "prices の " + (i + 1) + " 番目").ifPresent(tariffs::add);
            }
        } else if (prices != null && !"".equals(prices)) {
            faults.add(file + ": prices の下には「- service: …」のように並べてください。");
        }
        return new Result(List.copyOf(tariffs), List.copyOf(faults));
    }

    private Optional<Tariff> table(Map<String, Object> table, String where) {
        int before = faults.size();
        table.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> fault(where, key + " という項目はありません。"));
        Optional<Service> service = service(text(table, "service"), where);
        Optional<LocalDate> from = day(text(table, "from"), where);
        Map<Integer, Yen> base = base(mapping(table.get("base")), where);
        List<Tariff.Step> steps = steps(table.get("steps"), where);
        Tariff.Rounding rounding = new Tariff.Rounding(
                number(text(table, "tax"), where, "tax"),
                number(or(text(table, "half month up to"), "0"), where, "half month up to"));
        if (faults.size() > before || service.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        boolean example = text(table, "example").equals("yes");
        return Optional.of(new Tariff(service.get(), from.get(), base, steps, rounding, example));
    }

    private Map<Integer, Yen> base(Map<String, Object> entries, String where) {
        Map<Integer, Yen> base = new LinkedHashMap<>();
        entries.forEach((calibre, yen) -> base.put(
                calibre.equals("any") ? Tariff.ANY : number(calibre, where, "base の口径"),
                new Yen(number(String.valueOf(yen), where, "base の " + calibre))));
        if (base.isEmpty()) {
            fault(where, "base に「13: 900」のように口径ごとの基本料金を書いてください（口径によらないときは any）。");
        }
        return base;
    }

    private List<Tariff.Step> steps(@Nullable Object given, String where) {
        List<Tariff.Step> steps = new ArrayList<>();
        int last = 0;
        for (Object entry : given instanceof List<?> list ? list : List.of()) {
            Map<String, Object> step = mapping(entry);
            String limit = text(step, "up to");
            Optional<Integer> upTo = limit.isEmpty() ? Optional.empty() : Optional.of(number(limit, where, "up to"));
            if (upTo.isPresent() && upTo.get() <= last) {
                fault(where, "steps の up to は、だんだん大きくしてください: " + limit);
            }
            last = upTo.orElse(Integer.MAX_VALUE);
            steps.add(new Tariff.Step(upTo, new Yen(number(text(step, "yen"), where, "steps の yen"))));
        }
        if (steps.isEmpty() || steps.getLast().upTo().isPresent()) {
            fault(where, "steps の最後は、up to のない「- yen: 160」にしてください。");
        }
        return steps;
    }

    private Optional<Service> service(String text, String where) {
        for (Service service : Service.values()) {
            if (service.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(service);
            }
        }
        fault(where, "service は water, sewer, rural-sewer のどれかです: " + text);
        return Optional.empty();
    }

    private Optional<LocalDate> day(String text, String where) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            fault(where, "from は 2026-04-01 のように書いてください: " + text);
            return Optional.empty();
        }
    }

    private int number(String text, String where, String what) {
        if (text.matches("\\d{1,7}")) {
            return Integer.parseInt(text);
        }
        fault(where, what + " は数で書いてください: " + text);
        return 0;
    }

    private void fault(String where, String sentence) {
        faults.add(file + ": " + where + ": " + sentence);
    }

    private static String or(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static String text(Map<String, Object> table, String key) {
        return table.get(key) instanceof String text ? text.strip() : "";
    }

    private static Map<String, Object> mapping(@Nullable Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, entry) -> mapping.put(String.valueOf(key), entry == null ? "" : entry));
        }
        return mapping;
    }
}
