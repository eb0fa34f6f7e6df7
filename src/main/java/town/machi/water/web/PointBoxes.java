package town.machi.water.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.Input;
import town.machi.water.PointStanding;
import town.machi.water.Service;
import town.machi.water.ValveState;
import town.machi.water.register.PointColumn;
import town.machi.water.register.PointReader;

/// The boxes of the edit page, and what was typed in them.
final class PointBoxes {

    private final Map<PointColumn, String> cells;
    private final List<PointReader.Fault> faults;

    PointBoxes(Map<PointColumn, String> cells, List<PointReader.Fault> faults) {
        this.cells = cells;
        this.faults = faults;
    }

    /// @param parameters all values of a parameter; null where it was not sent
    static Map<PointColumn, String> posted(Function<String, String @Nullable []> parameters) {
        Map<PointColumn, String> cells = new EnumMap<>(PointColumn.class);
        for (PointColumn column : PointColumn.values()) {
            String[] values = parameters.apply(name(column));
            if (values != null) {
                cells.put(column, String.join("・", values));
            }
        }
        return cells;
    }

    static String name(PointColumn column) {
        return column.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<PointEditPage.Group> groups() {
        return List.of(
                new PointEditPage.Group(
                        "番号とメーター",
                        List.of(
                                line(PointColumn.POINT, Input.TEXT.width("medium")),
                                line(PointColumn.CUSTOMER, Input.NUMBER.width("medium")),
                                line(PointColumn.METER, Input.TEXT.width("medium")),
                                line(PointColumn.CALIBRE, Input.NUMBER),
                                line(PointColumn.UNTIL, Input.TEXT.width("medium")),
                                line(PointColumn.READING, Input.NUMBER),
                                line(PointColumn.READ_ON, Input.TEXT.width("medium")))),
                new PointEditPage.Group(
                        "場所",
                        List.of(
                                line(PointColumn.AREA, Input.TEXT.width("medium")),
                                line(PointColumn.NUMBER, Input.TEXT.width("medium")),
                                line(PointColumn.BUILDING, Input.TEXT),
                                line(PointColumn.LATITUDE, Input.TEXT.width("medium")),
                                line(PointColumn.LONGITUDE, Input.TEXT.width("medium")))),
                new PointEditPage.Group(
                        "状態",
                        List.of(
                                choice(PointColumn.VALVE, ValveState.values(), ValveState::label, false),
                                choice(PointColumn.STANDING, PointStanding.values(), PointStanding::label, false),
                                choice(PointColumn.SERVICES, Service.values(), Service::label, true),
                                choice(PointColumn.STOPPED, new String[] {"いいえ", "はい"}, word -> word, false))),
                new PointEditPage.Group(
                        "使用者",
                        List.of(
                                line(PointColumn.USER, Input.TEXT),
                                line(PointColumn.KANA, Input.TEXT),
                                line(PointColumn.PHONE, Input.TELEPHONE.autocomplete("off")),
                                line(PointColumn.SINCE, Input.TEXT.width("medium")),
                                line(PointColumn.PAUSED_UNTIL, Input.TEXT.width("medium")))));
    }

    private PointEditPage.Box line(PointColumn column, Input input) {
        return new PointEditPage.Box(field(column).value(value(column)), input, List.of(), false);
    }

    private <T> PointEditPage.Box choice(PointColumn column, T[] all, Function<T, String> label, boolean many) {
        String otherwise = column == PointColumn.STOPPED ? "いいえ" : "";
        String value = value(column).isEmpty() ? otherwise : value(column);
        List<String> chosen = many ? Arrays.asList(value.split("・")) : List.of(value);
        List<Choice> choices = Arrays.stream(all)
                .map(label)
                .map(word -> new Choice(word, word, chosen.contains(word)))
                .toList();
        return new PointEditPage.Box(field(column), Input.TEXT, choices, many);
    }

    private Field field(PointColumn column) {
        Field field = column.isRequired()
                ? Field.required(name(column), column.label())
                : Field.optional(name(column), column.label());
        return field.hint(hint(column)).error(fault(column));
    }

    private static @Nullable String hint(PointColumn column) {
        return switch (column) {
            case CALIBRE -> "13、20、25 などの数（mm）";
            case UNTIL, READ_ON, SINCE, PAUSED_UNTIL -> "令和8年11月24日 や 2026-11-24 のように書きます";
            case AREA -> "町字（例：大字芦北）";
            default -> null;
        };
    }

    private @Nullable String fault(PointColumn column) {
        return faults.stream()
                .filter(fault -> fault.column() == column)
                .map(PointReader.Fault::sentence)
                .findFirst()
                .orElse(null);
    }

    private String value(PointColumn column) {
        return cells.getOrDefault(column, "");
    }
}
