package town.machi.water.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.platform.Ids;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.Crew;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.CrewException;
import town.machi.water.CrewId;
import town.machi.water.CrewPlan;
import town.machi.water.register.CrewSettings;

/// 班と日: who drives out, and how much they can do.
@Controller
class CrewsController {

    static final String PATH = "/office/water/crews";

    private static final int DAYS_SHOWN = 28;

    private final CrewSettings settings;
    private final CrewDays days;
    private final WaterAccess access;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;

    CrewsController(CrewSettings settings, CrewDays days, WaterAccess access, Messages messages, Ids ids, Clock clock) {
        this.settings = settings;
        this.days = days;
        this.access = access;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping(PATH)
    Reply crews() {
        access.staff();
        return page(null);
    }

    @PostMapping(PATH)
    Reply add(@RequestParam(defaultValue = "") String name, @RequestParam UUID onceId) {
        return after(settings.add(onceId, name, access.staff()));
    }

    @PostMapping(PATH + "/{id}")
    Reply set(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam UUID onceId,
            HttpServletRequest request) {
        Map<DayOfWeek, String> weekdays = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            weekdays.put(
                    day, Optional.ofNullable(request.getParameter(name(day))).orElse(""));
        }
        return after(settings.set(new CrewId(id), weekdays, active, access.staff()));
    }

    @PostMapping(PATH + "/exceptions")
    Reply addException(
            @RequestParam UUID crew,
            @RequestParam String day,
            @RequestParam String capacity,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        Actor.Staff staff = access.staff();
        var read = Wareki.parse(day);
        Optional<LocalDate> date = read.findValue();
        return date.isEmpty()
                ? after(read.findRefusal())
                : after(settings.setException(new CrewDay(new CrewId(crew), date.get()), capacity, reason, staff));
    }

    @PostMapping(PATH + "/exceptions/delete")
    Reply clearException(@RequestParam UUID crew, @RequestParam LocalDate day, @RequestParam UUID onceId) {
        settings.clearException(new CrewDay(new CrewId(crew), day), access.staff());
        return new Redirect(PATH + "#exceptions");
    }

    private Reply after(Optional<Refusal> refusal) {
        return refusal.<Reply>map(why -> page(messages.in(Language.JA).get(why)))
                .orElseGet(() -> new Redirect(PATH));
    }

    private CrewsPage page(@Nullable String sentence) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        CrewPlan plan = days.plan(today, today.plusDays(DAYS_SHOWN));
        List<Crew> crews = days.listCrews();
        return new CrewsPage(
                crews.stream().map(this::row).toList(),
                today.datesUntil(today.plusDays(DAYS_SHOWN))
                        .map(day -> row(plan, day))
                        .filter(row -> row.capacity() > 0 || row.taken() > 0)
                        .toList(),
                settings.listExceptions(today, today.plusYears(1)).stream()
                        .map(each -> row(each, crews))
                        .toList(),
                plan.isSet(),
                sentence,
                ids.next());
    }

    private CrewsPage.CrewRow row(Crew crew) {
        List<CrewsPage.Box> boxes = Arrays.stream(DayOfWeek.values())
                .map(day -> new CrewsPage.Box(
                        name(day),
                        day.getDisplayName(TextStyle.SHORT, Locale.JAPANESE),
                        Optional.ofNullable(crew.weekdays().get(day))
                                .map(String::valueOf)
                                .orElse("")))
                .toList();
        return new CrewsPage.CrewRow(
                crew.id().toString(), crew.name(), crew.active(), crew.example(), boxes, ids.next());
    }

    private static CrewsPage.DayRow row(CrewPlan plan, LocalDate day) {
        int capacity =
                plan.crews().stream().mapToInt(crew -> plan.capacity(crew, day)).sum();
        int taken = plan.crews().stream()
                .mapToInt(crew -> plan.taken().getOrDefault(new CrewDay(crew.id(), day), 0))
                .sum();
        int room = plan.room(day);
        return new CrewsPage.DayRow(Wareki.format(day), taken, capacity, room == 0 ? "いっぱいです" : "あと " + room + " 件");
    }

    private CrewsPage.ExceptionRow row(CrewException exception, List<Crew> crews) {
        CrewDay at = exception.day();
        String name = crews.stream()
                .filter(crew -> crew.id().equals(at.crew()))
                .map(Crew::name)
                .findFirst()
                .orElse("");
        return new CrewsPage.ExceptionRow(
                at.crew().toString(),
                name,
                Wareki.format(at.day()),
                at.day().toString(),
                exception.capacity(),
                exception.reason(),
                ids.next());
    }

    private static String name(DayOfWeek day) {
        return "day-" + day.getValue();
    }
}
