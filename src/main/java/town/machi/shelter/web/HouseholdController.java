package town.machi.shelter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.ProblemException;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Ids;
import town.machi.platform.RateLimits;
import town.machi.shell.CurrentActor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCodes;
import town.machi.shelter.entrance.Registrations;
import town.machi.shelter.paper.QrPicture;

/// A household's own code, made at home. The town signs what was written and keeps nothing of it, unless the household
/// chooses to leave it, so that a desk finds them without the code; what was left can be taken back at any time.
@Controller
class HouseholdController {

    private static final int TRIES = 30;
    private static final Duration PER = Duration.ofMinutes(10);

    private final HouseholdCodes codes;
    private final HouseholdForm form;
    private final Registrations registrations;
    private final RateLimits limits;
    private final CurrentActor actor;
    private final Ids ids;

    HouseholdController(
            HouseholdCodes codes,
            HouseholdForm form,
            Registrations registrations,
            RateLimits limits,
            CurrentActor actor,
            Ids ids) {
        this.codes = codes;
        this.form = form;
        this.registrations = registrations;
        this.limits = limits;
        this.actor = actor;
        this.ids = ids;
    }

    @GetMapping("/household")
    Reply ask() {
        return new HouseholdPage(Map.of(), List.of(), ids.next());
    }

    @PostMapping("/household")
    Reply make(
            @RequestParam Map<String, String> typed,
            @RequestParam UUID onceId,
            HttpServletRequest request,
            Texts texts) {
        countTry(request);
        HouseholdForm.Read read = form.read(typed, texts);
        Household household = read.household();
        if (household == null) {
            return new HouseholdPage(typed, read.faults(), onceId);
        }
        boolean wishes = typed.containsKey("leave");
        Optional<Registrations.Left> left =
                wishes ? registrations.leave(household, onceId, actor.get()) : Optional.empty();
        return page(left.map(Registrations.Left::household).orElse(household), left, wishes && left.isEmpty());
    }

    private Reply page(Household household, Optional<Registrations.Left> left, boolean refused) {
        byte[] picture = QrPicture.png(codes.sign(household));
        List<String> names = household.people().stream()
                .map(person -> person.name().isEmpty() ? person.kana() : person.name())
                .toList();
        return new HouseholdCodePage(
                names,
                "data:image/png;base64," + Base64.getEncoder().encodeToString(picture),
                left.map(each -> each.number().format()).orElse(""),
                registrations.years().orElse(0),
                refused);
    }

    @GetMapping("/household/take-back")
    Reply askForNumber() {
        return new TakeBackPage("", false, false);
    }

    /// A wrong number and one that was used before are told alike.
    @PostMapping("/household/take-back")
    Reply takeBack(@RequestParam(defaultValue = "") String number, HttpServletRequest request) {
        countTry(request);
        boolean gone = ReceiptNumber.parse(number)
                .map(each -> registrations.takeBack(each, actor.get()))
                .orElse(false);
        return gone ? new Redirect("/household/taken-back") : new TakeBackPage(number, true, false);
    }

    @GetMapping("/household/taken-back")
    Reply takenBack() {
        return new TakeBackPage("", false, true);
    }

    private void countTry(HttpServletRequest request) {
        if (!limits.tryTake("shelter.household", request.getRemoteAddr(), TRIES, PER)) {
            throw new ProblemException(DeskProblem.TOO_MANY_TRIES);
        }
    }
}
