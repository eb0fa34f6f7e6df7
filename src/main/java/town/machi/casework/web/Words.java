package town.machi.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.shell.component.Chip;

/// How the office's screens say things.
final class Words {

    /// The boxes of an address, a person, a bank account, a place on the map.
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("postcode", "郵便番号"),
            Map.entry("prefecture", "都道府県"),
            Map.entry("municipality", "市区町村"),
            Map.entry("area", "町名・大字"),
            Map.entry("number", "番地・番号"),
            Map.entry("building", "建物・部屋"),
            Map.entry("family", "姓"),
            Map.entry("given", "名"),
            Map.entry("familyKana", "姓のフリガナ"),
            Map.entry("givenKana", "名のフリガナ"),
            Map.entry("bank", "金融機関"),
            Map.entry("bankCode", "金融機関コード"),
            Map.entry("branch", "支店"),
            Map.entry("branchCode", "支店コード"),
            Map.entry("kind", "種類"),
            Map.entry("holder", "名義"),
            Map.entry("point", "地点"),
            Map.entry("note", "目印"),
            Map.entry("inTown", "町の中か"));

    private Words() {}

    /// What a box of a question is called: 番地・番号 for `number`; as it is where we have no word.
    static String part(String name) {
        return PARTS.getOrDefault(name, name);
    }

    /// 令和8年11月24日(火)
    static String day(LocalDate day) {
        return Wareki.format(day);
    }

    /// 令和8年11月
    static String month(YearMonth month) {
        return day(month.atDay(1)).replaceFirst("月.*", "月");
    }

    /// For tables, where width is dear.
    static String shortDay(LocalDate day) {
        return Wareki.formatShort(day);
    }

    /// 令和8年11月24日(火) 午前10時05分
    static String moment(Instant at) {
        var local = at.atZone(BusinessCalendar.TOKYO);
        String half = local.getHour() < 12 ? "午前" : "午後";
        String minutes = local.getMinute() == 0 ? "" : "%02d分".formatted(local.getMinute());
        return Wareki.format(local.toLocalDate()) + " " + half + local.getHour() % 12 + "時" + minutes;
    }

    static String shortMoment(Instant at) {
        return shortDay(dayOf(at)) + " " + timeOf(at);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, BusinessCalendar.TOKYO);
    }

    /// 10:05, for tables.
    static String timeOf(Instant at) {
        var local = at.atZone(BusinessCalendar.TOKYO);
        return "%d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /// 2026-11-24 10:00, as a spreadsheet sorts it.
    static String sheetMoment(Instant at) {
        var local = at.atZone(BusinessCalendar.TOKYO);
        return "%s %02d:%02d".formatted(local.toLocalDate(), local.getHour(), local.getMinute());
    }

    static String state(Definition definition, @Nullable String id) {
        Map<String, WorkflowPlan.State> states = definition.workflow().states();
        WorkflowPlan.State state = id == null ? null : states.get(id);
        return state == null ? (id == null ? "" : id) : state.label().ja();
    }

    /// The label of an act, wherever in the workflow it stands.
    /// The title of the page that a state asks for; empty where it asks for none.
    static Optional<String> findAsked(Definition definition, @Nullable String state) {
        return Optional.ofNullable(state)
                .flatMap(
                        id -> Optional.ofNullable(definition.workflow().states().get(id)))
                .flatMap(WorkflowPlan.State::asking)
                .flatMap(asking -> definition.pages().stream()
                        .filter(page -> page.id().equals(asking.page()))
                        .findFirst())
                .map(page -> page.title().ja());
    }

    static String act(Definition definition, String id) {
        return definition.workflow().states().values().stream()
                .flatMap(state -> state.acts().stream())
                .filter(act -> act.id().equals(id))
                .map(act -> act.label().ja())
                .findFirst()
                .orElse(id);
    }

    static Chip chip(String word, Meaning meaning, boolean first) {
        Chip.Tone tone = switch (meaning) {
            case OPEN -> first ? Chip.Tone.NEW : Chip.Tone.ACTIVE;
            case CORRECTING -> Chip.Tone.WAITING;
            case DONE, PARTLY -> Chip.Tone.DONE;
            case REFUSED, WITHDRAWN -> Chip.Tone.STOPPED;
        };
        return new Chip(tone, word);
    }

    static String section(Town town, SectionId id) {
        return town.findSection(id).map(Section::name).orElse(id.value());
    }

    /// How far away a deadline is: 「あと2開庁日」「今日まで」.
    static String distance(BusinessCalendar calendar, LocalDate today, LocalDate due) {
        if (today.isAfter(due)) {
            return late(calendar, today, due);
        }
        int days = calendar.businessDaysBetween(today, due);
        return today.equals(due) ? "今日まで" : "あと" + Math.max(1, days) + "開庁日";
    }

    /// How far it lies back: 「3開庁日おくれ」.
    static String late(BusinessCalendar calendar, LocalDate today, LocalDate due) {
        return Math.max(1, calendar.businessDaysBetween(due, today)) + "開庁日おくれ";
    }
}
