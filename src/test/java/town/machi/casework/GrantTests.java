package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import town.machi.kernel.Reading;
import town.machi.kernel.Yen;

/// Whatever is tried in whatever order, the town never pays more than it fixed, decided, or has.
class GrantTests {

    private static final int CASES = 3;

    record Attempt(int which, String step, long yen) {}

    @Property
    @Label("どの順で決め、確定し、払い、戻り、取り消し、返しても、支払 ≦ 確定 ≦ 決定で、予算を超えない")
    void neverTooMuch(@ForAll("attempts") List<Attempt> attempts, @ForAll @LongRange(min = 0, max = 900) long budget) {
        List<Grant> grants = new ArrayList<>(List.of(Grant.NONE, Grant.NONE, Grant.NONE));
        Yen total = new Yen(budget);
        for (Attempt attempt : attempts) {
            Yen left = total.minus(sum(grants));
            Grant before = grants.get(attempt.which());
            switch (attempt(before, attempt, left)) {
                case Reading.Read<Grant>(Grant after) -> grants.set(attempt.which(), after);
                case Reading.Refused<Grant>(var refusal) ->
                    assertThat(refusal.key()).startsWith("casework.refusal.");
            }
            grants.forEach(GrantTests::holds);
            assertThat(sum(grants)).isLessThanOrEqualTo(total);
        }
    }

    private static void holds(Grant grant) {
        Yen decided = grant.decided().orElse(Yen.ZERO);
        Yen fixed = grant.fixed().orElse(Yen.ZERO);
        assertThat(fixed).isLessThanOrEqualTo(decided);
        assertThat(grant.paid()).isBetween(Yen.ZERO, fixed);
        assertThat(grant.repaid()).isBetween(Yen.ZERO, grant.askedBack().orElse(Yen.ZERO));
        assertThat(grant.owed()).isGreaterThanOrEqualTo(Yen.ZERO);
        assertThat(grant.bound()).isGreaterThanOrEqualTo(grant.paid());
    }

    private static Yen sum(List<Grant> grants) {
        return grants.stream().map(Grant::bound).reduce(Yen.ZERO, Yen::plus);
    }

    private static Reading<Grant> attempt(Grant grant, Attempt attempt, Yen left) {
        Yen yen = new Yen(attempt.yen());
        return switch (attempt.step()) {
            case "decide" -> grant.decide(yen, Optional.of(left));
            case "change" -> grant.change(yen, Optional.of(left));
            case "fix" -> grant.fix(yen);
            case "order" -> grant.order();
            case "pay" -> grant.pay();
            case "bounce" -> grant.bounce();
            case "cancel" -> grant.cancel(attempt.yen() % 2 == 0 ? Optional.empty() : Optional.of(yen));
            case "repay" -> grant.repay(yen);
            default -> throw new IllegalArgumentException(attempt.step());
        };
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<String> steps =
                Arbitraries.of("decide", "change", "fix", "order", "pay", "bounce", "cancel", "repay");
        return Combinators.combine(
                        Arbitraries.integers().between(0, CASES - 1),
                        steps,
                        Arbitraries.longs().between(-10, 500))
                .as(Attempt::new)
                .list()
                .ofMaxSize(60);
    }

    @Example
    @Label("決めた額より多く確定できず、戻った振込は払い直せ、取り消すと払った分だけ返してもらう")
    void theUsualWay() {
        Grant decided = read(Grant.NONE.decide(new Yen(300), Optional.of(new Yen(300))));
        assertThat(Grant.NONE.decide(new Yen(301), Optional.of(new Yen(300))).findRefusal())
                .map(refusal -> refusal.key())
                .hasValue("casework.refusal.grant-budget");
        assertThat(decided.fix(new Yen(301)).findRefusal()).isPresent();
        Grant fixed = read(decided.fix(new Yen(280)));
        assertThat(fixed.pay().findRefusal()).isPresent();
        Grant back = read(read(fixed.order()).bounce());
        Grant paid = read(read(back.order()).pay());
        assertThat(paid.paid()).isEqualTo(new Yen(280));
        Grant cancelled = read(paid.cancel(Optional.empty()));
        assertThat(cancelled.owed()).isEqualTo(new Yen(280));
        assertThat(cancelled.repay(new Yen(281)).findRefusal()).isPresent();
        assertThat(read(cancelled.repay(new Yen(280))).bound()).isEqualTo(Yen.ZERO);
    }

    private static Grant read(Reading<Grant> reading) {
        return reading.findValue().orElseThrow();
    }
}
