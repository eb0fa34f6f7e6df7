package town.machi.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.Budget;
import town.machi.casework.CaseId;
import town.machi.casework.Transfer;
import town.machi.casework.TransferRun;
import town.machi.casework.desk.Masking;
import town.machi.casework.grant.Granting;
import town.machi.casework.grant.PaymentFiles;
import town.machi.casework.grant.Transfers;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.SectionId;
import town.machi.kernel.Yen;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Nature;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.component.Chip;

/// Puts the pages of 補助金 together.
@Component
class GrantViews {

    private final Granting granting;
    private final Transfers transfers;
    private final Procedures procedures;
    private final StaffDirectory directory;
    private final Town town;
    private final Context context;

    GrantViews(
            Granting granting,
            Transfers transfers,
            Procedures procedures,
            StaffDirectory directory,
            Town town,
            Context context) {
        this.granting = granting;
        this.transfers = transfers;
        this.procedures = procedures;
        this.directory = directory;
        this.town = town;
        this.context = context;
    }

    /// What was typed and is kept.
    ///
    /// @param boxes by the id of the box
    record Typed(String payOn, Set<CaseId> chosen, Map<String, String> boxes) {
        static final Typed NOTHING = new Typed("", Set.of(), Map.of());

        static Typed in(Map<String, String> boxes) {
            return new Typed("", Set.of(), boxes);
        }
    }

    GrantsPage page(Actor.Staff staff, Typed typed, @Nullable String said, @Nullable String refused) {
        return new GrantsPage(
                subsidies(staff).flatMap(this::budgets).toList(),
                transfers.listReady(staff).stream()
                        .map(one -> ready(one, typed))
                        .toList(),
                transfers.listRuns(staff).stream().map(this::run).toList(),
                new GrantsPage.Making(typed.payOn(), context.ids().next()),
                typed.boxes(),
                said,
                refused);
    }

    /// The 補助金 of the sections whose payments this person makes.
    Stream<Definition> subsidies(Actor.Staff staff) {
        Set<SectionId> sections = transfers.sections(staff);
        return procedures.listPublished().stream()
                .map(Published::definition)
                .filter(definition -> definition.nature() == Nature.SUBSIDY && sections.contains(definition.section()));
    }

    private Stream<GrantsPage.BudgetRow> budgets(Definition definition) {
        FiscalYear now = FiscalYear.of(context.today());
        List<FiscalYear> years = new ArrayList<>(granting.years(definition.name()));
        Stream.of(now, now.next()).filter(year -> !years.contains(year)).forEach(years::add);
        years.sort(java.util.Comparator.reverseOrder());
        return years.stream().map(year -> budget(definition, granting.budget(definition.name(), year)));
    }

    private GrantsPage.BudgetRow budget(Definition definition, Budget budget) {
        Budget.Sums sums = budget.sums();
        return new GrantsPage.BudgetRow(
                definition.name().value(),
                definition.title().ja(),
                budget.year().year(),
                budget.year().label(),
                budget.total().map(Yen::format).orElse("未設定"),
                sums.decided().format() + "（" + sums.count() + "件）",
                sums.fixed().format(),
                sums.paid().format(),
                budget.left().map(Yen::format).orElse("—"),
                context.ids().next());
    }

    private static GrantsPage.ReadyRow ready(Transfers.Ready one, Typed typed) {
        Transfer payment = one.payment();
        return new GrantsPage.ReadyRow(
                one.file().id().toString(),
                payment.receipt().format(),
                payment.name(),
                payment.yen().format(),
                account(payment.account()),
                one.hasCodes(),
                typed.chosen().isEmpty() || typed.chosen().contains(one.file().id()));
    }

    /// Enough to compare, not to copy: lists show the last digits alone.
    private static String account(Transfer.Account account) {
        return code(account.bank(), account.bankCode()) + "　" + code(account.branch(), account.branchCode()) + "　"
                + PaymentFiles.kind(account) + " " + Masking.masked(account.number()) + "　" + account.holder();
    }

    private static String code(String name, String code) {
        return code.isEmpty() ? name : name + "（" + code + "）";
    }

    private GrantsPage.RunRow run(TransferRun run) {
        return new GrantsPage.RunRow(
                "/office/grants/runs/" + run.id(),
                run.number(),
                Words.day(run.payOn()),
                Words.section(town, run.section()),
                run.sums().count() + "件",
                run.sums().yen().format(),
                state(run));
    }

    private static Chip state(TransferRun run) {
        if (run.exports() == 0) {
            return new Chip(Chip.Tone.WAITING, "まだ出していません");
        }
        return run.sums().ordered() == 0 ? new Chip(Chip.Tone.DONE, "支払が済みました") : new Chip(Chip.Tone.ACTIVE, "出しました");
    }

    TransferRunPage run(Transfers.Opened opened, String reason, @Nullable String said, List<String> faults) {
        TransferRun run = opened.run();
        People people = new People(directory);
        return new TransferRunPage(
                new TransferRunPage.Head(
                        run.id().toString(),
                        run.number(),
                        Words.day(run.payOn()),
                        Words.section(town, run.section()),
                        people.actor(run.by()) + "　" + Words.moment(run.at()),
                        run.sums().count() + "件　" + run.sums().yen().format()),
                opened.transfers().stream().map(GrantViews::row).toList(),
                opened.exports().stream().map(export -> words(export, people)).toList(),
                new TransferRunPage.Way(
                        run.exports() > 0,
                        run.sums().ordered(),
                        reason,
                        context.ids().next(),
                        context.ids().next()),
                said,
                faults);
    }

    private static TransferRunPage.Row row(Transfer transfer) {
        Chip.Tone tone = switch (transfer.state()) {
            case ORDERED -> Chip.Tone.ACTIVE;
            case PAID -> Chip.Tone.DONE;
            case RETURNED -> Chip.Tone.ALERT;
        };
        return new TransferRunPage.Row(
                transfer.id().toString(),
                "/office/cases/" + transfer.caseId(),
                transfer.receipt().format(),
                transfer.name(),
                transfer.yen().format(),
                account(transfer.account()),
                new Chip(tone, transfer.state().label()));
    }

    private static String words(TransferRun.Export export, People people) {
        return export.nth() + "回目　" + Words.moment(export.at()) + "　" + people.actor(export.by()) + "　"
                + export.format().label()
                + export.reason().map(reason -> "　理由: " + reason).orElse("");
    }
}
