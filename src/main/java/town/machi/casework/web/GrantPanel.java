package town.machi.casework.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.casework.Budget;
import town.machi.casework.CaseFile;
import town.machi.casework.CasePanel;
import town.machi.casework.Grant;
import town.machi.casework.GrantFile;
import town.machi.casework.desk.Masking;
import town.machi.casework.grant.Granting;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Yen;
import town.machi.procedure.MoneyStep;

/// 補助金の額: how far the money of a 補助金 is, on the page of its case.
@Component
class GrantPanel implements CasePanel {

    private final Granting granting;
    private final Context context;

    GrantPanel(Granting granting, Context context) {
        this.granting = granting;
        this.context = context;
    }

    @Override
    public Optional<Panel> find(CaseFile file, Actor.Staff staff) {
        if (!granting.isSubsidy(file)) {
            return Optional.empty();
        }
        GrantFile found = granting.find(file);
        return Optional.of(new Panel("grant", "補助金の額", 4, lines(file, found), List.of(), piece(file, found, staff)));
    }

    private List<Line> lines(CaseFile file, GrantFile found) {
        Grant grant = found.grant();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("交付決定額", amount(grant.decided(), found.days().decided())));
        lines.add(new Line("確定額", amount(grant.fixed(), found.days().fixed())));
        lines.add(new Line("支払", grant.payment().label()));
        if (grant.isCancelled()) {
            lines.add(new Line("取消し", found.days().cancelled().map(Words::day).orElse("")));
            lines.add(new Line(
                    "返還",
                    grant.askedBack().orElse(Yen.ZERO).format() + " のうち "
                            + grant.repaid().format() + " が返りました"));
        }
        FiscalYear year = found.year().orElseGet(() -> FiscalYear.of(context.today()));
        Budget budget = granting.budget(file.basis().procedure(), year);
        lines.add(
                new Line(year.label() + "の予算の残り", budget.left().map(Yen::format).orElse("未設定（「補助金」の画面で入れられます）")));
        return lines;
    }

    private static String amount(Optional<Yen> yen, Optional<LocalDate> on) {
        return yen.map(Yen::format).orElse("まだです")
                + on.map(day -> "（" + Words.day(day) + "）").orElse("");
    }

    private @Nullable GrantPartial piece(CaseFile file, GrantFile found, Actor.Staff staff) {
        if (!Masking.needsAccounts(staff)) {
            return null;
        }
        Optional<MoneyStep> wanted = granting.findWanted(file);
        boolean owes = found.grant().owed().compareTo(Yen.ZERO) > 0;
        return wanted.isEmpty() && !owes
                ? null
                : new GrantPartial(
                        "/office/cases/" + file.id() + "/grant",
                        wanted.map(GrantPanel::words).orElse(null),
                        found.proposed().map(Yen::format).orElse(null),
                        owes ? found.grant().owed().format() : null,
                        context.ids().next(),
                        context.ids().next(),
                        CasePage.Typed.NOTHING);
    }

    private static String words(MoneyStep step) {
        return switch (step) {
            case DECIDE -> "交付を決定する額";
            case CHANGE -> "変更したあとの交付決定額";
            case FIX -> "確定する額";
            case CANCEL -> "取り消すときに返してもらう額（入れなければ、支払った全額）";
            case PAY, BOUNCE, SETTLE -> step.label();
        };
    }
}
