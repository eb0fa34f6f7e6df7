package town.machi.casework;

import java.util.Optional;
import town.machi.kernel.Reading;
import town.machi.kernel.Yen;

/// The money of one 補助金, without database or screen: paid ≤ fixed ≤ decided, whatever is tried in whatever order.
/// Each step answers with what it leaves, or why not. Source: 補助金等に係る予算の執行の適正化に関する法律 6条・15条・17条・18条.
///
/// @param decided 交付決定額; empty: not yet
/// @param fixed 確定額; empty: not yet
/// @param payment how far the payment is
/// @param askedBack 返還を求めた額, once the decision was cancelled; zero where nothing had been paid
/// @param repaid of it, what has come back
public record Grant(Optional<Yen> decided, Optional<Yen> fixed, Payment payment, Optional<Yen> askedBack, Yen repaid) {

    public static final Grant NONE =
            new Grant(Optional.empty(), Optional.empty(), Payment.NONE, Optional.empty(), Yen.ZERO);

    public enum Payment {
        NONE("まだです"),
        ORDERED("支払データに入れました"),
        PAID("支払いました");

        private final String label;

        Payment(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /// @param left what is left of the year's budget; empty: none is set
    public Reading<Grant> decide(Yen amount, Optional<Yen> left) {
        if (decided.isPresent()) {
            return Reading.refused("casework.refusal.grant-decided");
        }
        if (amount.compareTo(Yen.ZERO) <= 0) {
            return Reading.refused("casework.refusal.grant-amount");
        }
        if (left.isPresent() && amount.compareTo(left.get()) > 0) {
            return Reading.refused("casework.refusal.grant-budget", left.get().format());
        }
        return Reading.of(new Grant(Optional.of(amount), fixed, payment, askedBack, repaid));
    }

    /// Another amount than was decided (変更交付決定), as long as nothing is fixed.
    ///
    /// @param left what is left of the budget of the year in which it was decided; empty: none is set
    public Reading<Grant> change(Yen amount, Optional<Yen> left) {
        if (decided.isEmpty() || fixed.isPresent() || isCancelled()) {
            return Reading.refused("casework.refusal.grant-not-now");
        }
        if (amount.compareTo(Yen.ZERO) <= 0) {
            return Reading.refused("casework.refusal.grant-amount");
        }
        if (amount.equals(decided.get())) {
            return Reading.refused("casework.refusal.grant-same", amount.format());
        }
        Optional<Yen> most = left.map(decided.get()::plus);
        if (most.isPresent() && amount.compareTo(most.get()) > 0) {
            return Reading.refused(
                    "casework.refusal.grant-change-budget", most.get().format());
        }
        return Reading.of(new Grant(Optional.of(amount), fixed, payment, askedBack, repaid));
    }

    public Reading<Grant> fix(Yen amount) {
        if (decided.isEmpty() || fixed.isPresent() || isCancelled()) {
            return Reading.refused("casework.refusal.grant-not-now");
        }
        if (amount.compareTo(Yen.ZERO) <= 0) {
            return Reading.refused("casework.refusal.grant-amount");
        }
        if (amount.compareTo(decided.get()) > 0) {
            return Reading.refused("casework.refusal.grant-over", decided.get().format());
        }
        return Reading.of(new Grant(decided, Optional.of(amount), payment, askedBack, repaid));
    }

    /// It goes into payment data.
    public Reading<Grant> order() {
        return fixed.isPresent() && payment == Payment.NONE && !isCancelled()
                ? Reading.of(paying(Payment.ORDERED))
                : Reading.refused("casework.refusal.grant-not-now");
    }

    public Reading<Grant> pay() {
        return payment == Payment.ORDERED
                ? Reading.of(paying(Payment.PAID))
                : Reading.refused("casework.refusal.grant-not-ordered");
    }

    /// The bank sent it back.
    public Reading<Grant> bounce() {
        return payment == Payment.NONE || isCancelled()
                ? Reading.refused("casework.refusal.grant-not-ordered")
                : Reading.of(paying(Payment.NONE));
    }

    /// @param back how much of what was paid is asked back; empty: all
    public Reading<Grant> cancel(Optional<Yen> back) {
        if (decided.isEmpty() || isCancelled()) {
            return Reading.refused("casework.refusal.grant-not-now");
        }
        if (payment == Payment.ORDERED) {
            return Reading.refused("casework.refusal.grant-on-its-way");
        }
        Yen asked = back.orElse(paid());
        if (asked.compareTo(Yen.ZERO) < 0 || asked.compareTo(paid()) > 0) {
            return Reading.refused("casework.refusal.grant-back", paid().format());
        }
        return Reading.of(new Grant(decided, fixed, payment, Optional.of(asked), repaid));
    }

    public Reading<Grant> repay(Yen amount) {
        if (amount.compareTo(Yen.ZERO) <= 0) {
            return Reading.refused("casework.refusal.grant-amount");
        }
        return amount.compareTo(owed()) > 0
                ? Reading.refused("casework.refusal.grant-repaid", owed().format())
                : Reading.of(new Grant(decided, fixed, payment, askedBack, repaid.plus(amount)));
    }

    public boolean isCancelled() {
        return askedBack.isPresent();
    }

    /// What the bank took over, less what came back.
    public Yen paid() {
        return payment == Payment.PAID ? fixed.orElse(Yen.ZERO).minus(repaid) : Yen.ZERO;
    }

    /// What is asked back and has not come.
    public Yen owed() {
        return askedBack.orElse(Yen.ZERO).minus(repaid);
    }

    /// What the budget is bound by.
    public Yen bound() {
        return isCancelled() ? paid() : fixed.or(() -> decided).orElse(Yen.ZERO);
    }

    private Grant paying(Payment next) {
        return new Grant(decided, fixed, next, askedBack, repaid);
    }
}
