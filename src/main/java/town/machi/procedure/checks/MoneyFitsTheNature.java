package town.machi.procedure.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import town.machi.procedure.FormPage;
import town.machi.procedure.MoneyStep;
import town.machi.procedure.Nature;
import town.machi.procedure.Ruling.Remedy;
import town.machi.procedure.WorkflowPlan;
import town.machi.procedure.WorkflowPlan.Act;
import town.machi.procedure.WorkflowPlan.Meaning;
import town.machi.procedure.WorkflowPlan.State;
import town.machi.procedure.reading.Places;

/// A 補助金 walks from the decision over the fixed amount and the account to the payment, in this order; nothing else
/// moves money. A later page is asked for by a state.
final class MoneyFitsTheNature implements DefinitionRule {

    private static final String ACCOUNT = "bankAccount";

    @Override
    public void check(Subject subject) {
        laterPagesAreAskedFor(subject);
        if (subject.definition().nature() == Nature.SUBSIDY) {
            subsidy(subject);
        } else {
            noMoney(subject);
        }
    }

    private static void laterPagesAreAskedFor(Subject subject) {
        for (FormPage page : subject.definition().pages()) {
            boolean asked = subject.states().stream()
                    .flatMap(state -> state.asking().stream())
                    .anyMatch(asking -> asking.page().equals(page.id()));
            if (page.later() && !asked) {
                subject.fault(
                        subject.at(Places.Kind.PAGE, page.id()),
                        "あとで聞くページ「" + page.id() + "」を聞く状態がありません。workflow の状態に「asks: " + page.id() + "」を書いてください。");
            }
        }
    }

    private static void noMoney(Subject subject) {
        for (State state : subject.states()) {
            state.acts().stream()
                    .filter(act -> act.money().isPresent())
                    .forEach(act -> subject.fault(
                            subject.at(Places.Kind.ACT, state.id() + "." + act.id()),
                            "money を書けるのは補助金だけです。この手続の性質は"
                                    + subject.definition().nature().label() + "です。money の行を消してください。"));
        }
    }

    private static void subsidy(Subject subject) {
        WorkflowPlan plan = subject.definition().workflow();
        Set<MoneyStep> found = EnumSet.noneOf(MoneyStep.class);
        subject.states()
                .forEach(state -> state.acts().forEach(act -> act.money().ifPresent(found::add)));
        for (MoneyStep step : EnumSet.of(MoneyStep.DECIDE, MoneyStep.FIX, MoneyStep.PAY)) {
            if (!found.contains(step)) {
                subject.fault(
                        subject.at(Places.Kind.STATE, plan.first()),
                        "補助金には「money: " + step.label() + "」の処理が要ります。交付決定 → 額の確定 → 支払 の順に、acts に書いてください。");
            }
        }
        if (found.containsAll(EnumSet.of(MoneyStep.DECIDE, MoneyStep.FIX, MoneyStep.PAY))) {
            order(subject, plan);
        }
        if (subject.definition().ruling().remedy() instanceof Remedy.NotTold) {
            subject.fault(
                    subject.at(Places.Kind.HEADER, "procedure"),
                    "補助金には、教示（remedy）を書いてください。教示するなら申請と同じ形で、処分でないなら remedy: {none: わけ} と書きます。");
        }
    }

    private static void order(Subject subject, WorkflowPlan plan) {
        before(subject, plan, MoneyStep.CHANGE, MoneyStep.DECIDE);
        before(subject, plan, MoneyStep.FIX, MoneyStep.DECIDE);
        before(subject, plan, MoneyStep.PAY, MoneyStep.FIX);
        before(subject, plan, MoneyStep.BOUNCE, MoneyStep.FIX);
        Set<String> unpaid = reached(plan, MoneyStep.PAY);
        subject.states().stream()
                .filter(state -> state.meaning() == Meaning.DONE && unpaid.contains(state.id()))
                .forEach(state -> subject.fault(
                        subject.at(Places.Kind.STATE, state.id()),
                        "支払をしないで「" + state.id() + "」に終わる道があります。支払（money: 支払）のあとで終わるようにしてください。"));
        Set<String> askless = withoutAccount(subject, plan);
        acts(subject, MoneyStep.PAY, askless, "支払の前に、振込先の口座（type: bankAccount）を聞いていません。口座を聞くページを、form に書いてください。");
    }

    /// No act of this step where the earlier one may not have happened.
    private static void before(Subject subject, WorkflowPlan plan, MoneyStep step, MoneyStep earlier) {
        acts(
                subject,
                step,
                reached(plan, earlier),
                "「" + step.label() + "」が、「" + earlier.label() + "」をしないでできる状態にあります。順を確かめてください。");
    }

    private static void acts(Subject subject, MoneyStep step, Set<String> states, String sentence) {
        for (State state : subject.states()) {
            for (Act act : state.acts()) {
                if (act.money().filter(step::equals).isPresent() && states.contains(state.id())) {
                    subject.fault(subject.at(Places.Kind.ACT, state.id() + "." + act.id()), sentence);
                }
            }
        }
    }

    /// The states to which one can come without this step.
    private static Set<String> reached(WorkflowPlan plan, MoneyStep without) {
        return walk(plan, state -> {
            Set<String> next = new HashSet<>();
            state.acts().stream()
                    .filter(act -> act.money().filter(without::equals).isEmpty())
                    .forEach(act -> next.add(act.to()));
            state.asking().ifPresent(asking -> next.add(asking.then()));
            return next;
        });
    }

    /// The states to which one can come without having said the account.
    private static Set<String> withoutAccount(Subject subject, WorkflowPlan plan) {
        boolean atFiling = subject.definition().pages().stream().anyMatch(page -> !page.later() && hasAccount(page));
        if (atFiling) {
            return Set.of();
        }
        return walk(plan, state -> {
            Set<String> next = new HashSet<>();
            state.acts().forEach(act -> next.add(act.to()));
            state.asking().filter(asking -> !asksAccount(subject, asking)).ifPresent(asking -> next.add(asking.then()));
            return next;
        });
    }

    private static boolean asksAccount(Subject subject, WorkflowPlan.Asking asking) {
        return subject.definition().pages().stream()
                .anyMatch(page -> page.id().equals(asking.page()) && hasAccount(page));
    }

    private static boolean hasAccount(FormPage page) {
        return page.questions().stream().anyMatch(question -> question.type().equals(ACCOUNT));
    }

    private static Set<String> walk(WorkflowPlan plan, java.util.function.Function<State, Set<String>> ways) {
        Set<String> reached = new HashSet<>(Set.of(plan.first()));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            State state = plan.states().get(open.pop());
            if (state != null) {
                ways.apply(state).stream().filter(reached::add).forEach(open::push);
            }
        }
        return reached;
    }
}
