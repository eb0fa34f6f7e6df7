package town.machi.alert.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertKind;
import town.machi.alert.Content;
import town.machi.alert.MayorOrder;
import town.machi.alert.World;
import town.machi.alert.desk.Typed;
import town.machi.alert.words.AlertTemplate;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Wareki;
import town.machi.platform.Settings;
import town.machi.shell.component.Choice;
import town.machi.shell.component.Field;
import town.machi.shell.component.FieldError;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Shelters;

/// Makes the form of what is known, what was typed and what is wrong with it.
@Component
class AlertWriteView {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final DistrictBoxes boxes;
    private final Settings settings;
    private final Shelters shelters;
    private final AlertContext context;

    AlertWriteView(DistrictBoxes boxes, Settings settings, Shelters shelters, AlertContext context) {
        this.shelters = shelters;
        this.boxes = boxes;
        this.settings = settings;
        this.context = context;
    }

    /// Which form it is.
    ///
    /// @param offered districts that may be ticked; none: all
    record Place(
            World world,
            AlertTemplate template,
            AlertKind kind,
            String heading,
            String action,
            String back,
            List<WritePage.Hidden> hidden,
            Set<String> offered) {

        static Place fresh(AlertTemplate template, World world) {
            return new Place(
                    world,
                    template,
                    template.kind(),
                    template.title(),
                    "/office/alerts/new/" + template.name(),
                    "/office/alerts/new?world=" + world,
                    List.of(new WritePage.Hidden("world", world.name())),
                    Set.of());
        }

        static Place again(Alert alert, AlertTemplate template) {
            String page = "/office/alerts/" + alert.id();
            var revision = new WritePage.Hidden("revision", Integer.toString(alert.revision()));
            return new Place(
                    alert.world(),
                    template,
                    alert.content().kind(),
                    template.title(),
                    page + "/edit",
                    page,
                    List.of(revision),
                    Set.of());
        }

        static Place after(Alert earlier, AlertAct act, AlertTemplate template, Set<String> standing) {
            String page = "/office/alerts/" + earlier.id();
            return new Place(
                    earlier.world(),
                    template,
                    earlier.content().kind(),
                    act.label() + ": 第" + earlier.number() + "号",
                    page + "/follow",
                    page,
                    List.of(new WritePage.Hidden("act", act.name())),
                    act == AlertAct.CORRECT ? Set.of() : standing);
        }
    }

    WritePage blank(AlertTemplate template, World world) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("deciderName", settings.find("town.mayor").orElse(""));
        if (template.kind() == AlertKind.SHELTER && !world.isDrill()) {
            values.put("blank.shelters", openShelters());
        }
        return filled(Place.fresh(template, world), new Typed(values, Set.of()));
    }

    /// Those that take people in right now, a line each.
    private String openShelters() {
        return shelters.listVacancies().stream()
                .filter(vacancy -> vacancy.state() == OpeningState.OPEN && !vacancy.drill())
                .map(vacancy -> vacancy.shelter().name())
                .collect(Collectors.joining("\n"));
    }

    WritePage filled(Place place, Typed typed) {
        return again(place, typed, List.of());
    }

    WritePage again(Place place, Typed typed, List<Typed.Fault> faults) {
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(
                fault -> errors.putIfAbsent(fault.box(), context.japanese().get(fault.refusal())));
        Set<String> offered = place.offered().isEmpty() ? boxes.all() : place.offered();
        return new WritePage(
                place.world(),
                place.heading(),
                place.kind().label(),
                place.action(),
                place.back(),
                place.hidden(),
                boxes.of(typed.districts(), offered),
                errors.get("district"),
                place.template().blanks().stream()
                        .map(blank -> blank(blank, typed, errors))
                        .toList(),
                place.kind() == AlertKind.EVACUATION ? order(typed, errors) : null,
                until(place, typed, errors),
                faults.stream()
                        .map(fault ->
                                FieldError.at(fault.box(), context.japanese().get(fault.refusal())))
                        .toList(),
                context.newId());
    }

    private static WritePage.Blank blank(AlertTemplate.Blank blank, Typed typed, Map<String, String> errors) {
        String box = "blank." + blank.name();
        String value = typed.get(box);
        Field field = (blank.optional() ? Field.optional(box, blank.label()) : Field.required(box, blank.label()))
                .hint(blank.hint().isEmpty() ? null : blank.hint())
                .value(value)
                .error(errors.get(box));
        List<Choice> choices = blank.choices().stream()
                .map(choice -> new Choice(
                        choice.value(),
                        choice.in(town.machi.kernel.Language.JA),
                        choice.value().equals(value)))
                .toList();
        return new WritePage.Blank(
                field,
                choices,
                blank.isFree() ? other(box, ".easy", "やさしい日本語", typed) : null,
                blank.isFree() ? other(box, ".en", "English", typed) : null);
    }

    private static Field other(String box, String ending, String label, Typed typed) {
        return Field.optional(box + ending, label).value(typed.get(box + ending));
    }

    private static WritePage.Order order(Typed typed, Map<String, String> errors) {
        boolean deputy = typed.get("decider").equals(MayorOrder.DEPUTY);
        return new WritePage.Order(
                List.of(
                        new Choice(MayorOrder.MAYOR, MayorOrder.MAYOR, !deputy),
                        new Choice(MayorOrder.DEPUTY, "職務代理者（町長が不在のとき）", deputy)),
                field("deciderName", "決めた人の名前", false, null, typed, errors),
                field("decidedAt", "決めた時刻", true, "例 2:15", typed, errors),
                field("issuedAt", "発令した時刻", false, "空けておくと、発信した時刻になります。", typed, errors),
                field("grounds", "根拠", true, "例 佐敷川の水位が氾濫危険水位を超えたため", typed, errors),
                field("households", "対象の世帯数", false, "分からないときは空けておきます。", typed, errors),
                field("people", "対象の人数", false, "分からないときは空けておきます。", typed, errors));
    }

    private static @Nullable Field until(Place place, Typed typed, Map<String, String> errors) {
        boolean ends = place.template().act() == AlertAct.ISSUE;
        return switch (place.kind()) {
            case MISSING -> ends ? field("until", "終わりの日時", true, "例 R8.12.1 18:00", typed, errors) : null;
            case FIRE, NOTICE, WORKS, SHELTER ->
                ends ? field("until", "いつまで載せるか", false, "例 R8.12.1 18:00", typed, errors) : null;
            case EVACUATION, WEATHER, NATIONAL -> null;
        };
    }

    private static Field field(
            String name, String label, boolean needed, @Nullable String hint, Typed typed, Map<String, String> errors) {
        return (needed ? Field.required(name, label) : Field.optional(name, label))
                .hint(hint)
                .value(typed.get(name))
                .error(errors.get(name));
    }

    /// @param offered only these count; none: all
    Typed typed(MultiValueMap<String, String> form, Set<String> offered) {
        Map<String, String> values = new LinkedHashMap<>(form.toSingleValueMap());
        return new Typed(values, boxes.ticked(form, offered.isEmpty() ? boxes.all() : offered));
    }

    /// A message's content as its form shows it.
    Typed typed(Content content) {
        Map<String, String> values = new LinkedHashMap<>();
        content.blanks().forEach((name, value) -> values.put("blank." + name, value));
        content.order().ifPresent(order -> {
            values.put("decider", order.deciderTitle());
            values.put("deciderName", order.deciderName());
            values.put("decidedAt", time(Optional.of(order.decidedAt())));
            values.put("issuedAt", time(order.issuedAt()));
            values.put("grounds", order.grounds());
            values.put("households", order.households().map(String::valueOf).orElse(""));
            values.put("people", order.people().map(String::valueOf).orElse(""));
        });
        content.until().ifPresent(until -> {
            var at = until.atZone(BusinessCalendar.TOKYO);
            values.put("until", Wareki.formatShort(at.toLocalDate()) + " " + TIME.format(at));
        });
        return new Typed(values, content.districts());
    }

    private static String time(Optional<Instant> at) {
        return at.map(instant -> TIME.format(instant.atZone(BusinessCalendar.TOKYO)))
                .orElse("");
    }
}
