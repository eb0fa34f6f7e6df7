package town.machi.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("出ている発令")
class OrdersPropertyTests {

    private static final List<String> DISTRICTS = List.of("佐敷", "湯浦", "田浦", "大野");

    /// What somebody does next: an order for districts, or an end of an earlier one.
    record Deed(AlertAct act, OrderLevel level, Set<String> districts, int which) {}

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.of(AlertAct.values()),
                        Arbitraries.of(OrderLevel.values()),
                        Arbitraries.of(DISTRICTS).set().ofMinSize(1),
                        Arbitraries.integers().between(0, 5))
                .as(Deed::new)
                .list()
                .ofMaxSize(12);
    }

    @Property(tries = 500)
    @Label("どんな順の発令・訂正・解除・取消でも、地区ごとに残るのは、名指して終わらせなかった発令のうち最も重いもの")
    void onlyWhatIsNamedEnds(@ForAll("deeds") List<Deed> deeds) {
        List<Alert> sent = new ArrayList<>();
        List<AlertId> firsts = new ArrayList<>();
        Map<AlertId, Map<String, OrderLevel>> model = new HashMap<>();
        for (Deed deed : deeds) {
            play(deed, sent, firsts, model);
        }
        OrdersInForce orders = OrdersInForce.of(sent);
        for (String district : DISTRICTS) {
            Optional<OrderLevel> expected = model.values().stream()
                    .flatMap(chain -> Optional.ofNullable(chain.get(district)).stream())
                    .max(java.util.Comparator.comparingInt(OrderLevel::level));
            assertThat(orders.in(district)).isEqualTo(expected);
        }
    }

    private static void play(
            Deed deed, List<Alert> sent, List<AlertId> firsts, Map<AlertId, Map<String, OrderLevel>> model) {
        Content content = Sample.order(deed.level(), deed.districts().toArray(String[]::new));
        if (deed.act() == AlertAct.ISSUE || firsts.isEmpty()) {
            Alert first = Sample.sent(AlertAct.ISSUE, Optional.empty(), content);
            sent.add(first);
            firsts.add(first.id());
            model.put(first.id(), levels(deed));
            return;
        }
        AlertId about = firsts.get(deed.which() % firsts.size());
        sent.add(Sample.sent(deed.act(), Optional.of(about), content));
        Map<String, OrderLevel> chain = java.util.Objects.requireNonNull(model.get(about));
        switch (deed.act()) {
            case CORRECT -> model.put(about, levels(deed));
            case LIFT -> deed.districts().forEach(chain::remove);
            case RETRACT -> chain.clear();
            case ISSUE -> throw new IllegalStateException();
        }
    }

    private static Map<String, OrderLevel> levels(Deed deed) {
        Map<String, OrderLevel> levels = new HashMap<>();
        deed.districts().forEach(district -> levels.put(district, deed.level()));
        return levels;
    }

    @Property(tries = 200)
    @Label("すべてを解除か取消にすれば、何も残らない")
    void everythingCanBeEnded(@ForAll("deeds") List<Deed> deeds) {
        List<Alert> sent = new ArrayList<>();
        List<AlertId> firsts = new ArrayList<>();
        deeds.forEach(deed -> play(deed, sent, firsts, new HashMap<>() {
            @Override
            public Map<String, OrderLevel> get(Object key) {
                return new HashMap<>();
            }
        }));
        for (AlertId first : new HashSet<>(firsts)) {
            sent.add(Sample.sent(
                    AlertAct.LIFT,
                    Optional.of(first),
                    Sample.order(OrderLevel.INSTRUCT, DISTRICTS.toArray(String[]::new))));
        }
        assertThat(OrdersInForce.of(sent).isEmpty()).isTrue();
    }
}
