package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.Cases;
import town.machi.casework.Drafted;
import town.machi.casework.Proposal;
import town.machi.casework.Route;
import town.machi.casework.Workflow;
import town.machi.casework.desk.Decisions;
import town.machi.identity.Chairs;
import town.machi.identity.Seats;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;
import town.machi.kernel.Seat;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.shell.Messages;
import town.machi.shell.component.Chip;

/// Puts the pages of 私の決裁 together.
@Component
class DecisionPages {

    private final Cases cases;
    private final Decisions decisions;
    private final Views views;
    private final Known known;
    private final Context context;

    DecisionPages(Cases cases, Decisions decisions, Views views, Known known, Context context) {
        this.cases = cases;
        this.decisions = decisions;
        this.views = views;
        this.known = known;
        this.context = context;
    }

    @Component
    record Views(CaseView cases, DecisionView decision, SaidView said, HistoryView history, Messages messages) {}

    /// What other rooms give to read.
    private List<CasePanel.Link> papers(Drafted opened, Actor.Staff staff) {
        return known.panels()
                .orderedStream()
                .flatMap(panel -> panel.listForDecision(opened.file(), opened.proposal(), staff).stream())
                .toList();
    }

    /// The hall and its people.
    @Component
    record Known(Town town, StaffDirectory directory, Seats seats, ObjectProvider<CasePanel> panels) {}

    DecisionsPage list(Actor.Staff staff, String done, @Nullable Refusal refused, int status) {
        return list(staff, done, refused, DecisionsPage.Away.NOTHING, status);
    }

    DecisionsPage list(Actor.Staff staff, String done, @Nullable Refusal refused, DecisionsPage.Away away, int status) {
        People people = new People(known.directory());
        Chairs chairs = decisions.chairs();
        return new DecisionsPage(
                lines(decisions.listWaitingFor(staff), people, true),
                lines(decisions.listToConfirmBy(staff), people, true),
                lines(decisions.listOwn(staff), people, false),
                chairs.seatsOf(staff.staffId()).stream()
                        .map(known.town()::nameOf)
                        .sorted()
                        .collect(Collectors.joining("、")),
                known.seats().findAwayUntil(staff.staffId()).map(Words::day).orElse(null),
                sentence(done),
                refused == null ? null : views.messages().in(Language.JA).get(refused),
                away,
                context.ids().next(),
                status);
    }

    /// @param opened for this person
    DecisionPage one(
            Drafted opened, Actor.Staff staff, DecisionPage.Typed typed, @Nullable Refusal refused, int status) {
        CaseFile file = opened.file();
        Definition definition = cases.definitionOf(file);
        People people = new People(known.directory());
        List<CaseEvent> history = cases.history(file);
        DecisionPart part = views.decision().part(opened.proposal(), definition, people, staff);
        Chairs chairs = decisions.chairs();
        Route.@Nullable State state =
                opened.proposal().route().map(Route::state).orElse(null);
        int steps = part.steps().size();
        return new DecisionPage(
                views.cases().head(file, definition, people),
                part,
                views.said().pages(file, definition, history, people),
                part.reason().isEmpty()
                        ? java.util.Optional.empty()
                        : definition.ruling().instruction(),
                papers(opened, staff),
                views.history().items(DecisionView.since(history), definition, people),
                views.history().items(history, definition, people),
                part.turn() && state instanceof Route.State.Waiting(int _, Seat seat)
                        ? known.town().nameOf(seat)
                        : "",
                state instanceof Route.State.Waiting(int step, Seat _) && step == steps - 1,
                opened.proposal().route().map(route -> route.marks().size()).orElse(0),
                opened.proposal()
                        .route()
                        .map(route -> route.toConfirmBy(staff.staffId(), chairs))
                        .orElse(List.of()),
                Workflow.maySee(staff, file.section()) ? "/office/cases/" + file.id() : "",
                typed,
                refused == null ? null : views.messages().in(Language.JA).get(refused),
                context.ids().next(),
                status);
    }

    /// Titles, numbers and people of the hall; whose case it is stands on the draft's own page.
    private List<DecisionsPage.Line> lines(List<Proposal> proposals, People people, boolean asked) {
        List<DecisionsPage.Line> lines = new ArrayList<>();
        for (Proposal proposal : proposals) {
            CaseFile file = cases.get(proposal.caseId());
            Definition definition = cases.definitionOf(file);
            String seat = asked
                            && proposal.route().map(Route::state).orElse(null)
                                    instanceof Route.State.Waiting(int _, Seat now)
                    ? known.town().nameOf(now)
                    : "";
            boolean back = proposal.stage() == Proposal.Stage.RETURNED || proposal.isDecided();
            lines.add(new DecisionsPage.Line(
                    asked || !back ? "/office/decisions/" + proposal.id() : "/office/cases/" + file.id() + "#decision",
                    definition.title().ja(),
                    Words.act(definition, proposal.act()),
                    file.receipt().format(),
                    seat,
                    people.name(proposal.way().drafter()),
                    Words.shortMoment(proposal.draftedAt()),
                    chip(proposal, file)));
        }
        return lines;
    }

    private static Chip chip(Proposal proposal, CaseFile file) {
        boolean withdrawn = file.state().meaning() == Meaning.WITHDRAWN;
        return withdrawn ? new Chip(Chip.Tone.STOPPED, "案件が取り下げられました") : DecisionView.chip(proposal.stage());
    }

    private static @Nullable String sentence(String done) {
        return switch (done) {
            case "APPROVED" -> "承認しました。次の人へ知らせました。";
            case "DECIDED" -> "決裁しました。起案した人へ知らせました。";
            case "GIVEN_BACK" -> "差し戻しました。起案した人へ知らせました。";
            case "DRAFT_WITHDRAWN" -> "起案を取り下げました。";
            case "CONFIRMED" -> "後閲しました。";
            case "AWAY" -> "不在にしました。そのあいだの決裁は、代わりの人に回ります。";
            case "BACK" -> "不在をやめました。";
            default -> null;
        };
    }
}
