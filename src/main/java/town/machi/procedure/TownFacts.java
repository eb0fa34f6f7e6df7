package town.machi.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// What the town itself knows: days, its telephone, its sections, how long a section's work takes to begin.
///
/// The lead time is the setting `<section>.lead-time-days`, in open days. Where the town has not set it, work may begin
/// on the next open day, and the resident is told that it is not set. Staff who talk with the resident may agree on
/// any open day: what is urgent comes by telephone.
///
/// `latestPause` is the last day to which something may rest (休止), by the setting `<section>.pause-longest-months`,
/// counted from today. Where the town has not set it, no rule with it applies.
public final class TownFacts implements Facts {

    private static final Map<String, ValueKind> KINDS = Map.of(
            "today", ValueKind.DATE,
            "countsFrom", ValueKind.DATE,
            "earliestStart", ValueKind.DATE,
            "latestPause", ValueKind.DATE,
            "leadDays", ValueKind.NUMBER,
            "leadTime", ValueKind.TEXT,
            "section.name", ValueKind.TEXT,
            "section.tel", ValueKind.TEXT,
            "town.name", ValueKind.TEXT,
            "town.tel", ValueKind.TEXT);

    private final Town town;
    private final Function<String, Optional<String>> settings;
    private final Clock clock;

    /// @param settings values by name; empty where 未設定
    public TownFacts(Town town, Function<String, Optional<String>> settings, Clock clock) {
        this.town = town;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<String, ValueKind> kinds() {
        return KINDS;
    }

    @Override
    public Optional<Object> find(String name, Context context) {
        return switch (name) {
            case "today" -> Optional.of(LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO));
            case "countsFrom" -> Optional.of(context.countsFrom());
            case "earliestStart" ->
                Optional.of(town.calendar()
                        .plusBusinessDays(
                                context.countsFrom(),
                                context.office()
                                        ? 0
                                        : leadDays(context.section()).orElse(1)));
            case "latestPause" -> latestPause(context.section());
            case "leadDays" -> {
                OptionalInt days = leadDays(context.section());
                yield days.isPresent() ? Optional.of((long) days.getAsInt()) : Optional.empty();
            }
            case "leadTime" -> Optional.of(leadTime(leadDays(context.section())));
            case "section.name" -> town.findSection(context.section()).map(TownFacts::name);
            case "section.tel" -> Optional.of(telephone(context.section()));
            case "town.name" -> Optional.of(new Words(town.name(), town.nameEasy(), town.nameEn()));
            case "town.tel" -> Optional.of(hall());
            default -> Optional.empty();
        };
    }

    private Optional<Object> latestPause(SectionId section) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        return settings.apply(section.value() + ".pause-longest-months")
                .filter(text -> text.matches("\\d{1,3}"))
                .map(text -> today.plusMonths(Integer.parseInt(text)));
    }

    private OptionalInt leadDays(SectionId section) {
        Optional<String> days = settings.apply(section.value() + ".lead-time-days");
        return days.filter(text -> text.matches("\\d{1,3}"))
                .map(text -> OptionalInt.of(Integer.parseInt(text)))
                .orElseGet(OptionalInt::empty);
    }

    private static Words leadTime(OptionalInt days) {
        if (days.isEmpty()) {
            return new Words(
                    "準備に要る日数は町が未設定のため、受付の次の開庁日から選べます",
                    "準備（じゅんび）の 日数（にっすう）は まだ きまって いません。つぎに 役場（やくば）が あく 日（ひ）から えらべます",
                    "the town has not set how long preparation takes; you can choose from the next working day");
        }
        int n = days.getAsInt();
        return n == 0
                ? new Words("受付の当日から選べます", "出（だ）した 日（ひ）から えらべます", "from the day we receive it")
                : new Words(
                        "受付から " + n + " 開庁日後",
                        "出（だ）した 日（ひ）から 役場（やくば）が あいて いる 日（ひ）を かぞえて " + n + "日（にち） あと",
                        n + (n == 1 ? " working day" : " working days") + " after we receive it");
    }

    private static Object name(Section section) {
        return new Words(section.name(), section.nameEasy(), section.nameEn());
    }

    private Object telephone(SectionId section) {
        return town.findSection(section)
                .map(Section::telephone)
                .filter(telephone -> !telephone.isEmpty())
                .<Object>map(telephone -> telephone)
                .orElseGet(this::hall);
    }

    /// The hall's number, or words for it, so that a sentence that names it can always be said.
    private Object hall() {
        return town.telephone().isEmpty()
                ? new Words("役場（電話番号は未設定）", "役場（やくば）（電話番号（でんわばんごう）は まだ ありません）", "the town hall (number not set)")
                : town.telephone();
    }
}
