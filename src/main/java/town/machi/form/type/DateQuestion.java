package town.machi.form.type;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.Asked;
import town.machi.form.OfferedDays;
import town.machi.form.Parsed;
import town.machi.form.QuestionType;
import town.machi.form.Slot;
import town.machi.form.Typed;
import town.machi.kernel.Language;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.procedure.ValueKind;
import town.machi.shell.Template;
import town.machi.shell.Texts;
import town.machi.shell.component.Choice;
import town.machi.shell.component.DateParts;

/// A day in three boxes; where days are offered (see [OfferedDays]), those to pick from, too. The year takes 令和8年, R8
/// or 2026, of any width.
/// Source: デジタル庁デザインシステム, date picker: three text boxes, never a picker alone.
@Component
class DateQuestion implements QuestionType {

    @Override
    public String type() {
        return "date";
    }

    @Override
    public ValueKind kind() {
        return ValueKind.DATE;
    }

    @Override
    public Map<String, ValueKind> parts() {
        return Map.of();
    }

    @Override
    public Set<String> options() {
        return Set.of("birth", OfferedDays.OPTION);
    }

    @Override
    public Set<String> boxes() {
        return Set.of("", "-year", "-month", "-day");
    }

    @Override
    public Parsed parse(Slot slot, Typed typed) {
        String whole = typed.text(slot.path());
        String year = typed.text(slot.box("year"));
        String month = typed.text(slot.box("month"));
        String day = typed.text(slot.box("day"));
        if ((whole + year + month + day).isBlank()) {
            return Parsed.NOTHING;
        }
        boolean inBoxes = !(year + month + day).isBlank();
        Reading<LocalDate> reading = inBoxes ? Wareki.parse(year, month, day) : whole(whole);
        return switch (reading) {
            case Reading.Read<LocalDate>(LocalDate date)
            when inBoxes && isAnother(whole, date) ->
                Parsed.fault(slot.path(), "form.date.two", LocalDate.parse(whole), date);
            case Reading.Read<LocalDate>(LocalDate date) -> free(slot, date);
            case Reading.Refused<LocalDate>(Refusal refusal) -> Parsed.fault(slot.path(), refusal);
        };
    }

    private static Reading<LocalDate> whole(String whole) {
        return isIso(whole) ? Reading.of(LocalDate.parse(whole)) : Wareki.parse(whole);
    }

    /// One day was picked, another one typed.
    private static boolean isAnother(String picked, LocalDate typed) {
        return isIso(picked) && !picked.equals(typed.toString());
    }

    /// A day that others have taken meanwhile is refused, with the next ones that are free.
    private static Parsed free(Slot slot, LocalDate date) {
        OfferedDays offered = OfferedDays.of(slot);
        if (!offered.full().contains(date)) {
            return Parsed.of(slot.path(), date.toString());
        }
        List<LocalDate> instead = offered.instead(date);
        return instead.isEmpty()
                ? Parsed.fault(slot.path(), "form.date.full", date)
                : Parsed.fault(slot.path(), "form.date.full-next", date, instead);
    }

    /// As programs write it, and as it is kept.
    private static boolean isIso(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public Parsed check(Slot slot, Answers answers) {
        String text = answers.text(slot.path());
        return isIso(text) ? free(slot, LocalDate.parse(text)) : parse(slot, typed(slot, answers));
    }

    @Override
    public Optional<Object> toCondition(Slot slot, Answers answers) {
        return date(slot, answers).map(date -> date);
    }

    @Override
    public List<String> show(Slot slot, Answers answers, Texts texts) {
        return date(slot, answers)
                .map(date -> texts.days().day(date))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public Typed typed(Slot slot, Answers answers) {
        String raw = answers.text(slot.path());
        return date(slot, answers)
                .map(date -> Typed.of(Map.of(
                        slot.box("year"), Integer.toString(date.getYear()),
                        slot.box("month"), Integer.toString(date.getMonthValue()),
                        slot.box("day"), Integer.toString(date.getDayOfMonth()))))
                .orElse(raw.isEmpty() ? Typed.NOTHING : Typed.of(Map.of(slot.path(), raw)));
    }

    /// Empty also where somebody else's program wrote what is no day.
    private static Optional<LocalDate> date(Slot slot, Answers answers) {
        try {
            return answers.find(slot.path()).map(answer -> LocalDate.parse(answer.value()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Template ask(Slot slot, Asked asked) {
        DateParts parts = new DateParts(
                year(slot, asked),
                asked.typed().text(slot.box("month")),
                asked.typed().text(slot.box("day")));
        List<Choice> choices = choices(slot, asked);
        boolean picked =
                choices.stream().anyMatch(Choice::chosen) && asked.faults().isEmpty();
        return new DatePartial(asked.field(slot), picked ? DateParts.EMPTY : parts, slot.has("birth"), choices);
    }

    /// The days that are offered; a day that stands in the boxes is picked where it is one of them.
    private static List<Choice> choices(Slot slot, Asked asked) {
        String picked = asked.typed().text(slot.path());
        String year = asked.typed().text(slot.box("year"));
        String typed = year.isBlank()
                ? ""
                : switch (Wareki.parse(
                        year,
                        asked.typed().text(slot.box("month")),
                        asked.typed().text(slot.box("day")))) {
                    case Reading.Read<LocalDate>(LocalDate date) -> date.toString();
                    case Reading.Refused<LocalDate> _ -> "";
                };
        boolean sound = asked.faults().isEmpty();
        return OfferedDays.of(slot).shown().stream()
                .map(day -> new Choice(
                        day.toString(),
                        asked.texts().days().day(day),
                        day.toString().equals(picked)
                                || (sound && day.toString().equals(typed))))
                .toList();
    }

    /// Who reads Japanese finds 令和8 again, as on the last look; on a page with faults what was typed stays untouched.
    private static String year(Slot slot, Asked asked) {
        String year = asked.typed().text(slot.box("year"));
        if (asked.texts().language() != Language.JA || !asked.faults().isEmpty()) {
            return year;
        }
        String month = asked.typed().text(slot.box("month"));
        return switch (Wareki.parse(year, month, asked.typed().text(slot.box("day")))) {
            case Reading.Read<LocalDate>(LocalDate date) ->
                Wareki.formatYear(date).replace("年", "");
            case Reading.Refused<LocalDate> _ -> year;
        };
    }
}
