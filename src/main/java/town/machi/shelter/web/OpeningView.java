package town.machi.shelter.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.kernel.ProblemException;
import town.machi.shelter.Arrivals;
import town.machi.shelter.Conflict;
import town.machi.shelter.Disaster;
import town.machi.shelter.DisasterId;
import town.machi.shelter.Opening;
import town.machi.shelter.OpeningId;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Presence;
import town.machi.shelter.Shelter;
import town.machi.shelter.ShelterId;
import town.machi.shelter.ShelterKind;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.jdbc.ReportRows;
import town.machi.shelter.jdbc.StockRows;
import town.machi.shelter.missing.SupportAccess;
import town.machi.shelter.report.Counts;
import town.machi.shelter.report.Meals;
import town.machi.shelter.report.Supplies;

/// Puts the page of an opening together. No names on it: who wants them opens the roster.
@Component
class OpeningView {

    private final Shelters shelters;
    private final Arrivals arrivals;
    private final ReportRows reports;
    private final StockRows stock;
    private final Headquarters headquarters;
    private final SupportAccess supported;

    OpeningView(
            Shelters shelters,
            Arrivals arrivals,
            ReportRows reports,
            StockRows stock,
            Headquarters headquarters,
            SupportAccess supported) {
        this.shelters = shelters;
        this.arrivals = arrivals;
        this.reports = reports;
        this.stock = stock;
        this.headquarters = headquarters;
        this.supported = supported;
    }

    Opening get(OpeningId id) {
        return shelters.findOpening(id).orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_OPENING));
    }

    boolean isDrill(OpeningId id) {
        return disaster(get(id)).drill();
    }

    private Disaster disaster(Opening opening) {
        return shelters.listDisasters().stream()
                .filter(each -> each.id().equals(opening.disaster()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }

    OpeningPage page(OpeningId id, OverviewPage.Notice notice) {
        Opening opening = get(id);
        Shelter shelter = shelters.get(opening.shelter());
        Disaster disaster = disaster(opening);
        List<Presence.Standing> roster = arrivals.roster(id);
        List<Presence.OpenPlaces> places = arrivals.openPlaces(id);
        Counts counts = Counts.of(roster, places);
        Meals meals = Meals.of(roster, places);
        Map<String, Supplies.Note> notes =
                stock.notes(List.of(id.value()), headquarters.clock().instant()).getOrDefault(id.value(), Map.of());
        var numbers = new OpeningPage.Numbers(
                counts,
                meals,
                headquarters.mealCutoffs(),
                Supplies.of(counts.registered(), shelter.house().toilets(), meals, notes),
                reports.lastCall(id));
        return new OpeningPage(
                notice, head(opening, shelter, disaster), numbers, questions(id), choices(opening, disaster), ids());
    }

    /// What stands above every page of an opening.
    OpeningPage.Head head(OpeningId id) {
        Opening opening = get(id);
        return head(opening, shelters.get(opening.shelter()), disaster(opening));
    }

    private OpeningPage.Head head(Opening opening, Shelter shelter, Disaster disaster) {
        return new OpeningPage.Head(
                opening, shelter, disaster, OverviewPage.chip(opening), named(shelter, disaster), instead(opening));
    }

    private String instead(Opening opening) {
        ShelterId other = opening.instead();
        return other == null ? "" : shelters.get(other).name();
    }

    private @Nullable String named(Shelter shelter, Disaster disaster) {
        if (shelter.kind() != ShelterKind.WELFARE) {
            return null;
        }
        return supported.isFor(headquarters.staff())
                ? "/office/supported/of/" + disaster.id()
                        + new MissingPage.Filter("", true, shelter.id().toString()).query()
                : "";
    }

    /// What staff have to look at.
    private OpeningPage.Questions questions(OpeningId id) {
        List<Conflict> conflicts = arrivals.conflicts(id);
        return new OpeningPage.Questions(conflicts, reports.likelySame(id).size());
    }

    private OpeningPage.Choices choices(Opening opening, Disaster disaster) {
        Map<ShelterId, Shelter> byId = shelters.list().stream().collect(Collectors.toMap(Shelter::id, each -> each));
        List<OpeningPage.Choice> open = new ArrayList<>();
        List<Opening> live = alike(disaster.drill());
        for (Opening each : live) {
            if (each.state() == OpeningState.OPEN && !each.id().equals(opening.id())) {
                Shelter there = byId.get(each.shelter());
                open.add(new OpeningPage.Choice(
                        each.id().toString(), there == null ? each.id().toString() : there.name()));
            }
        }
        Map<ShelterId, OpeningState> states = live.stream().collect(Collectors.toMap(Opening::shelter, Opening::state));
        List<OpeningPage.Choice> instead = byId.values().stream()
                .filter(each -> each.kind() != ShelterKind.WELFARE && each.isForFleeing(disaster.hazards()))
                .filter(each -> !each.id().equals(opening.shelter()) && states.get(each.id()) != OpeningState.UNUSABLE)
                .sorted(Comparator.comparing((Shelter each) -> states.get(each.id()) != OpeningState.OPEN)
                        .thenComparing(each -> !states.containsKey(each.id()))
                        .thenComparing(each -> !each.main())
                        .thenComparing(Shelter::name))
                .map(each -> new OpeningPage.Choice(each.id().toString(), label(each, states.get(each.id()))))
                .toList();
        return new OpeningPage.Choices(open, instead);
    }

    /// Nobody is sent from a drill to a real shelter, nor the other way.
    private List<Opening> alike(boolean drill) {
        Set<DisasterId> same = shelters.listDisasters().stream()
                .filter(each -> each.drill() == drill)
                .map(Disaster::id)
                .collect(Collectors.toSet());
        return shelters.listLive().stream()
                .filter(each -> same.contains(each.disaster()))
                .toList();
    }

    private static String label(Shelter shelter, @Nullable OpeningState state) {
        return shelter.name() + "（" + (state == null ? "まだ開いていません" : state.label()) + "）";
    }

    private List<UUID> ids() {
        return java.util.stream.Stream.generate(headquarters::newId).limit(6).toList();
    }
}
