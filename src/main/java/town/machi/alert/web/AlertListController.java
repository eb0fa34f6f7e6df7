package town.machi.alert.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.Alert;
import town.machi.alert.AlertState;
import town.machi.alert.Chains;
import town.machi.alert.World;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertRuling;
import town.machi.alert.jma.FeedWatch;
import town.machi.alert.jma.JmaRules;
import town.machi.alert.words.AlertTemplates;
import town.machi.alert.words.Fault;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.shell.Reply;
import town.machi.shell.component.Chip;

/// What is on, what waits, what was. Exercises of the office have a list of their own.
@Controller
class AlertListController {

    private final AlertLooking looking;
    private final AlertRuling ruling;
    private final AlertTemplates templates;
    private final AlertContext context;
    private final Sky sky;

    AlertListController(
            AlertLooking looking, AlertRuling ruling, AlertTemplates templates, AlertContext context, Sky sky) {
        this.sky = sky;
        this.looking = looking;
        this.ruling = ruling;
        this.templates = templates;
        this.context = context;
    }

    /// What comes from the 気象庁.
    @Component
    record Sky(FeedWatch watch, JmaRules rules) {}

    @GetMapping("/office/alerts")
    Reply real(@RequestParam(defaultValue = "") String q) {
        return page(List.of(World.REAL, World.PUBLIC_DRILL), q);
    }

    @GetMapping("/office/drills")
    Reply drills(@RequestParam(defaultValue = "") String q) {
        return page(List.of(World.INTERNAL_DRILL), q);
    }

    private AlertListPage page(List<World> worlds, String words) {
        Actor.Staff staff = context.staff();
        List<AlertListPage.Line> on = worlds.stream()
                .flatMap(world -> looking.chains(world).listOn(context.now()).stream())
                .map(this::line)
                .toList();
        List<Alert> all = looking.list(worlds, false, words);
        return new AlertListPage(
                worlds.contains(World.INTERNAL_DRILL),
                words,
                on,
                all.stream().filter(alert -> !isOver(alert)).map(this::line).toList(),
                all.stream().filter(AlertListController::isOver).map(this::line).toList(),
                ruling.rules().mayWrite(staff),
                faults(),
                ruling.rules().mayWrite(staff) ? sky.rules().toConfirm() : List.of(),
                sky.watch().health());
    }

    private List<String> faults() {
        return Stream.concat(templates.faults().stream(), sky.rules().faults().stream())
                .map(Fault::toString)
                .toList();
    }

    private static boolean isOver(Alert alert) {
        return switch (alert.state()) {
            case AlertState.Draft _, AlertState.Waiting _ -> false;
            case AlertState.Open _, AlertState.Closed _, AlertState.Dropped _ -> true;
        };
    }

    private AlertListPage.Line line(Chains.Chain chain) {
        AlertListPage.Line line = line(chain.current());
        String where = templates.places().say(chain.districts(), Language.JA);
        return new AlertListPage.Line(
                line.href(), line.number(), line.title(), line.kind(), where, line.when(), line.state(), line.drill());
    }

    private AlertListPage.Line line(Alert alert) {
        return new AlertListPage.Line(
                "/office/alerts/" + alert.id(),
                alert.number(),
                looking.text(alert).in(Language.JA).marked(),
                alert.content().kind().label() + "・" + alert.act().label(),
                templates.places().say(alert.content().districts(), Language.JA),
                context.days().moment(alert.state().since()),
                chip(alert.state()),
                alert.world() == World.PUBLIC_DRILL);
    }

    static Chip chip(AlertState state) {
        return new Chip(
                switch (state) {
                    case AlertState.Draft _ -> Chip.Tone.NEW;
                    case AlertState.Waiting _ -> Chip.Tone.ALERT;
                    case AlertState.Open _ -> Chip.Tone.ACTIVE;
                    case AlertState.Closed _ -> Chip.Tone.DONE;
                    case AlertState.Dropped _ -> Chip.Tone.STOPPED;
                },
                state.label());
    }
}
