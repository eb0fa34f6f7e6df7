package town.machi.water.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.shell.CurrentActor;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.water.Hold;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.WaterProblem;
import town.machi.water.intake.CaseLook;
import town.machi.water.intake.Settling;

/// What staff decide on the panel 給水装置 of a case.
@Controller
class CasePointController {

    private final Cases cases;
    private final CaseLook look;
    private final Settling settling;
    private final CurrentActor current;
    private final Messages messages;

    CasePointController(Cases cases, CaseLook look, Settling settling, CurrentActor current, Messages messages) {
        this.cases = cases;
        this.look = look;
        this.settling = settling;
        this.current = current;
        this.messages = messages;
    }

    /// @param point id of a candidate; empty where a number was typed
    @PostMapping("/office/water/cases/{id}/point")
    Reply choose(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String point,
            @RequestParam(defaultValue = "") String number,
            @RequestParam UUID onceId) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        CaseFile file = get(id, staff);
        Optional<SupplyPoint> chosen =
                point.isEmpty() ? look.findNumbered(number, staff) : look.find(pointId(point), staff);
        if (chosen.isEmpty()) {
            Refusal refusal = Refusal.of("water.refusal.no-number", number);
            return new CasePointRefusedPage(path(file), messages.in(Language.JA).get(refusal));
        }
        settling.choose(file, chosen.get(), onceId, staff);
        return new Redirect(path(file));
    }

    @PostMapping("/office/water/cases/{id}/holds/{kind}")
    Reply settle(
            @PathVariable UUID id,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam UUID onceId) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        CaseFile file = get(id, staff);
        Arrays.stream(Hold.Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst()
                .ifPresent(known -> settling.settle(file, known, words, onceId, staff));
        return new Redirect(path(file));
    }

    private static String path(CaseFile file) {
        return "/office/cases/" + file.id() + "#point";
    }

    private CaseFile get(UUID id, Actor.Staff staff) {
        return cases.find(new CaseId(id), staff, "water-point")
                .orElseThrow(() -> new ProblemException(WaterProblem.NO_SUCH_CASE));
    }

    private static SupplyPointId pointId(String text) {
        try {
            return new SupplyPointId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(WaterProblem.NO_SUCH_POINT);
        }
    }
}
