package town.machi.alert.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.Alert;
import town.machi.alert.AlertAct;
import town.machi.alert.AlertId;
import town.machi.alert.AlertKind;
import town.machi.alert.AlertProblem;
import town.machi.alert.Chains;
import town.machi.alert.Content;
import town.machi.alert.Outcome;
import town.machi.alert.World;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertWriting;
import town.machi.alert.desk.Composing;
import town.machi.alert.desk.Typed;
import town.machi.alert.words.AlertTemplate;
import town.machi.alert.words.AlertTemplates;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// AlertWriting a message from a template: a new one, a draft again, or one that follows an earlier one.
@Controller
class AlertWriteController {

    private final AlertTemplates templates;
    private final Composing composing;
    private final AlertWriting writing;
    private final AlertLooking looking;
    private final AlertWriteView view;
    private final AlertContext context;

    AlertWriteController(AlertTemplates templates, Desk desk, AlertWriteView view, AlertContext context) {
        this.templates = templates;
        this.composing = desk.composing();
        this.writing = desk.writing();
        this.looking = desk.looking();
        this.view = view;
        this.context = context;
    }

    @Component
    record Desk(Composing composing, AlertWriting writing, AlertLooking looking) {}

    @GetMapping("/office/alerts/new")
    Reply choose(@RequestParam(defaultValue = "REAL") String world) {
        context.staff();
        World chosen = world(world);
        List<ChoosePage.Kind> kinds = java.util.Arrays.stream(AlertKind.values())
                .filter(kind -> kind != AlertKind.NATIONAL)
                .map(kind -> new ChoosePage.Kind(kind.label(), templates(kind)))
                .filter(kind -> !kind.templates().isEmpty())
                .toList();
        return new ChoosePage(chosen, kinds);
    }

    private List<ChoosePage.Prepared> templates(AlertKind kind) {
        return templates.list().stream()
                .filter(template -> template.kind() == kind && template.act() == AlertAct.ISSUE)
                .map(template -> new ChoosePage.Prepared(template.name(), template.title(), template.level()))
                .toList();
    }

    @GetMapping("/office/alerts/new/{template}")
    Reply write(@PathVariable String template, @RequestParam(defaultValue = "REAL") String world) {
        context.staff();
        AlertTemplate found = template(template);
        return view.blank(found, world(world));
    }

    @PostMapping("/office/alerts/new/{template}")
    Reply create(
            @PathVariable String template,
            @RequestParam String world,
            @RequestParam UUID onceId,
            @RequestParam MultiValueMap<String, String> form) {
        Actor.Staff staff = context.staff();
        AlertTemplate found = template(template);
        Typed typed = view.typed(form, Set.of());
        AlertWriteView.Place place = AlertWriteView.Place.fresh(found, world(world));
        return switch (composing.read(found, found.kind(), found.level(), typed)) {
            case Typed.Result.Faulty(List<Typed.Fault> faults) -> view.again(place, typed, faults);
            case Typed.Result.Read(Content content) ->
                after(writing.create(world(world), content, onceId, staff), place, typed);
        };
    }

    /// A new message with the words of an earlier one, where the rules allow it: never across worlds, never old ones.
    @GetMapping("/office/alerts/{id}/again")
    Reply again(@PathVariable String id) {
        context.staff();
        Alert alert = alert(id);
        if (alert.act() != AlertAct.ISSUE
                || looking.findReasonAgainstReuse(alert, alert.world()).isPresent()) {
            throw new ProblemException(AlertProblem.NOT_TO_BE_USED_AGAIN);
        }
        Typed typed = view.typed(alert.content());
        return view.filled(AlertWriteView.Place.fresh(template(alert.content().template()), alert.world()), typed);
    }

    @GetMapping("/office/alerts/{id}/edit")
    Reply edit(@PathVariable String id) {
        context.staff();
        Alert alert = alert(id);
        return view.filled(
                AlertWriteView.Place.again(alert, template(alert.content().template())), view.typed(alert.content()));
    }

    @PostMapping("/office/alerts/{id}/edit")
    Reply rewrite(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam UUID onceId,
            @RequestParam MultiValueMap<String, String> form) {
        Actor.Staff staff = context.staff();
        Alert alert = alert(id);
        AlertTemplate template = template(alert.content().template());
        Typed typed = view.typed(form, Set.of());
        AlertWriteView.Place place = AlertWriteView.Place.again(alert, template);
        return switch (composing.read(
                template, alert.content().kind(), alert.content().level(), typed)) {
            case Typed.Result.Faulty(List<Typed.Fault> faults) -> view.again(place, typed, faults);
            case Typed.Result.Read(Content content) ->
                after(writing.rewrite(alert.id(), content, revision, onceId, staff), place, typed);
        };
    }

    /// @param act `CORRECT`, `LIFT`, `RETRACT`
    @GetMapping("/office/alerts/{id}/follow")
    Reply follow(@PathVariable String id, @RequestParam String act) {
        context.staff();
        Alert earlier = alert(id);
        AlertWriteView.Place place =
                AlertWriteView.Place.after(earlier, act(act), ending(earlier, act(act)), standing(earlier));
        Map<String, String> values =
                new LinkedHashMap<>(view.typed(current(earlier)).values());
        if (act(act) != AlertAct.CORRECT) {
            values.put("decidedAt", "");
            values.put("issuedAt", "");
            values.put("grounds", "");
        }
        return view.filled(place, new Typed(values, standing(earlier)));
    }

    @PostMapping("/office/alerts/{id}/follow")
    Reply follow(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam UUID onceId,
            @RequestParam MultiValueMap<String, String> form) {
        Actor.Staff staff = context.staff();
        Alert earlier = alert(id);
        AlertAct what = act(act);
        AlertTemplate template = ending(earlier, what);
        AlertWriteView.Place place = AlertWriteView.Place.after(earlier, what, template, standing(earlier));
        Typed typed = view.typed(form, place.offered());
        Content was = current(earlier);
        return switch (composing.read(template, was.kind(), was.level(), typed)) {
            case Typed.Result.Faulty(List<Typed.Fault> faults) -> view.again(place, typed, faults);
            case Typed.Result.Read(Content content) ->
                after(writing.follow(earlier.id(), what, content, onceId, staff), place, typed);
        };
    }

    private Content current(Alert earlier) {
        return looking.chain(earlier).map(chain -> chain.current().content()).orElse(earlier.content());
    }

    private Set<String> standing(Alert earlier) {
        return looking.chain(earlier)
                .map(Chains.Chain::districts)
                .orElse(earlier.content().districts());
    }

    private AlertTemplate ending(Alert earlier, AlertAct act) {
        Optional<AlertTemplate> found = act == AlertAct.CORRECT
                ? templates.find(current(earlier).template())
                : templates.findEnding(earlier.content().kind(), act);
        return found.orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_TEMPLATE));
    }

    private Reply after(Outcome outcome, AlertWriteView.Place place, Typed typed) {
        return switch (outcome) {
            case Outcome.Done done -> new Redirect("/office/alerts/" + done.id() + "?done=" + done.what());
            case Outcome.Refused(List<Refusal> refusals) ->
                view.again(
                        place,
                        typed,
                        refusals.stream()
                                .map(refusal -> new Typed.Fault("district", refusal))
                                .toList());
            case Outcome.NotFound _ -> throw new ProblemException(AlertProblem.NO_SUCH_ALERT);
        };
    }

    private Alert alert(String id) {
        return AlertId.parse(id)
                .flatMap(looking::find)
                .orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
    }

    private AlertTemplate template(String name) {
        return templates.find(name).orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_TEMPLATE));
    }

    private static AlertAct act(String code) {
        return switch (code) {
            case "CORRECT" -> AlertAct.CORRECT;
            case "LIFT" -> AlertAct.LIFT;
            case "RETRACT" -> AlertAct.RETRACT;
            default -> throw new ProblemException(AlertProblem.NO_SUCH_TEMPLATE);
        };
    }

    private static World world(String code) {
        return switch (code) {
            case "INTERNAL_DRILL" -> World.INTERNAL_DRILL;
            case "PUBLIC_DRILL" -> World.PUBLIC_DRILL;
            default -> World.REAL;
        };
    }
}
