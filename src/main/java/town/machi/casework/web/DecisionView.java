package town.machi.casework.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.Proposal;
import town.machi.casework.Proposal.Stage;
import town.machi.casework.Proposal.Way;
import town.machi.casework.Route;
import town.machi.casework.desk.Acting;
import town.machi.casework.desk.Decisions;
import town.machi.identity.Chairs;
import town.machi.kernel.Actor;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.shell.component.Chip;

/// Puts drafts and their ways into words.
@Component
class DecisionView {

    private final Decisions decisions;
    private final Town town;

    DecisionView(Decisions decisions, Town town) {
        this.decisions = decisions;
        this.town = town;
    }

    /// The newest draft of a case; empty where there never was one.
    Optional<DecisionPart> newest(CaseFile file, Definition definition, People people, Actor.Staff staff) {
        List<Proposal> all = decisions.list(file);
        return all.isEmpty() ? Optional.empty() : Optional.of(part(all.getLast(), definition, people, staff));
    }

    DecisionPart part(Proposal proposal, Definition definition, People people, Actor.Staff staff) {
        Chairs chairs = decisions.chairs();
        boolean waiting = proposal.stage() == Stage.WAITING;
        return new DecisionPart(
                proposal.id().toString(),
                Words.act(definition, proposal.act()),
                chip(proposal.stage()),
                proposal.text().words(),
                proposal.text().reason(),
                people.name(proposal.way().drafter()),
                Words.moment(proposal.draftedAt()),
                proposal.way() instanceof Way.On(Route route, List<Instant> times)
                        ? steps(route, times, chairs, people)
                        : List.of(),
                proposal.way() instanceof Way.Elsewhere(StaffId _, String number) ? number : null,
                waiting && proposal.way().drafter().equals(staff.staffId()),
                proposal.route()
                        .map(route -> route.isAsked(staff.staffId(), chairs))
                        .orElse(false));
    }

    /// The acts that this person may draft now.
    List<DecisionPart.Draftable> draftable(CaseFile file, Definition definition, List<Acting.Possible> possible) {
        List<Proposal> all = decisions.list(file);
        boolean open = all.stream().anyMatch(Proposal::isOpen);
        List<DecisionPart.Draftable> drafts = new ArrayList<>();
        for (Acting.Possible one : possible) {
            String act = one.act().id();
            if (!open && decisions.needsDecision(file, act)) {
                Optional<Proposal.Text> before = all.reversed().stream()
                        .filter(proposal -> proposal.act().equals(act))
                        .findFirst()
                        .map(Proposal::text);
                String words = before.map(Proposal.Text::words)
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> beginning(file, definition, one));
                drafts.add(new DecisionPart.Draftable(
                        act,
                        one.act().label().ja(),
                        one.needsReason(),
                        way(decisions.seatsFor(file, act)),
                        words,
                        before.map(Proposal.Text::reason).orElse("")));
            }
        }
        return drafts;
    }

    /// What happened since the one before looked at it: their own changes too.
    static List<CaseEvent> since(List<CaseEvent> history) {
        Set<CaseEvent.Kind> looks = Set.of(CaseEvent.Kind.DRAFTED, CaseEvent.Kind.APPROVED);
        int last = -1;
        int back = -1;
        for (int i = 0; i < history.size(); i++) {
            last = looks.contains(history.get(i).kind()) ? i : last;
            back = history.get(i).kind() == CaseEvent.Kind.GIVEN_BACK ? i : back;
        }
        if (last < 0) {
            return List.of();
        }
        boolean again = history.get(last).kind() == CaseEvent.Kind.DRAFTED && back >= 0 && back < last;
        boolean told = !history.get(last).changes().isEmpty()
                || (history.get(last).kind() == CaseEvent.Kind.APPROVED
                        && !history.get(last).words().isBlank());
        return history.subList(again ? back : told ? last : last + 1, history.size());
    }

    private static String beginning(CaseFile file, Definition definition, Acting.Possible one) {
        return definition.title().ja() + "（受付番号 " + file.receipt().format() + "）について、「"
                + one.act().label().ja() + "」こととしてよろしいか伺います。";
    }

    private String way(List<Seat> seats) {
        return seats.stream().map(town::nameOf).collect(Collectors.joining(" → "));
    }

    private List<DecisionPart.Step> steps(Route route, List<Instant> times, Chairs chairs, People people) {
        List<DecisionPart.Step> steps = new ArrayList<>();
        for (int i = 0; i < route.seats().size(); i++) {
            steps.add(step(route, i, times, chairs, people));
        }
        return steps;
    }

    private DecisionPart.Step step(Route route, int step, List<Instant> times, Chairs chairs, People people) {
        String seat = town.nameOf(route.seats().get(step));
        for (int i = 0; i < route.marks().size(); i++) {
            Route.Mark mark = route.marks().get(i);
            boolean here = mark.step() == step;
            if (here && (mark.kind() == Route.Kind.APPROVED || mark.kind() == Route.Kind.RETURNED)) {
                return new DecisionPart.Step(
                        seat,
                        word(route, mark),
                        people.name(mark.by()),
                        Words.moment(times.get(i)),
                        mark.kind() == Route.Kind.APPROVED ? "done" : "back");
            }
        }
        if (route.state() instanceof Route.State.Waiting(int now, Seat _) && now == step) {
            String asked =
                    route.asked(chairs).stream().map(people::name).sorted().collect(Collectors.joining("、"));
            boolean inPlace = route.asked(chairs).stream()
                    .noneMatch(chairs.holders(route.seats().get(step))::contains);
            String word = asked.isEmpty() ? "いま決裁できる人がいません" : inPlace ? "いまここ（代決）" : "いまここ";
            return new DecisionPart.Step(seat, word, asked, "", "now");
        }
        return new DecisionPart.Step(seat, "これから", "", "", "next");
    }

    private static String word(Route route, Route.Mark mark) {
        if (mark.kind() == Route.Kind.RETURNED) {
            return "差戻し";
        }
        String word = mark.step() == route.seats().size() - 1 ? "決裁" : "承認";
        if (!mark.inPlace()) {
            return word;
        }
        return route.toConfirm().contains(mark.step()) ? "代決（後閲はこれから）" : "代決（後閲済み）";
    }

    static Chip chip(Stage stage) {
        Chip.Tone tone = switch (stage) {
            case WAITING -> Chip.Tone.ACTIVE;
            case DECIDED, DONE -> Chip.Tone.DONE;
            case RETURNED -> Chip.Tone.WAITING;
            case WITHDRAWN, LAPSED -> Chip.Tone.STOPPED;
        };
        return new Chip(tone, stage.label());
    }
}
