package town.machi.alert.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertKind;
import town.machi.alert.Content;
import town.machi.alert.MayorOrder;
import town.machi.alert.words.AlertTemplate;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;

/// Makes a message's content of a form, or says what to mend in it.
@Component
public class Composing {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final int LONGEST = 1_000;

    private final Clock clock;

    Composing(Clock clock) {
        this.clock = clock;
    }

    /// @param level of the message; for a 解除 that of what it ends
    public Typed.Result read(AlertTemplate template, AlertKind kind, int level, Typed typed) {
        List<Typed.Fault> faults = new ArrayList<>();
        if (typed.districts().isEmpty()) {
            faults.add(new Typed.Fault("district", Refusal.of("alert.refusal.no-district")));
        }
        Map<String, String> blanks = blanks(template, typed, faults);
        Optional<MayorOrder> order =
                kind == AlertKind.EVACUATION ? Optional.of(order(typed, faults)) : Optional.empty();
        Optional<Instant> until = until(kind, typed, faults);
        return faults.isEmpty()
                ? new Typed.Result.Read(
                        new Content(kind, template.name(), level, typed.districts(), blanks, order, until))
                : new Typed.Result.Faulty(faults);
    }

    private static Map<String, String> blanks(AlertTemplate template, Typed typed, List<Typed.Fault> faults) {
        Map<String, String> blanks = new TreeMap<>();
        for (AlertTemplate.Blank blank : template.blanks()) {
            String box = "blank." + blank.name();
            String value = typed.get(box);
            if (value.isEmpty() && !blank.optional()) {
                faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.blank-missing", blank.label())));
            } else if (value.length() > LONGEST) {
                faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.blank-too-long", blank.label(), LONGEST)));
            } else if (!blank.isFree() && blank.find(value).isEmpty()) {
                faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.choice-unknown", blank.label())));
            }
            blanks.put(blank.name(), value);
            if (blank.isFree()) {
                otherLanguages(blank, typed, blanks, faults);
            }
        }
        return blanks;
    }

    private static void otherLanguages(
            AlertTemplate.Blank blank, Typed typed, Map<String, String> blanks, List<Typed.Fault> faults) {
        for (Language language : List.of(Language.EASY, Language.EN)) {
            String box = "blank." + blank.name() + "." + language.code();
            String label = blank.label() + "（" + Composer.label(language) + "）";
            if (typed.get(box).length() > LONGEST) {
                faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.blank-too-long", label, LONGEST)));
            }
            blanks.put(blank.name() + "." + language.code(), typed.get(box));
        }
    }

    private MayorOrder order(Typed typed, List<Typed.Fault> faults) {
        String title = typed.get("decider").equals(MayorOrder.DEPUTY) ? MayorOrder.DEPUTY : MayorOrder.MAYOR;
        Optional<Instant> decided = time("decidedAt", "決めた時刻", typed, faults);
        if (decided.isEmpty() && typed.get("decidedAt").isEmpty()) {
            faults.add(new Typed.Fault("decidedAt", Refusal.of("alert.refusal.blank-missing", "決めた時刻")));
        }
        if (typed.get("grounds").isEmpty()) {
            faults.add(new Typed.Fault("grounds", Refusal.of("alert.refusal.blank-missing", "根拠")));
        }
        return new MayorOrder(
                title,
                typed.get("deciderName"),
                decided.orElse(clock.instant()),
                time("issuedAt", "発令した時刻", typed, faults),
                typed.get("grounds"),
                number("households", "対象の世帯数", typed, faults),
                number("people", "対象の人数", typed, faults));
    }

    /// The last such time of day: 23:50 typed at ten past midnight was yesterday.
    private Optional<Instant> time(String box, String label, Typed typed, List<Typed.Fault> faults) {
        String text = typed.get(box);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalTime time = LocalTime.parse(Kana.normalised(text).replace("：", ":"), TIME);
            ZonedDateTime today = ZonedDateTime.now(clock.withZone(BusinessCalendar.TOKYO));
            ZonedDateTime at = today.with(time);
            return Optional.of((at.isAfter(today) ? at.minusDays(1) : at).toInstant());
        } catch (DateTimeParseException e) {
            faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.time-unreadable", label)));
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String box, String label, Typed typed, List<Typed.Fault> faults) {
        String text = Kana.normalised(typed.get(box)).replace(",", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,7}")) {
            faults.add(new Typed.Fault(box, Refusal.of("alert.refusal.number-unreadable", label)));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text));
    }

    /// What was typed, or what is usual for such a message.
    private Optional<Instant> until(AlertKind kind, Typed typed, List<Typed.Fault> faults) {
        String text = typed.get("until");
        if (text.isEmpty() && kind == AlertKind.MISSING) {
            faults.add(new Typed.Fault("until", Refusal.of("alert.refusal.no-end")));
        }
        if (text.isEmpty()) {
            return usual(kind).map(length -> clock.instant().plus(length));
        }
        String[] parts = Kana.normalised(text).strip().split("\\s+", 2);
        try {
            LocalTime time = parts.length == 2 ? LocalTime.parse(parts[1], TIME) : LocalTime.of(23, 59);
            if (Wareki.parse(parts[0]) instanceof Reading.Read<LocalDate>(LocalDate day)) {
                return Optional.of(
                        day.atTime(time).atZone(BusinessCalendar.TOKYO).toInstant());
            }
        } catch (DateTimeParseException e) {
            // said below, like a day that cannot be read
        }
        faults.add(new Typed.Fault("until", Refusal.of("alert.refusal.day-unreadable", "終わりの日時")));
        return Optional.empty();
    }

    /// How long a message is shown that nobody ends. Orders, warnings and outages stand until somebody does.
    static Optional<Duration> usual(AlertKind kind) {
        return switch (kind) {
            case FIRE -> Optional.of(Duration.ofHours(24));
            case NOTICE -> Optional.of(Duration.ofDays(7));
            case EVACUATION, SHELTER, WEATHER, WORKS, MISSING, NATIONAL -> Optional.empty();
        };
    }
}
