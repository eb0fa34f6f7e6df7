package town.machi.identity.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import town.machi.kernel.BusinessCalendar;
import town.machi.platform.Vital;
import town.machi.platform.Vital.State;
import town.machi.shell.Template;
import town.machi.shell.component.Chip;

/// How the town fares.
///
/// @param vitals what needs somebody first
/// @param at the time as people read it: 14:05
record StatusPage(List<Vital> vitals, String at) implements Template {

    static StatusPage of(List<Vital> vitals, Instant now) {
        List<Vital> sorted = vitals.stream()
                .sorted(Comparator.comparing(Vital::state).reversed())
                .toList();
        var time = now.atZone(BusinessCalendar.TOKYO);
        return new StatusPage(sorted, "%d:%02d".formatted(time.getHour(), time.getMinute()));
    }

    State worst() {
        return vitals.stream().map(Vital::state).max(Comparator.naturalOrder()).orElse(State.GOOD);
    }

    long count(State state) {
        return vitals.stream().filter(vital -> vital.state() == state).count();
    }

    static Chip chip(State state) {
        return switch (state) {
            case GOOD -> new Chip(Chip.Tone.DONE, "よい");
            case LOOK -> new Chip(Chip.Tone.WAITING, "見てください");
            case WRONG -> new Chip(Chip.Tone.ALERT, "直してください");
        };
    }

    /// 12件, 3分, 80.5 GB, 12 %; where there is nothing to tell: ありません
    static String words(Vital vital) {
        double value = vital.value();
        if (Double.isNaN(value)) {
            return "ありません";
        }
        return switch (vital.unit()) {
            case COUNT -> "%,d件".formatted(Math.round(value));
            case SECONDS -> time(Math.round(value));
            case BYTES ->
                value < 1e9 ? "%,.1f MB".formatted(value / (1 << 20)) : "%,.1f GB".formatted(value / (1 << 30));
            case RATIO -> "%.0f %%".formatted(value * 100);
        };
    }

    private static String time(long seconds) {
        if (seconds < 120) {
            return seconds + "秒";
        }
        return seconds < 7200 ? seconds / 60 + "分" : seconds < 172_800 ? seconds / 3600 + "時間" : seconds / 86_400 + "日";
    }
}
