package town.machi.casework.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Disposal;
import town.machi.casework.keeping.Disposing;
import town.machi.casework.keeping.KeepingTerms;
import town.machi.casework.keeping.Shelves;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Refusal;
import town.machi.kernel.SectionId;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// 保存期間が過ぎた案件: the candidates for 廃棄, and the 伺い that is made of them.
@Controller
@RequestMapping("/office/keeping")
class KeepingController {

    private static final String SHELF = "/{procedure:[a-z][a-z0-9-]*}/{section:[a-z][a-z0-9-]*}/{year:\\d{4}}";

    private final KeepingViews views;
    private final KeepingTerms terms;
    private final Shelves shelves;
    private final Disposing disposing;
    private final DisposalViews disposals;
    private final Context context;

    KeepingController(
            KeepingViews views,
            KeepingTerms terms,
            Shelves shelves,
            Disposing disposing,
            DisposalViews disposals,
            Context context) {
        this.views = views;
        this.terms = terms;
        this.shelves = shelves;
        this.disposing = disposing;
        this.disposals = disposals;
        this.context = context;
    }

    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String q) {
        return views.page(q.strip(), staff());
    }

    @GetMapping(SHELF)
    Reply shelf(
            @PathVariable String procedure,
            @PathVariable String section,
            @PathVariable int year,
            @RequestParam(defaultValue = "1") String page) {
        ShelfPage.Typed typed = new ShelfPage.Typed(
                Set.of(), false, "保存期間が満了したため", context.ids().next());
        return views.shelf(shelfOf(procedure, section, year), pageOf(page), typed, Optional.empty(), staff());
    }

    /// @param all `yes`: all of the shelf, and not only what is ticked
    @PostMapping(SHELF)
    Reply propose(
            @PathVariable String procedure,
            @PathVariable String section,
            @PathVariable int year,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(name = "case", defaultValue = "") Set<String> ticked,
            @RequestParam(defaultValue = "") String all,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        Disposal.Shelf shelf = shelfOf(procedure, section, year);
        boolean whole = all.equals("yes");
        Optional<Set<CaseId>> chosen = whole
                ? Optional.empty()
                : Optional.of(ticked.stream().map(CaseIds::get).collect(Collectors.toSet()));
        Optional<Refusal> refusal = disposing.propose(shelf, chosen, reason, onceId, staff);
        if (refusal.isEmpty()) {
            return new Redirect("/office/keeping/disposals/" + onceId + "?done=proposed");
        }
        ShelfPage.Typed typed =
                new ShelfPage.Typed(ticked, whole, reason, context.ids().next());
        return views.shelf(shelf, pageOf(page), typed, refusal.map(disposals::say), staff);
    }

    @GetMapping(SHELF + "/catalogue.{ending:csv|xlsx}")
    ResponseEntity<byte[]> catalogue(
            @PathVariable String procedure,
            @PathVariable String section,
            @PathVariable int year,
            @PathVariable String ending) {
        Disposal.Shelf shelf = shelfOf(procedure, section, year);
        String name =
                "廃棄目録-" + terms.title(shelf.procedure()) + "-" + shelf.year().label();
        return new Download(
                        name,
                        "廃棄目録",
                        KeepingViews.COLUMNS,
                        shelves.export(shelf, "catalogue." + ending, staff()).stream()
                                .map(views::row))
                .as(ending);
    }

    private static Disposal.Shelf shelfOf(String procedure, String section, int year) {
        return new Disposal.Shelf(new ProcedureName(procedure), new SectionId(section), new FiscalYear(year));
    }

    static int pageOf(String typed) {
        return typed.matches("[1-9]\\d{0,6}") ? Integer.parseInt(typed) : 1;
    }

    /// Whoever works on cases, and whoever decides where the records are looked after.
    private Actor.Staff staff() {
        Actor.Staff staff = context.staff();
        if (terms.sections(staff).isEmpty()) {
            throw new ProblemException(CaseworkProblem.NO_SUCH_DISPOSAL);
        }
        return staff;
    }
}
