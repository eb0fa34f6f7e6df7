package town.machi.shelter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Sheets;
import town.machi.shelter.Hazard;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.Vacancy;
import town.machi.shelter.vacancy.Board;

/// The board as JSON and CSV, written once for each board and given to all who ask.
@Component
class VacancyFeed {

    private static final List<String> COLUMNS =
            List.of("全国共通ID", "名称", "区分", "住所", "緯度", "経度", "状態", "空き状況", "定員", "時点", "更新", "代わりの避難所", "訓練");

    private final Board board;
    private final JsonMapper json;
    private volatile @Nullable Written written;

    VacancyFeed(Board board, JsonMapper json) {
        this.board = board;
        this.json = json;
    }

    /// @param tag for `ETag`: changes with what is said, not with when it was written
    record Written(Board.Snapshot of, byte[] json, byte[] csv, String tag) {}

    /// The members of one shelter in the JSON.
    ///
    /// @param id 全国共通ID of the place to stay, else of the place to flee to; null: not designated
    /// @param kind `DESIGNATED`, `EMERGENCY_SITE`, `WELFARE` (for named people only) or `VOLUNTARY`
    /// @param state `PREPARING`, `OPEN`, `UNUSABLE`
    /// @param level `EMPTY`, `SOME`, `CROWDED`, `FULL`, `NO_CAPACITY`; null while it is not open
    /// @param hazards for which one may flee there
    record Line(
            @Nullable String id,
            String name,
            String kind,
            String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            String state,
            @Nullable String level,
            @Nullable Integer capacity,
            List<Hazard> hazards,
            Instant asOf,
            boolean stale,
            @Nullable String alternative,
            boolean drill) {}

    record Answer(List<Line> shelters) {}

    Written now() {
        Board.Snapshot snapshot = board.now();
        Written last = written;
        if (last != null && last.of() == snapshot) {
            return last;
        }
        Written fresh = write(snapshot);
        written = fresh;
        return fresh;
    }

    private Written write(Board.Snapshot snapshot) {
        List<Line> lines = snapshot.vacancies().stream().map(VacancyFeed::line).toList();
        byte[] body = json.writeValueAsString(new Answer(lines)).getBytes(StandardCharsets.UTF_8);
        return new Written(snapshot, body, csv(lines), "\"" + DigestUtils.md5DigestAsHex(body) + "\"");
    }

    private static Line line(Vacancy vacancy) {
        var shelter = vacancy.shelter();
        var place = shelter.where().place();
        Vacancy.Level level = vacancy.level();
        return new Line(
                shelter.ids().main(),
                shelter.name(),
                shelter.kind().name(),
                shelter.where().address(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                vacancy.state().name(),
                level == null ? null : level.name(),
                shelter.capacity(),
                shelter.hazards().stream().sorted().toList(),
                vacancy.asOf().truncatedTo(ChronoUnit.SECONDS),
                vacancy.stale(),
                vacancy.alternative(),
                vacancy.drill());
    }

    private static byte[] csv(List<Line> lines) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheets.writeCsv(out, COLUMNS, lines.stream().map(VacancyFeed::cells));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(Line line) {
        return java.util.stream.Stream.of(
                        line.id(),
                        line.name(),
                        ShelterKind.valueOf(line.kind()).label(),
                        line.address(),
                        line.latitude(),
                        line.longitude(),
                        town.machi.shelter.OpeningState.valueOf(line.state()).label(),
                        line.level() == null ? "" : word(Vacancy.Level.valueOf(line.level())),
                        line.capacity(),
                        line.asOf().atZone(BusinessCalendar.TOKYO).toOffsetDateTime(),
                        line.stale() ? "更新が止まっています" : "",
                        line.alternative(),
                        line.drill() ? "訓練" : "")
                .map(cell -> cell == null ? "" : cell.toString())
                .collect(Collectors.toList());
    }

    private static String word(Vacancy.Level level) {
        return switch (level) {
            case EMPTY -> "空いています";
            case SOME -> "やや混雑";
            case CROWDED -> "混雑";
            case FULL -> "満員";
            case NO_CAPACITY -> "定員未登録";
        };
    }
}
