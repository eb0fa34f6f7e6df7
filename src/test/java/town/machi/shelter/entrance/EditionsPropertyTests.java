package town.machi.shelter.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

@Label("受付の端末に伝える名簿の差分")
class EditionsPropertyTests {

    /// A desk's copy, and the edition that it believes to have.
    private static final class Copy {

        private final Map<Integer, Integer> entries = new HashMap<>();
        private @Nullable String edition;
        private int heard;

        void take(Editions.Change<Integer, Integer> change) {
            if (change.whole()) {
                entries.clear();
            }
            change.gone().forEach(entries::remove);
            entries.putAll(change.come());
            edition = change.edition();
            heard = change.come().size() + change.gone().size();
        }
    }

    @Provide
    static Arbitrary<List<Map<Integer, Integer>>> lists() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 5);
        return Arbitraries.maps(small, small).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(400);
    }

    @Property(tries = 300)
    @Label("どの順で変わり、いつ聞いても、聞いたあとは町の名簿と同じになる。前と同じ名簿に戻っても同じ")
    void theCopyIsTheList(
            @ForAll("lists") List<Map<Integer, Integer>> lists, @ForAll List<Boolean> asks, @ForAll boolean otherNode) {
        var here = new Editions<Integer, Integer>();
        var there = new Editions<Integer, Integer>();
        var desk = new Copy();
        for (int i = 0; i < lists.size(); i++) {
            Map<Integer, Integer> now = lists.get(i);
            here.publish(now.toString(), now);
            there.publish(now.toString(), now);
            if (asks.isEmpty() || asks.get(i % asks.size())) {
                desk.take((otherNode && i % 2 == 1 ? there : here).since(desk.edition));
                assertThat(desk.entries).isEqualTo(now);
            }
        }
        desk.take(here.since(desk.edition));
        assertThat(desk.entries).isEqualTo(lists.getLast());
        assertThat(here.since(desk.edition).isNothing()).isTrue();
    }

    @Example
    @Label("千人の名簿で一人動いたときは、一人分だけを伝える")
    void onlyWhatChanged() {
        Map<Integer, Integer> thousand = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            thousand.put(i, 1);
        }
        var editions = new Editions<Integer, Integer>();
        editions.publish("first", Map.copyOf(thousand));
        var desk = new Copy();
        desk.take(editions.since(null));
        assertThat(desk.heard).isEqualTo(1_000);

        thousand.put(7, 2);
        thousand.remove(8);
        editions.publish("second", Map.copyOf(thousand));
        desk.take(editions.since(desk.edition));

        assertThat(desk.heard).isEqualTo(2);
        assertThat(desk.entries).isEqualTo(thousand);
    }

    @Example
    @Label("町が知らない版を持つ端末は、全部を聞きなおす")
    void anUnknownEditionHearsTheWhole() {
        var editions = new Editions<Integer, Integer>();
        editions.publish("now", Map.of(1, 1));

        assertThat(editions.since("of another town").whole()).isTrue();
    }
}
