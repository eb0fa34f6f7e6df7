package town.machi.casework.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.desk.Masking;
import town.machi.form.Answers;
import town.machi.kernel.Reading;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Question;
import town.machi.shell.component.Chip;
import town.machi.shell.component.TimelineItem;

/// The history of a case in sentences, for the screen and for spreadsheets.
@Component
class HistoryView {

    static final List<String> COLUMNS = List.of("日時", "だれが", "何を", "前", "後", "理由・内容", "項目", "前の値", "後の値");

    private final Town town;

    HistoryView(Town town) {
        this.town = town;
    }

    List<TimelineItem> items(List<CaseEvent> history, Definition definition, People people) {
        return history.reversed().stream()
                .map(event -> new TimelineItem(
                        event.at(),
                        title(event, definition, people),
                        people.actor(event.actor()),
                        text(event, definition),
                        tone(event)))
                .toList();
    }

    /// One row for an event, or one for each answer that it changed.
    List<List<String>> rows(List<CaseEvent> history, Definition definition, People people) {
        List<List<String>> rows = new ArrayList<>();
        for (CaseEvent event : history) {
            List<String> start = List.of(
                    Words.sheetMoment(event.at()),
                    people.actor(event.actor()),
                    what(event, definition),
                    place(event, definition, people, true),
                    place(event, definition, people, false),
                    event.words());
            if (event.changes().isEmpty()) {
                rows.add(row(start, fields(event, definition), "", ""));
            }
            for (CaseEvent.Change change : event.changes()) {
                rows.add(row(
                        start,
                        label(change.path(), definition),
                        value(change.path(), change.before(), definition),
                        value(change.path(), change.after(), definition)));
            }
        }
        return rows;
    }

    private static List<String> row(List<String> start, String field, String before, String after) {
        List<String> row = new ArrayList<>(start);
        row.addAll(List.of(field, before, after));
        return row;
    }

    private String title(CaseEvent event, Definition definition, People people) {
        String from = place(event, definition, people, true);
        String to = place(event, definition, people, false);
        return switch (event.kind()) {
            case MOVED -> "「" + what(event, definition) + "」 " + from + " → " + to;
            case CORRECTED ->
                Words.findAsked(definition, event.place().fromState())
                                .map(page -> "「" + page + "」が届きました")
                                .orElseGet(() -> event.kind().label())
                        + " " + from + " → " + to;
            case WITHDRAWN -> event.kind().label() + " " + from + " → " + to;
            case ASSIGNED -> to.isEmpty() ? "担当をはずしました" : "担当: " + to;
            case HANDED_OVER -> from + " から " + to + " へ渡しました";
            case LINKED, UNLINKED -> event.kind().label() + " " + event.words();
            case RAN_OUT -> "「" + from + "」の期限が切れました";
            case OPENED, CORRECTION_LATE, WITHDRAWAL_LATE, NOTED, TOLD, EXTENDED ->
                event.kind().label();
        };
    }

    private static String what(CaseEvent event, Definition definition) {
        return event.kind() == CaseEvent.Kind.MOVED
                ? event.act().map(act -> Words.act(definition, act)).orElse("")
                : event.kind().label();
    }

    private String place(CaseEvent event, Definition definition, People people, boolean before) {
        CaseEvent.Place place = event.place();
        String state = before ? place.fromState() : place.toState();
        String section = before ? place.fromSection() : place.toSection();
        return switch (event.kind()) {
            case ASSIGNED -> state == null ? "" : people.name(Optional.of(new StaffId(UUID.fromString(state))));
            case HANDED_OVER -> section == null ? "" : Words.section(town, new SectionId(section));
            case OPENED,
                    MOVED,
                    CORRECTED,
                    CORRECTION_LATE,
                    WITHDRAWN,
                    WITHDRAWAL_LATE,
                    LINKED,
                    UNLINKED,
                    NOTED,
                    TOLD,
                    RAN_OUT,
                    EXTENDED -> Words.state(definition, state);
        };
    }

    private static String text(CaseEvent event, Definition definition) {
        List<String> lines = new ArrayList<>();
        boolean said = event.kind() != CaseEvent.Kind.LINKED && event.kind() != CaseEvent.Kind.UNLINKED;
        if (said && !event.words().isEmpty()) {
            lines.add(
                    event.kind() == CaseEvent.Kind.RAN_OUT
                            ? "期限 " + value("", event.words(), definition)
                            : event.words());
        }
        if (event.changes().isEmpty() && !event.fields().isEmpty()) {
            lines.add("項目: " + fields(event, definition));
        }
        boolean handedIn = event.kind() == CaseEvent.Kind.CORRECTED
                && Words.findAsked(definition, event.place().fromState()).isPresent();
        for (CaseEvent.Change change : handedIn ? List.<CaseEvent.Change>of() : event.changes()) {
            lines.add(label(change.path(), definition) + ": " + value(change.path(), change.before(), definition)
                    + " → " + value(change.path(), change.after(), definition));
        }
        return String.join("\n", lines);
    }

    private static String fields(CaseEvent event, Definition definition) {
        return String.join(
                "、",
                event.fields().stream()
                        .sorted()
                        .map(path -> label(path, definition))
                        .toList());
    }

    private static String label(String path, Definition definition) {
        return definition.questions().stream()
                .filter(question -> Answers.belongsTo(question.id(), path))
                .map(question -> label(question, path))
                .findFirst()
                .orElse(path);
    }

    private static String label(Question question, String path) {
        String rest = path.substring(question.id().length());
        return rest.isEmpty()
                ? question.label().ja()
                : question.label().ja() + "（" + Words.part(rest.replaceFirst("^\\.", "")) + "）";
    }

    /// A date as the town writes it, a choice by its label, everything else as it was given.
    private static String value(String path, @Nullable String value, Definition definition) {
        if (value == null) {
            return "（なし）";
        }
        if (value.matches("\\d{4}-\\d\\d-\\d\\d")
                && Wareki.parse(value) instanceof Reading.Read<LocalDate>(LocalDate day)) {
            return Words.day(day);
        }
        return definition.questions().stream()
                .filter(question -> question.id().equals(path))
                .flatMap(question -> question.choices().stream())
                .filter(choice -> choice.code().equals(value))
                .map(choice -> choice.label().ja())
                .findFirst()
                .orElseGet(() -> Masking.value(path, value, definition));
    }

    private static Chip.@Nullable Tone tone(CaseEvent event) {
        return switch (event.kind()) {
            case EXTENDED -> Chip.Tone.WAITING;
            case RAN_OUT, CORRECTION_LATE, WITHDRAWAL_LATE -> Chip.Tone.ALERT;
            case CORRECTED -> Chip.Tone.ACTIVE;
            case WITHDRAWN -> Chip.Tone.STOPPED;
            case OPENED -> Chip.Tone.NEW;
            case MOVED, ASSIGNED, HANDED_OVER, LINKED, UNLINKED, NOTED, TOLD -> null;
        };
    }
}
