package town.machi.water.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.KernelProblem;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.platform.Ids;
import town.machi.platform.OpeningHours;
import town.machi.platform.RateLimits;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shell.component.Field;
import town.machi.water.Callback;
import town.machi.water.WaterProblem;
import town.machi.water.intake.Callbacks;
import town.machi.water.intake.WaterForm;

/// 「電話をください」: for whoever wants water sooner than the form offers it.
@Controller
class CallbackController {

    private static final String PATH = "/water/callback";
    private static final int FROM_ONE_ADDRESS = 10;
    private static final int LONGEST = 60;
    private static final int FARTHEST_DAYS = 60;

    private final Callbacks callbacks;
    private final Town town;
    private final Visitors visitors;
    private final Ids ids;
    private final Clock clock;

    CallbackController(Callbacks callbacks, Town town, Visitors visitors, Ids ids, Clock clock) {
        this.callbacks = callbacks;
        this.town = town;
        this.visitors = visitors;
        this.ids = ids;
        this.clock = clock;
    }

    /// Who comes, and how often.
    @org.springframework.stereotype.Component("waterCallbackVisitors")
    record Visitors(CurrentActor current, RateLimits limits) {}

    /// From the form, with what was typed there; by its address alone, with empty boxes.
    @GetMapping({PATH, PATH + "/begin"})
    Reply show(
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String day,
            Texts texts) {
        return begin(procedure, day, "", "", texts);
    }

    /// What was typed in the form before comes in the body: no name stands in an address.
    @PostMapping(PATH + "/begin")
    Reply begin(
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            Texts texts) {
        return wanted(procedure, day)
                .<Reply>map(wanted -> page(
                        ids.next(),
                        wanted,
                        nameField(texts).value(name),
                        phoneField(texts).value(phone),
                        texts))
                .orElseGet(() -> new Redirect("/procedures"));
    }

    @PostMapping(PATH)
    Reply ask(
            @RequestParam UUID onceId,
            @RequestParam String procedure,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            Language language,
            Texts texts) {
        CallbackPage.Wanted wanted =
                wanted(procedure, day).orElseThrow(() -> new ProblemException(KernelProblem.NOT_FOUND));
        Callback.Who who = new Callback.Who(name.strip(), phone(phone));
        if (who.name().isEmpty() || who.name().length() > LONGEST || !isPhone(who.phone())) {
            return again(onceId, wanted, name, phone, texts);
        }
        if (!visitors.limits()
                .tryTake("water.callback", request.getRemoteAddr(), FROM_ONE_ADDRESS, Duration.ofHours(1))) {
            throw new ProblemException(WaterProblem.CALLBACK_TOO_OFTEN);
        }
        var asked = new Callback.Wanted(new town.machi.procedure.ProcedureName(procedure), wanted.day());
        callbacks.ask(onceId, asked, who, language, visitors.current().get());
        return new Redirect(PATH + "/done");
    }

    @GetMapping(PATH + "/done")
    Reply done(Texts texts) {
        return new CallbackDonePage(opening(texts));
    }

    private Reply again(UUID onceId, CallbackPage.Wanted wanted, String name, String phone, Texts texts) {
        boolean nameWrong = name.isBlank() || name.strip().length() > LONGEST;
        boolean phoneWrong = !isPhone(phone(phone));
        return page(
                onceId,
                wanted,
                nameField(texts).value(name).error(nameWrong ? texts.get("water.callback.name-wrong") : null),
                phoneField(texts).value(phone).error(phoneWrong ? texts.get("water.callback.phone-wrong") : null),
                texts);
    }

    private CallbackPage page(UUID onceId, CallbackPage.Wanted wanted, Field name, Field phone, Texts texts) {
        return new CallbackPage(onceId, wanted, name, phone, opening(texts));
    }

    private static Field nameField(Texts texts) {
        return Field.required("name", texts.get("water.callback.name"));
    }

    private static Field phoneField(Texts texts) {
        return Field.required("phone", texts.get("water.callback.phone"));
    }

    /// A procedure of this room that turns water, and a day from today on.
    private Optional<CallbackPage.Wanted> wanted(String procedure, String text) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        try {
            LocalDate day = LocalDate.parse(text);
            boolean near = !day.isBefore(today) && day.isBefore(today.plusDays(FARTHEST_DAYS));
            return Arrays.stream(WaterForm.values())
                    .filter(form -> near
                            && form != WaterForm.RENAME
                            && form.procedure().value().equals(procedure))
                    .findFirst()
                    .map(form ->
                            new CallbackPage.Wanted(procedure, day, form.name().toLowerCase(Locale.ROOT)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String phone(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}]", "")
                .replaceAll("[ー‐‑‒–—―−()]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static boolean isPhone(String phone) {
        return phone.matches("[+]?[0-9-]+") && phone.replace("-", "").matches("0\\d{9,10}|[+]\\d{6,15}");
    }

    private CallbackPage.Opening opening(Texts texts) {
        OpeningHours hours = town.openingHours();
        String own = town.findSection(WaterStaff.WATER).map(Section::telephone).orElse("");
        return new CallbackPage.Opening(
                texts.get("water.callback.hours", hours.opens(), hours.closes()),
                own.isEmpty() ? town.telephone() : own);
    }
}
