package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import town.machi.messaging.FriendId;

@Label("住民の件")
class CallPropertyTests {

    private static final List<FriendId> RESIDENTS = List.of(new FriendId(new UUID(1, 1)), new FriendId(new UUID(1, 2)));

    record Deed(int resident, int named, boolean close, int hours) {}

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 30))
                .as(Deed::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 500)
    @Label("二人の住民がどんな順で何を名指しても、入るのは自分の、まだ終わらず、一日以内に動いた件だけ")
    void neverMixed(@ForAll("deeds") List<Deed> deeds) {
        List<Call> calls = new ArrayList<>();
        Instant now = Sample.NOW;
        for (Deed deed : deeds) {
            now = now.plus(Duration.ofHours(deed.hours()));
            FriendId who = RESIDENTS.get(deed.resident());
            UUID named = calls.isEmpty()
                    ? UUID.randomUUID()
                    : calls.get(deed.named() % calls.size()).id();
            Optional<Call> found = CallRules.find(calls, who, named, now);
            Instant time = now;
            found.ifPresent(call -> {
                assertThat(call.id()).isEqualTo(named);
                assertThat(call.friend()).contains(who);
                assertThat(call.state()).isNotEqualTo(Call.State.CLOSED);
                assertThat(Duration.between(call.movedAt(), time)).isLessThan(Duration.ofHours(24));
            });
            if (found.isEmpty()) {
                calls.add(call(who, now, deed.close() ? Call.State.CLOSED : Call.State.NEW));
            }
        }
    }

    private static Call call(FriendId who, Instant now, Call.State state) {
        return new Call(
                UUID.randomUUID(),
                CallKind.QUESTION,
                Optional.empty(),
                Optional.empty(),
                Optional.of(who),
                "",
                Optional.empty(),
                "general",
                state,
                Optional.empty(),
                now,
                now);
    }
}
