package town.machi.shelter.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;
import town.machi.shell.component.FieldError;
import town.machi.shelter.Disaster;
import town.machi.shelter.Opening;
import town.machi.shelter.Shelter;
import town.machi.shelter.jdbc.ReportRows.BrokenOff;
import town.machi.shelter.jdbc.ReportRows.Tally;

/// All shelters at a glance.
record OverviewPage(Notice notice, List<Event> events, List<Past> past, List<Choice> choices, BeginForm begin)
        implements Template {

    /// What is wrong with the form that was sent; empty: none was refused.
    List<FieldError> faults() {
        return Stream.concat(begin.faults().stream(), events.stream().flatMap(event -> event.call().faults().stream()))
                .toList();
    }

    @Override
    public int status() {
        return faults().isEmpty() && notice.refused().isEmpty() ? 200 : 422;
    }

    /// What was just done, or why not.
    ///
    /// @param refused key of the sentence; empty: nothing was refused
    /// @param name that the sentence of a refusal names; empty: none
    record Notice(String done, String refused, String name) {

        static final Notice NONE = new Notice("", "");

        Notice(String done, String refused) {
            this(done, refused, "");
        }

        static Notice refused(Refusal why) {
            return new Notice("", why.key());
        }

        Notice naming(String real) {
            return new Notice(done, refused, real);
        }

        static Notice of(String done, String refused) {
            String sentence = switch (done) {
                case "begun" -> "災害への対応を始めました。";
                case "prepared" -> "開設準備中にしました。住民には「まだ入れません」と出ています。";
                case "prepared-drill" -> "【訓練】開設準備中にしました。住民の画面には「訓練」と出ています。";
                case "ended" -> "この災害への対応を終えました。";
                case "open" -> "開設しました。住民に「開いています」と出ています。";
                case "open-drill" -> "【訓練】開設しました。住民の画面には「訓練」と出ています。";
                case "unusable" -> "使用不可にしました。";
                case "full" -> "満員の表示を変えました。";
                case "closed" -> "閉鎖しました。";
                case "called" -> "点呼を記録しました。";
                case "noted" -> "記録しました。";
                case "unregistered" -> "登録を消しました。受付の端末からは、次につながったときに消えます。";
                case "list" -> "避難所の一覧を取り込みました。";
                case "list-taken" -> "名簿を取り込みました。";
                case "settled" -> "確かめたことを記録しました。";
                default -> "";
            };
            return new Notice(sentence, refused.matches("[a-z-]{1,40}") ? "shelter.refused." + refused : "");
        }
    }

    /// @param drill where its report as a drill stands; empty: it was none
    record Past(String href, String after, String drill, String name, Instant startedAt) {}

    /// @param chosen whether it is ticked
    record Choice(UUID id, String name, String hint, boolean main, boolean chosen) {

        Choice inDrill() {
            return new Choice(id, name, hint + "　訓練で使っています。呼び出すと、訓練のほうを終わらせます", main, chosen);
        }
    }

    /// What is at these shelters beside it.
    ///
    /// @param brokenOff openings of drills that the real thing ended
    /// @param taken of a drill, shelters that it cannot call because they are in use for the real thing
    record Beside(List<BrokenOff> brokenOff, List<String> taken) {

        String brokenFor() {
            return brokenOff.stream()
                    .map(each -> "「" + each.realName() + "」")
                    .distinct()
                    .collect(Collectors.joining());
        }

        /// Those that were ended, of one drill after the other.
        List<List<BrokenOff>> drills() {
            return List.copyOf(brokenOff.stream()
                    .collect(Collectors.groupingBy(
                            BrokenOff::drill, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                    .values());
        }

        /// Receptions in a drill that was over.
        List<BrokenOff> late() {
            return brokenOff.stream().filter(each -> each.late() > 0).toList();
        }

        Line marked(Line line) {
            return brokenOff.stream().anyMatch(each -> line.href().endsWith("/" + each.opening()))
                    ? line.noted("本番で使うため、訓練を打ち切りました")
                    : line;
        }
    }

    record Event(
            Disaster disaster,
            List<Line> lines,
            Tally sum,
            List<Choice> more,
            Beside beside,
            CallForm call,
            UUID endId) {

        boolean isOver() {
            return lines.stream().allMatch(Line::closed);
        }
    }

    /// One shelter.
    ///
    /// @param share percent of the capacity; null where the capacity is not registered
    record Line(
            String href,
            String name,
            Chip state,
            boolean closed,
            Tally tally,
            @Nullable Integer capacity,
            @Nullable Integer share,
            Instant heardAt,
            String note) {

        static Line of(Opening opening, @Nullable Shelter shelter, Tally tally) {
            Integer capacity = shelter == null ? null : shelter.capacity();
            return new Line(
                    "/office/shelters/openings/" + opening.id(),
                    shelter == null ? "（なくなった避難所）" : shelter.name(),
                    chip(opening),
                    !opening.isLive(),
                    tally,
                    capacity,
                    capacity == null ? null : 100 * (tally.inside() + tally.out()) / capacity,
                    opening.times().confirmedAt(),
                    opening.forcedFull() ? "満員にしています" : opening.whyUnusable());
        }

        Line noted(String what) {
            return new Line(href, name, state, closed, tally, capacity, share, heardAt, what);
        }
    }

    static Chip chip(Opening opening) {
        Chip.Tone tone = switch (opening.state()) {
            case PREPARING -> Chip.Tone.WAITING;
            case OPEN -> Chip.Tone.ACTIVE;
            case UNUSABLE -> Chip.Tone.ALERT;
            case CLOSED -> Chip.Tone.STOPPED;
        };
        return new Chip(tone, opening.state().label());
    }
}
