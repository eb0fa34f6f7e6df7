package town.machi.shelter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.kernel.ProblemException;
import town.machi.platform.RateLimits;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.HouseholdCode.Household;
import town.machi.shelter.HouseholdCodes;
import town.machi.shelter.paper.QrPicture;

/// A household's own code, made at home. The town signs what was written and keeps nothing of it: what is known of the
/// household is on the household's own phone or paper, until they show it at a desk.
@Controller
class HouseholdController {

    private static final int TRIES = 30;
    private static final Duration PER = Duration.ofMinutes(10);

    private final HouseholdCodes codes;
    private final HouseholdForm form;
    private final RateLimits limits;

    HouseholdController(HouseholdCodes codes, HouseholdForm form, RateLimits limits) {
        this.codes = codes;
        this.form = form;
        this.limits = limits;
    }

    @GetMapping("/household")
    Reply ask() {
        return new HouseholdPage(Map.of(), List.of());
    }

    @PostMapping("/household")
    Reply make(@RequestParam Map<String, String> typed, HttpServletRequest request, Texts texts) {
        if (!limits.tryTake("shelter.household", request.getRemoteAddr(), TRIES, PER)) {
            throw new ProblemException(DeskProblem.TOO_MANY_TRIES);
        }
        HouseholdForm.Read read = form.read(typed, texts);
        Household household = read.household();
        if (household == null) {
            return new HouseholdPage(typed, read.faults());
        }
        byte[] picture = QrPicture.png(codes.sign(household));
        List<String> names = household.people().stream()
                .map(person -> person.name().isEmpty() ? person.kana() : person.name())
                .toList();
        return new HouseholdCodePage(
                names, "data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
    }
}
