package town.machi.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import town.machi.kernel.ProblemException;
import town.machi.platform.OpeningHours;
import town.machi.platform.RateLimits;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.Definition;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.Texts;
import town.machi.submission.SubmissionProblem;
import town.machi.submission.draft.Begun;
import town.machi.submission.draft.Draft;
import town.machi.submission.draft.Drafts;
import town.machi.submission.talk.LineVisits;

/// The page of a procedure, and 「この手続きを始める」.
@Controller
class ProcedureController {

    private static final int DRAFTS_FROM_ONE_ADDRESS = 60;

    private final Procedures procedures;
    private final Town town;
    private final Drafts drafts;
    private final Doorkeeper door;
    private final RateLimits limits;
    private final LineVisits visits;

    ProcedureController(
            Procedures procedures, Town town, Drafts drafts, Doorkeeper door, RateLimits limits, LineVisits visits) {
        this.procedures = procedures;
        this.town = town;
        this.drafts = drafts;
        this.door = door;
        this.limits = limits;
        this.visits = visits;
    }

    @GetMapping("/procedures/{name}")
    Reply show(@PathVariable String name, HttpServletRequest request, Texts texts) {
        Definition definition = get(name).definition();
        OpeningHours hours = town.openingHours();
        String open = texts.get("submission.procedure.hours", hours.opens(), hours.closes());
        ProcedurePage.Hall hall = new ProcedurePage.Hall(
                town.prefecture() + town.municipality() + town.address(), town.telephone(), open);
        return new ProcedurePage(
                definition,
                town.findSection(definition.section()),
                hall,
                visits.findChannel(request, definition).isPresent());
    }

    @PostMapping("/procedures/{name}/start")
    Reply start(@PathVariable String name, HttpServletRequest request, HttpServletResponse response, Texts texts) {
        Published published = get(name);
        Channel channel = visits.findChannel(request, published.definition())
                .orElseThrow(() -> new ProblemException(SubmissionProblem.CHANNEL_CLOSED));
        String address = request.getRemoteAddr();
        if (!limits.tryTake("submission.begin", address, DRAFTS_FROM_ONE_ADDRESS, Duration.ofMinutes(10))) {
            throw new ProblemException(SubmissionProblem.TOO_MANY_DRAFTS);
        }
        Begun begun = drafts.begin(published, new Draft.Filling(texts.language(), channel, null));
        door.giveDraft(begun.draft().id(), begun.secret(), request, response);
        return new Redirect("/apply/" + begun.draft().id());
    }

    private Published get(String name) {
        return findName(name)
                .flatMap(procedures::findPublished)
                .orElseThrow(() -> new ProblemException(SubmissionProblem.NO_SUCH_PROCEDURE));
    }

    static Optional<ProcedureName> findName(String name) {
        return name.matches("[a-z][a-z0-9-]{1,59}") ? Optional.of(new ProcedureName(name)) : Optional.empty();
    }
}
