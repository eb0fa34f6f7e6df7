package town.machi.alert.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.Alert;
import town.machi.alert.AlertEvent;
import town.machi.alert.AlertId;
import town.machi.alert.AlertProblem;
import town.machi.alert.Channel;
import town.machi.alert.Outcome;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertWriting;
import town.machi.alert.desk.Approving;
import town.machi.alert.desk.Marking;
import town.machi.kernel.Actor;
import town.machi.kernel.Graphemes;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// One message, and what is done with it.
@Controller
@RequestMapping("/office/alerts/{id:[0-9a-f-]{36}}")
class AlertController {

    private final AlertLooking looking;
    private final AlertView view;
    private final AlertContext context;
    private final Desk desk;

    AlertController(AlertLooking looking, AlertView view, AlertContext context, Desk desk) {
        this.looking = looking;
        this.view = view;
        this.context = context;
        this.desk = desk;
    }

    @Component
    record Desk(AlertWriting writing, Approving approving, Marking marking) {}

    @GetMapping
    Reply show(@PathVariable String id, @RequestParam(defaultValue = "") String done) {
        Actor.Staff staff = context.staff();
        return view.page(alert(id), staff, new AlertPage.Notice(said(done), List.of()));
    }

    @PostMapping("/submit")
    Reply submit(@PathVariable String id, @RequestParam int revision, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        return after(id, staff, desk.approving().submit(alert(id).id(), revision, onceId, staff));
    }

    /// @param hash of the words that the person saw
    @PostMapping("/approve")
    Reply approve(@PathVariable String id, @RequestParam String hash, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        return after(id, staff, desk.approving().approve(alert(id).id(), hash, onceId, staff));
    }

    @PostMapping("/send-back")
    Reply sendBack(@PathVariable String id, @RequestParam(defaultValue = "") String words, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        String kept = Graphemes.begin(words, 1_000);
        return after(id, staff, desk.approving().sendBack(alert(id).id(), kept, onceId, staff));
    }

    @PostMapping("/alone")
    Reply alone(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam String hash,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        return after(id, staff, desk.approving().sendAlone(alert(id).id(), typed, hash, onceId, staff));
    }

    @PostMapping("/drop")
    Reply drop(@PathVariable String id, @RequestParam int revision, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        return after(id, staff, desk.writing().drop(alert(id).id(), revision, onceId, staff));
    }

    @PostMapping("/mark")
    Reply mark(
            @PathVariable String id,
            @RequestParam String channel,
            @RequestParam String state,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        Channel which = Channel.ofName(channel).orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
        String kept = Graphemes.begin(reason, 500);
        var said = new Marking.Said(which, state, Optional.empty(), kept);
        return after(id, staff, desk.marking().mark(alert(id).id(), said, onceId, staff));
    }

    @PostMapping("/retry")
    Reply retry(@PathVariable String id, @RequestParam UUID onceId) {
        Actor.Staff staff = context.staff();
        return after(id, staff, desk.marking().retry(alert(id).id(), onceId, staff));
    }

    private Reply after(String id, Actor.Staff staff, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(AlertId alert, AlertEvent.What what) ->
                new Redirect(
                        "/office/alerts/" + alert + "?done=" + what + (what == AlertEvent.What.MARKED ? "#board" : ""));
            case Outcome.Refused(List<Refusal> refusals) ->
                view.page(
                        alert(id),
                        staff,
                        new AlertPage.Notice(
                                null,
                                refusals.stream()
                                        .map(refusal -> context.japanese().get(refusal))
                                        .toList()));
            case Outcome.NotFound _ -> throw new ProblemException(AlertProblem.NO_SUCH_ALERT);
        };
    }

    private Alert alert(String id) {
        return AlertId.parse(id)
                .flatMap(looking::find)
                .orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
    }

    /// @param done what the address says was done
    private static @org.jspecify.annotations.Nullable String said(String done) {
        for (AlertEvent.What what : AlertEvent.What.values()) {
            if (what.name().equals(done)) {
                return what.label() + "。";
            }
        }
        return null;
    }
}
