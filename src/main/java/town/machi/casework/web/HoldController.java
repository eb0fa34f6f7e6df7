package town.machi.casework.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Disposal;
import town.machi.casework.Hold;
import town.machi.casework.keeping.HoldingBack;
import town.machi.casework.keeping.KeepingTerms;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Refusal;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shell.component.Choice;

/// 廃棄の保留: puts and lifts.
@Controller
@RequestMapping("/office/keeping/holds")
class HoldController {

    private final HoldingBack holding;
    private final KeepingTerms terms;
    private final DisposalViews words;
    private final StaffDirectory directory;
    private final Context context;

    HoldController(
            HoldingBack holding, KeepingTerms terms, DisposalViews words, StaffDirectory directory, Context context) {
        this.holding = holding;
        this.terms = terms;
        this.words = words;
        this.directory = directory;
        this.context = context;
    }

    /// @param receipt of the case from whose page one comes
    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String receipt, @RequestParam(defaultValue = "") String done) {
        @Nullable
        String said = switch (done) {
            case "put" -> "保留しました。解くまで、廃棄されません。";
            case "lifted" -> "保留を解きました。";
            default -> null;
        };
        HoldingBack.Wish wish = new HoldingBack.Wish(receipt, "", "", Optional.empty(), "");
        return page(wish, said, Optional.empty());
    }

    @PostMapping
    Reply put(
            @RequestParam(defaultValue = "") String receipt,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String words,
            @RequestParam UUID onceId) {
        Optional<Hold.Ground> chosen = Arrays.stream(Hold.Ground.values())
                .filter(one -> one.name().equals(ground))
                .findFirst();
        HoldingBack.Wish wish = new HoldingBack.Wish(receipt.strip(), procedure, person.strip(), chosen, words);
        Optional<Refusal> refusal = holding.put(wish, onceId, staff());
        return refusal.isEmpty() ? new Redirect("/office/keeping/holds?done=put") : page(wish, null, refusal);
    }

    @PostMapping("/{id}/lift")
    Reply lift(@PathVariable UUID id) {
        Optional<Refusal> refusal = holding.lift(id, staff());
        HoldingBack.Wish nothing = new HoldingBack.Wish("", "", "", Optional.empty(), "");
        return refusal.isEmpty() ? new Redirect("/office/keeping/holds?done=lifted") : page(nothing, null, refusal);
    }

    private Reply page(HoldingBack.Wish wish, @Nullable String said, Optional<Refusal> refused) {
        Actor.Staff staff = staff();
        People people = new People(directory);
        List<Hold> all =
                holding.list().stream().filter(hold -> isSeen(hold, staff)).toList();
        return new HoldsPage(
                all.stream()
                        .filter(Hold::isLiving)
                        .map(hold -> line(hold, people, staff))
                        .toList(),
                all.stream()
                        .filter(hold -> !hold.isLiving())
                        .map(hold -> line(hold, people, staff))
                        .toList(),
                HoldingBack.mayHold(staff),
                procedures(wish),
                Arrays.stream(Hold.Ground.values())
                        .map(one -> new Choice(
                                one.name(),
                                one.label(),
                                wish.ground().filter(one::equals).isPresent()))
                        .toList(),
                new HoldsPage.Typed(
                        wish.receipt(),
                        wish.person(),
                        wish.words(),
                        context.ids().next()),
                said,
                refused.map(words::say).orElse(null));
    }

    private boolean isSeen(Hold hold, Actor.Staff staff) {
        return terms.sections(staff).contains(hold.section()) || hold.what() instanceof Hold.What.OfProcedure;
    }

    private List<Choice> procedures(HoldingBack.Wish wish) {
        return terms.list().stream()
                .map(term -> new Choice(
                        term.procedure().value(),
                        term.title(),
                        term.procedure().value().equals(wish.procedure())))
                .toList();
    }

    private HoldsPage.Line line(Hold hold, People people, Actor.Staff staff) {
        String what = switch (hold.what()) {
            case Hold.What.OneCase(var _, ReceiptNumber receipt) -> "受付番号 " + receipt.format();
            case Hold.What.OfProcedure(var name) -> "「" + terms.title(name) + "」のすべて";
            case Hold.What.OfPerson(var word) when word == null -> "一人のすべての案件";
            case Hold.What.OfPerson(var word) ->
                HoldingBack.mayRead(hold, staff) ? "「" + word + "」で見つかるすべて" : "一人のすべての案件";
        };
        return new HoldsPage.Line(
                what,
                hold.ground().label(),
                hold.words(),
                mark(hold.put(), people),
                hold.lifted().map(mark -> mark(mark, people)).orElse(""),
                hold.isLiving() && holding.mayLift(hold, staff)
                        ? "/office/keeping/holds/" + hold.id() + "/lift"
                        : null);
    }

    private static String mark(Disposal.Mark mark, People people) {
        return people.name(mark.by()) + "　" + Words.shortMoment(mark.at());
    }

    private Actor.Staff staff() {
        Actor.Staff staff = context.staff();
        if (terms.sections(staff).isEmpty()) {
            throw new ProblemException(CaseworkProblem.NO_SUCH_DISPOSAL);
        }
        return staff;
    }
}
