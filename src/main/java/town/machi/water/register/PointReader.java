package town.machi.water.register;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Kana;
import town.machi.kernel.Place;
import town.machi.kernel.Reading;
import town.machi.kernel.Wareki;
import town.machi.water.PointStanding;
import town.machi.water.Service;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.ValveState;

/// Reads one point from named cells, as they stand in a row of a file or in the boxes of the edit page. All faults at
/// once, each in a Japanese sentence.
public final class PointReader {

    private final Map<PointColumn, String> cells;
    private final Surroundings town;
    private final List<Fault> faults = new ArrayList<>();

    private PointReader(Map<PointColumn, String> cells, Surroundings town) {
        this.cells = cells;
        this.town = town;
    }

    /// What a row is read against.
    ///
    /// @param isArea whether the town has such a 町字
    /// @param isInTown whether a point on the map lies in the town
    public record Surroundings(Predicate<String> isArea, Predicate<Place> isInTown) {}

    public record Fault(PointColumn column, String sentence) {}

    /// @param point null where there are faults
    public record Result(@Nullable SupplyPoint point, List<Fault> faults) {}

    /// @param id of the point; a file's is known by its 水栓番号 afterwards
    public static Result read(SupplyPointId id, int revision, Map<PointColumn, String> cells, Surroundings town) {
        PointReader reader = new PointReader(cells, town);
        SupplyPoint.Numbers numbers =
                new SupplyPoint.Numbers(reader.required(PointColumn.POINT), reader.orNull(PointColumn.CUSTOMER));
        SupplyPoint.Meter meter = reader.meter();
        SupplyPoint.Site site = reader.site();
        SupplyPoint.Supply supply = reader.supply();
        return reader.faults.isEmpty()
                ? new Result(new SupplyPoint(id, numbers, meter, site, supply, revision), List.of())
                : new Result(null, List.copyOf(reader.faults));
    }

    private SupplyPoint.Meter meter() {
        Optional<Integer> reading = number(PointColumn.READING, 9_999_999);
        Optional<LocalDate> readOn = day(PointColumn.READ_ON);
        if (reading.isPresent() != readOn.isPresent()) {
            fault(PointColumn.READING, "前回指針と前回検針日は、両方書くか、両方空けてください。");
        }
        String calibre = required(PointColumn.CALIBRE);
        return new SupplyPoint.Meter(
                orNull(PointColumn.METER),
                calibre.isEmpty() ? 0 : number(PointColumn.CALIBRE, 999).orElse(0),
                day(PointColumn.UNTIL).orElse(null),
                reading.flatMap(value -> readOn.map(on -> new SupplyPoint.Reading(value, on))));
    }

    private SupplyPoint.Site site() {
        String area = required(PointColumn.AREA);
        if (!area.isEmpty() && !town.isArea().test(area)) {
            fault(PointColumn.AREA, "町字「" + area + "」は町の一覧にありません。");
        }
        return new SupplyPoint.Site(area, required(PointColumn.NUMBER), text(PointColumn.BUILDING), place());
    }

    private @Nullable Place place() {
        String latitude = folded(PointColumn.LATITUDE);
        String longitude = folded(PointColumn.LONGITUDE);
        if (latitude.isEmpty() && longitude.isEmpty()) {
            return null;
        }
        try {
            Place place = new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
            if (!town.isInTown().test(place)) {
                fault(PointColumn.LATITUDE, "緯度・経度が町の外です（" + latitude + ", " + longitude + "）。");
            }
            return place;
        } catch (IllegalArgumentException e) {
            fault(PointColumn.LATITUDE, "緯度・経度は 32.3 と 130.5 のような数で、両方書いてください。");
            return null;
        }
    }

    private SupplyPoint.Supply supply() {
        ValveState valve = choice(PointColumn.VALVE, ValveState.values(), ValveState::label, ValveState.CLOSED);
        PointStanding standing =
                choice(PointColumn.STANDING, PointStanding.values(), PointStanding::label, PointStanding.UNUSED);
        String stopped = text(PointColumn.STOPPED);
        if (!Set.of("", "はい", "いいえ", "1", "0").contains(stopped)) {
            fault(PointColumn.STOPPED, "給水停止には「はい」か「いいえ」を書いてください。");
        }
        return new SupplyPoint.Supply(
                valve, standing, services(), stopped.equals("はい") || stopped.equals("1"), user(standing));
    }

    private Set<Service> services() {
        Set<Service> services = EnumSet.noneOf(Service.class);
        Set<String> unknown = new LinkedHashSet<>();
        for (String word : required(PointColumn.SERVICES).split("[・、,，\\s]+")) {
            Arrays.stream(Service.values())
                    .filter(service -> service.label().equals(word))
                    .findFirst()
                    .ifPresentOrElse(services::add, () -> unknown.add(word));
        }
        unknown.remove("");
        if (!unknown.isEmpty()) {
            fault(PointColumn.SERVICES, "種別「" + String.join("」「", unknown) + "」は読めません。水道、公共下水道、農業集落排水 を「・」でつないでください。");
        }
        return services;
    }

    private Optional<SupplyPoint.User> user(PointStanding standing) {
        String name = text(PointColumn.USER);
        if (name.isEmpty()) {
            if (standing == PointStanding.IN_USE || standing == PointStanding.PAUSED) {
                fault(PointColumn.USER, "「" + standing.label() + "」の給水装置には使用者を書いてください。");
            }
            return Optional.empty();
        }
        String kana = Kana.normalised(text(PointColumn.KANA));
        if (!kana.isEmpty() && !Kana.isKana(kana)) {
            fault(PointColumn.KANA, "フリガナはカタカナかひらがなで書いてください。");
        }
        return Optional.of(new SupplyPoint.User(
                name,
                kana,
                text(PointColumn.PHONE),
                day(PointColumn.SINCE).orElse(null),
                day(PointColumn.PAUSED_UNTIL).orElse(null)));
    }

    private <T> T choice(PointColumn column, T[] values, java.util.function.Function<T, String> label, T otherwise) {
        String text = required(column);
        Optional<T> found = Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text))
                .findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            List<String> labels = Arrays.stream(values).map(label).toList();
            fault(column, column.label() + "には " + String.join("、", labels) + " のどれかを書いてください。");
        }
        return found.orElse(otherwise);
    }

    private Optional<Integer> number(PointColumn column, int most) {
        String text = folded(column).replace("mm", "").replace("ｍｍ", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > most) {
            fault(column, column.label() + "には " + most + " までの数を書いてください。");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    private Optional<LocalDate> day(PointColumn column) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Reading<LocalDate> read = Wareki.parse(text);
        if (read.findRefusal().isPresent()) {
            fault(column, column.label() + "「" + text + "」は日付として読めません。2026-11-24 か 令和8年11月24日 のように書いてください。");
        }
        return read.findValue();
    }

    private String required(PointColumn column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, column.label() + "が空です。");
        }
        return text;
    }

    private @Nullable String orNull(PointColumn column) {
        String text = folded(column);
        return text.isEmpty() ? null : text;
    }

    private String folded(PointColumn column) {
        return Normalizer.normalize(text(column), Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    private String text(PointColumn column) {
        return cells.getOrDefault(column, "").strip();
    }

    private void fault(PointColumn column, String sentence) {
        faults.add(new Fault(column, sentence));
    }
}
