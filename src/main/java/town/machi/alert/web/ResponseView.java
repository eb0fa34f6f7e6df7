package town.machi.alert.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.alert.Alert;
import town.machi.alert.AlertRules;
import town.machi.alert.Call;
import town.machi.alert.CallKind;
import town.machi.alert.Chains;
import town.machi.alert.Damage;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertRuling;
import town.machi.alert.desk.CurrentAlerts;
import town.machi.alert.talk.AlertHeadquarters;
import town.machi.alert.talk.CallDesk;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.SectionId;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.shell.component.Chip;
import town.machi.shell.component.MapModel;

/// Makes the pages of the 対策本部.
@Component
class ResponseView {

    private final CallDesk desk;
    private final AlertHeadquarters headquarters;
    private final Ground ground;
    private final AlertLooking looking;
    private final AlertRuling ruling;
    private final AlertContext context;

    ResponseView(
            CallDesk desk,
            AlertHeadquarters headquarters,
            Ground ground,
            AlertLooking looking,
            AlertRuling ruling,
            AlertContext context) {
        this.desk = desk;
        this.headquarters = headquarters;
        this.ground = ground;
        this.looking = looking;
        this.ruling = ruling;
        this.context = context;
    }

    /// Where things are, and what is on there.
    @Component
    record Ground(Town town, Districts districts, CurrentAlerts current) {}

    boolean mayOpen(Actor.Staff staff) {
        return ruling.rules().mayWrite(staff) || AlertRules.mayApprove(staff);
    }

    ResponsePage list(boolean closed, Actor.Staff staff) {
        List<Call> calls = desk.list(closed, staff);
        List<Call> open = closed ? desk.list(false, staff) : calls;
        return new ResponsePage(
                headquarters
                        .findOpen()
                        .map(hq -> context.days().moment(hq.openedAt()))
                        .orElse(""),
                mayOpen(staff),
                (int) open.stream()
                        .filter(call -> call.kind() == CallKind.HELP && call.state() == Call.State.NEW)
                        .count(),
                open.size(),
                closed,
                calls.stream().map(this::line).toList(),
                MapModel.of(calls.stream().flatMap(call -> point(call).stream()).toList()),
                tallies(),
                context.newId());
    }

    private ResponsePage.Line line(Call call) {
        List<Call.Entry> entries = desk.entries(call);
        String last = entries.reversed().stream()
                .map(Call.Entry::words)
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("（写真・場所）");
        return new ResponsePage.Line(
                "/office/response/" + call.id(),
                kind(call.kind()),
                state(call.state()),
                title(call),
                district(call.district()),
                context.days().moment(call.openedAt()),
                last.length() > 60 ? last.substring(0, last.offsetByCodePoints(0, 50)) + "…" : last,
                call.takenBy().map(context::name).orElse(""),
                call.place().isPresent());
    }

    private static String title(Call call) {
        return call.what().map(Damage::label).orElse(call.kind().label());
    }

    private static Chip kind(CallKind kind) {
        return new Chip(
                switch (kind) {
                    case HELP -> Chip.Tone.ALERT;
                    case DAMAGE -> Chip.Tone.WAITING;
                    case QUESTION -> Chip.Tone.NEW;
                },
                kind.label());
    }

    private static Chip state(Call.State state) {
        return new Chip(
                switch (state) {
                    case NEW -> Chip.Tone.NEW;
                    case TAKEN -> Chip.Tone.ACTIVE;
                    case CLOSED -> Chip.Tone.DONE;
                },
                state.label());
    }

    /// Where somebody sent a place; a point outside the town is said to be so.
    private Optional<MapModel.Point> point(Call call) {
        return call.place().map(place -> {
            String outside = ground.town().contains(place) ? "" : "（町の外）";
            return new MapModel.Point(
                    title(call) + " " + district(call.district()) + " "
                            + call.state().label() + outside + " "
                            + context.days().moment(call.openedAt()),
                    "",
                    place,
                    "/office/response/" + call.id(),
                    call.kind() == CallKind.HELP && call.state() != Call.State.CLOSED);
        });
    }

    private String district(String id) {
        return id.isEmpty()
                ? "地区は未登録"
                : ground.districts().find(id).map(District::name).orElse(id);
    }

    private List<ResponsePage.Tally> tallies() {
        List<ResponsePage.Tally> tallies = new ArrayList<>();
        for (Chains.Chain chain : ground.current().listOn()) {
            Alert alert = chain.current();
            List<ResponsePage.Row> rows = desk.tally(alert.id()).stream()
                    .map(tally -> new ResponsePage.Row(
                            district(tally.district()), tally.received(), tally.safe(), tally.help()))
                    .toList();
            if (!rows.isEmpty()) {
                tallies.add(new ResponsePage.Tally(
                        looking.text(alert).in(Language.JA).marked(), "/office/alerts/" + alert.id(), rows));
            }
        }
        return tallies;
    }

    CallPage page(Call call, Actor.Staff staff, String refused, String typed) {
        Optional<Alert> alert = call.alert().flatMap(looking::find);
        return new CallPage(
                call.id().toString(),
                title(call),
                state(call.state()),
                district(call.district()),
                ground.town()
                        .findSection(new SectionId(call.section()))
                        .map(Section::name)
                        .orElse(call.section()),
                call.takenBy().map(context::name).orElse(""),
                call.takenBy().filter(AlertRules.who(staff)::equals).isPresent(),
                call.state() != Call.State.CLOSED,
                call.friend().isPresent(),
                "",
                alert.map(found -> new CallPage.Link(
                                "/office/alerts/" + found.id(),
                                "第" + found.number() + "号 "
                                        + looking.text(found).in(Language.JA).marked()))
                        .orElse(new CallPage.Link("", "")),
                desk.entries(call).stream().map(this::said).toList(),
                point(call).map(point -> MapModel.of(List.of(point))).orElse(null),
                refused,
                typed,
                context.newId());
    }

    private CallPage.Said said(Call.Entry entry) {
        boolean ours = !entry.who().equals("friend");
        return new CallPage.Said(
                ours ? context.name(entry.who()) : "住民",
                ours,
                context.days().moment(entry.at()),
                entry.words(),
                entry.file().map(file -> "/office/response/photos/" + file).orElse(""),
                entry.place()
                        .map(place -> "%.5f, %.5f".formatted(place.latitude(), place.longitude()))
                        .orElse(""));
    }
}
