package town.machi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.procedure.WorkflowPlan.Meaning;

/// Whatever anybody does in whatever order, a case stays whole.
class WorkflowWalkTests {

    private static final Instant START = Instant.parse("2026-12-24T01:00:00Z");

    private final Workflow workflow = Plans.water();

    /// One thing that somebody tries.
    record Attempt(
            SectionId section, Set<Role> roles, String act, int lag, String words, Set<String> fields, int hours) {}

    @Property
    @Label("どの順でだれが何をしても、版は一つずつ増え、終わった案件は動かない")
    void staysWhole(@ForAll("attempts") List<Attempt> attempts) {
        Standing standing = workflow.open(START, Plans.CALENDAR.countFrom(START));
        Instant now = START;
        for (Attempt attempt : attempts) {
            now = now.plusSeconds(3600L * attempt.hours());
            Step step = attempt(standing, attempt, now);
            switch (step) {
                case Step.Taken(Standing next) -> {
                    checkTaken(standing, attempt, next);
                    standing = next;
                }
                case Step.Stale(int revision) -> {
                    assertThat(attempt.lag()).isPositive();
                    assertThat(revision).isEqualTo(standing.revision());
                }
                case Step.Refused(var refusal) -> assertThat(refusal.key()).startsWith("casework.refusal.");
            }
        }
    }

    private Step attempt(Standing standing, Attempt attempt, Instant now) {
        return switch (attempt.act()) {
            case "correct" -> workflow.correct(standing, now);
            case "withdraw" -> workflow.withdraw(standing, now);
            default -> {
                var staff = Plans.staff(attempt.section(), attempt.roles().toArray(Role[]::new));
                var move =
                        new Move(attempt.act(), standing.revision() - attempt.lag(), attempt.words(), attempt.fields());
                yield workflow.act(standing, Plans.WATER, staff, move, now);
            }
        };
    }

    private void checkTaken(Standing before, Attempt attempt, Standing after) {
        boolean byResident = Set.of("correct", "withdraw").contains(attempt.act());
        assertThat(before.state().isClosed()).isFalse();
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(workflow.plan().states().get(after.state().id())).isNotNull();
        assertThat(after.state().meaning())
                .isEqualTo(workflow.state(after.state().id()).meaning());
        assertThat(after.state().meaning() == Meaning.CORRECTING)
                .isEqualTo(!after.state().fieldsOpen().isEmpty());
        if (!byResident) {
            assertThat(attempt.lag()).isZero();
            assertThat(attempt.section()).isEqualTo(Plans.WATER);
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<SectionId> section = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Plans.WATER)), Tuple.of(1, Arbitraries.just(Plans.RESIDENTS)));
        Arbitrary<Set<Role>> roles = Arbitraries.of(Role.class).set().ofMaxSize(3);
        Arbitrary<String> act =
                Arbitraries.of("accept", "sendBack", "refuse", "complete", "correct", "withdraw", "nonsense");
        Arbitrary<Integer> lag = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1));
        Arbitrary<Set<String>> fields =
                Arbitraries.of("place", "startsOn", "user").set().ofMaxSize(2);
        return Combinators.combine(
                        section,
                        roles,
                        act,
                        lag,
                        Arbitraries.of("", "お願いします。"),
                        fields,
                        Arbitraries.integers().between(0, 200))
                .as(Attempt::new)
                .list()
                .ofMaxSize(40);
    }
}
