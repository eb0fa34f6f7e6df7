package town.machi.casework.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Transfer;
import town.machi.casework.grant.Granting;
import town.machi.casework.grant.Paying;
import town.machi.casework.grant.PaymentFiles;
import town.machi.casework.grant.Transfers;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Reading;
import town.machi.kernel.Refusal;
import town.machi.kernel.Wareki;
import town.machi.procedure.Definition;
import town.machi.shell.Download;
import town.machi.shell.Messages;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// 補助金: budgets, and payment data for the finance system.
@Controller
@RequestMapping("/office/grants")
class GrantsController {

    private static final String PATH = "/office/grants";

    private final GrantViews views;
    private final Money money;
    private final Messages messages;
    private final Context context;

    GrantsController(GrantViews views, Money money, Messages messages, Context context) {
        this.views = views;
        this.money = money;
        this.messages = messages;
        this.context = context;
    }

    @Component("grantMoney")
    record Money(Granting granting, Transfers transfers, Paying paying, PaymentFiles files) {}

    @GetMapping
    Reply show(@RequestParam(defaultValue = "") String done) {
        String said = switch (done) {
            case "budget" -> "予算を入れました。";
            case "codes" -> "銀行番号と支店番号を入れました。";
            default -> null;
        };
        return views.page(staff(), GrantViews.Typed.NOTHING, said, null);
    }

    @PostMapping("/budgets/{procedure}/{year}")
    Reply budget(
            @PathVariable String procedure,
            @PathVariable int year,
            @RequestParam(defaultValue = "") String yen,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        Definition definition = views.subsidies(staff)
                .filter(one -> one.name().value().equals(procedure))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_RUN));
        return after(
                money.granting().setBudget(definition.name(), new FiscalYear(year), yen, onceId, staff),
                "budget",
                Map.of("y-" + procedure + year, yen),
                staff);
    }

    @PostMapping("/codes/{id}")
    Reply codes(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String bank,
            @RequestParam(defaultValue = "") String branch) {
        Actor.Staff staff = staff();
        return after(
                money.granting().setCodes(CaseIds.get(id), bank, branch, staff),
                "codes",
                Map.of("b-" + id, bank, "s-" + id, branch),
                staff);
    }

    private Reply after(Optional<Refusal> refusal, String done, Map<String, String> typed, Actor.Staff staff) {
        return refusal.isEmpty()
                ? new Redirect(PATH + "?done=" + done)
                : views.page(staff, GrantViews.Typed.in(typed), null, say(refusal.get()));
    }

    @PostMapping("/runs")
    Reply make(
            @RequestParam(name = "case", defaultValue = "") Set<String> chosen,
            @RequestParam(defaultValue = "") String payOn,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        Set<CaseId> ids = chosen.stream().map(CaseIds::get).collect(Collectors.toSet());
        Transfers.Making making = Wareki.parse(payOn) instanceof Reading.Read<LocalDate>(LocalDate day)
                ? money.transfers().make(List.copyOf(ids), day, onceId, staff)
                : new Transfers.Making.Refused(Refusal.of("casework.refusal.transfer-day-unread"));
        return switch (making) {
            case Transfers.Making.Made(UUID run) -> new Redirect(PATH + "/runs/" + run + "?done=made");
            case Transfers.Making.Refused(Refusal refusal) ->
                views.page(staff, new GrantViews.Typed(payOn, ids, Map.of()), null, say(refusal));
        };
    }

    @GetMapping("/runs/{id}")
    Reply run(@PathVariable UUID id, @RequestParam(defaultValue = "") String done) {
        String said = switch (done) {
            case "made" -> "支払データを作りました。財務会計システムに合わせて、CSVか全銀協の形で出してください。";
            case "paid" -> "支払済みにしました。";
            case "removed" -> "支払データから外しました。";
            default -> null;
        };
        return views.run(money.transfers().open(id, staff()), "", said, List.of());
    }

    @PostMapping("/runs/{id}/remove/{transfer}")
    Reply remove(@PathVariable UUID id, @PathVariable UUID transfer) {
        Actor.Staff staff = staff();
        return money.transfers()
                .remove(id, transfer, staff)
                .<Reply>map(no -> views.run(money.transfers().open(id, staff), "", null, List.of(say(no))))
                .orElseGet(() -> new Redirect(PATH + "/runs/" + id + "?done=removed"));
    }

    /// The file itself. From the second time on it is refused without a reason.
    @PostMapping("/runs/{id}/{format:csv|zengin}")
    Object export(
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        Transfer.Format wanted = Transfer.Format.valueOf(format.toUpperCase(Locale.ROOT));
        Transfers.Opened opened = money.transfers().open(id, staff);
        PaymentFiles.Zengin zengin = wanted == Transfer.Format.ZENGIN
                ? money.files().zengin(opened.run(), opened.transfers())
                : new PaymentFiles.Zengin(new byte[0], List.of());
        if (!zengin.faults().isEmpty()) {
            return views.run(opened, reason, null, zengin.faults());
        }
        Optional<Refusal> refusal = money.transfers().export(id, wanted, reason, onceId, staff);
        if (refusal.isPresent()) {
            return views.run(opened, reason, null, List.of(say(refusal.get())));
        }
        String name = "支払データ-" + opened.run().number() + "-" + opened.run().payOn();
        return wanted == Transfer.Format.CSV
                ? new Download(name, "支払データ", PaymentFiles.CSV, money.files().rows(opened.run(), opened.transfers()))
                        .as("csv")
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", Download.disposition(name + ".txt"))
                        .body(zengin.bytes());
    }

    @PostMapping("/runs/{id}/paid")
    Reply paid(@PathVariable UUID id, @RequestParam UUID onceId) {
        Actor.Staff staff = staff();
        List<String> faults = money.paying().pay(id, onceId, staff).stream()
                .flatMap(result -> fault(result).stream())
                .toList();
        return faults.isEmpty()
                ? new Redirect(PATH + "/runs/" + id + "?done=paid")
                : views.run(money.transfers().open(id, staff), "", null, faults);
    }

    private Optional<String> fault(Paying.Result result) {
        String who = "受付番号 " + result.transfer().receipt().format() + "：";
        return switch (result.outcome().orElseGet(ActOutcome.NotFound::new)) {
            case ActOutcome.Done _ -> Optional.empty();
            case ActOutcome.Refused(Refusal refusal) -> Optional.of(who + say(refusal));
            case ActOutcome.Stale _ -> Optional.of(who + "いま、ほかの人が処理しています。もう一度してください。");
            case ActOutcome.NotFound _ -> Optional.of(who + "支払いの状態にないので、変えていません。");
        };
    }

    private String say(Refusal refusal) {
        return messages.in(Language.JA).get(refusal);
    }

    /// Whoever makes payments for a section; for everybody else the page is not there.
    private Actor.Staff staff() {
        Actor.Staff staff = context.staff();
        if (money.transfers().sections(staff).isEmpty()) {
            throw new ProblemException(CaseworkProblem.NO_SUCH_RUN);
        }
        return staff;
    }
}
