package town.machi.shelter.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.shelter.DisasterId;
import town.machi.shelter.HouseholdFacts;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.Standing;

@DisplayName("安否照会に何を答えるか")
class AnswerRulesTests {

    private static final UUID OPENING = new UUID(1, 1);
    private static final DisasterId DISASTER = new DisasterId(new UUID(5, 5));
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 29);
    private static final Set<Told> ALL = Set.of(Told.values());

    private static Standing person(@Nullable Boolean secret, @Nullable Boolean inquiry, String birth) {
        UUID id = UUID.randomUUID();
        var facts = new PersonFacts(id, null, 71, null, null, null, null, null, secret, null);
        var household = new HouseholdFacts(new UUID(6, 6), null, null, null, inquiry, null, null);
        var details = Map.of("name", "例 太郎", "kana", "レイ タロウ", "birth", birth, "condition", "足を打った", "phone", "0900");
        var known = new Presence.Known(facts, household, details, Map.of("address", "芦北町大字佐敷１−２"));
        return new Standing(
                id, OPENING, Presence.State.IN, null, new Presence.Times(Instant.EPOCH, Instant.EPOCH, id), known);
    }

    private static Inquiry ask(Proof proof, @Nullable LocalDate birth, String address) {
        var asker = new Inquiry.Asker("例 花子", "熊本市", "", Relation.KIN, proof);
        return new Inquiry(
                new UUID(7, 7), DISASTER, asker, new Inquiry.Sought("", "れい たろう", birth, address), "連絡がとれない");
    }

    private static Inquiry.Answer answer(Set<Told> allowed, Inquiry inquiry, Standing... people) {
        return new AnswerRules(allowed, Map.of(OPENING, "きずなの里"), TODAY).answer(inquiry, List.of(people));
    }

    private static final Inquiry PROPER = ask(Proof.SEEN, LocalDate.of(1955, 4, 1), "");

    @Test
    @DisplayName("続柄に許されたことだけを答える")
    void tellsWhatIsAllowed() {
        Standing taro = person(null, null, "1955-04-01");
        assertThat(answer(ALL, PROPER, taro).words()).contains("きずなの里", "足を打った", "0900");
        assertThat(answer(Set.of(Told.HELD), PROPER, taro).told()).containsExactly(Told.HELD);
        assertThat(answer(Set.of(Told.HELD), PROPER, taro).words()).doesNotContain("きずなの里");
        assertThat(answer(Set.of(), PROPER, taro)).isEqualTo(Inquiry.Answer.NONE);
    }

    @Test
    @DisplayName("知らない人・守られている人・断った人・理由や本人確認のない照会は、同じ一文になる")
    void oneSentenceForAll() {
        Standing taro = person(null, null, "1955-04-01");
        List<Inquiry.Answer> answers = List.of(
                answer(ALL, PROPER),
                answer(ALL, PROPER, person(true, true, "1955-04-01")),
                answer(ALL, PROPER, person(null, false, "1955-04-01")),
                answer(ALL, PROPER, person(null, null, "1956-04-01")),
                answer(ALL, ask(Proof.NONE, LocalDate.of(1955, 4, 1), ""), taro));
        assertThat(answers).containsOnly(new Inquiry.Answer(Set.of(), "お答えできる情報がありません"));
    }

    @Test
    @DisplayName("支援措置は続柄より先に見る。同じ人のもう一つの記録が守られていなくても答えない")
    void protectionComesFirst() {
        Standing open = person(null, true, "1955-04-01");
        Standing hidden = person(true, true, "1955-04-01");
        assertThat(answer(ALL, PROPER, open, hidden)).isEqualTo(Inquiry.Answer.NONE);
        assertThat(answer(ALL, PROPER, hidden, open)).isEqualTo(Inquiry.Answer.NONE);
    }

    @Test
    @DisplayName("急いで書いた、読みだけの守られた記録も、同じ名前の記録を守る。生年月日が違えば別の人")
    void aHurriedRecordProtects() {
        Standing open = person(null, true, "1955-04-01");
        Standing hurried = onlyKana(true, null, "");
        assertThat(answer(ALL, PROPER, open, hurried)).isEqualTo(Inquiry.Answer.NONE);
        Inquiry byAddress = ask(Proof.SEEN, null, "佐敷1-2");
        assertThat(answer(ALL, byAddress, open, hurried)).isEqualTo(Inquiry.Answer.NONE);
        assertThat(answer(ALL, PROPER, open, onlyKana(null, false, ""))).isEqualTo(Inquiry.Answer.NONE);
        assertThat(answer(ALL, PROPER, open, onlyKana(true, null, "1990")).told())
                .contains(Told.WHEREABOUTS);
        assertThat(answer(ALL, byAddress, open, onlyKana(true, null, "1990-02-03"))
                        .told())
                .contains(Told.WHEREABOUTS);
        assertThat(answer(ALL, byAddress, open, onlyKana(true, null, "1955"))).isEqualTo(Inquiry.Answer.NONE);
    }

    private static Standing onlyKana(@Nullable Boolean secret, @Nullable Boolean inquiry, String birth) {
        UUID id = UUID.randomUUID();
        var facts = new PersonFacts(id, null, null, null, null, null, null, null, secret, null);
        var household = new HouseholdFacts(new UUID(6, 7), null, null, null, inquiry, null, null);
        Map<String, String> details =
                birth.isEmpty() ? Map.of("kana", "レイ タロウ") : Map.of("kana", "レイ タロウ", "birth", birth);
        var known = new Presence.Known(facts, household, details, Map.of());
        return new Standing(
                id, OPENING, Presence.State.IN, null, new Presence.Times(Instant.EPOCH, Instant.EPOCH, id), known);
    }

    @Test
    @DisplayName("生年月日を知らなければ住所で確かめ、どちらの人か分からなければ答えない")
    void byAddress() {
        Standing taro = person(null, null, "1955-04-01");
        Inquiry byAddress = ask(Proof.SEEN, null, "佐敷1-2");
        assertThat(answer(ALL, byAddress, taro).told()).contains(Told.WHEREABOUTS);
        assertThat(answer(ALL, byAddress, taro, person(null, null, "2001-01-01")))
                .isEqualTo(Inquiry.Answer.NONE);
        assertThat(answer(ALL, ask(Proof.SEEN, null, "湯浦3-4"), taro)).isEqualTo(Inquiry.Answer.NONE);
    }

    @Test
    @DisplayName("月齢だけ聞いた赤ちゃんは、生まれた月の前後一月で確かめる")
    void aBabyByTheMonth() {
        assertThat(answer(ALL, PROPER, person(null, null, "1955-05")).told()).contains(Told.WHEREABOUTS);
        assertThat(answer(ALL, PROPER, person(null, null, "1955-06"))).isEqualTo(Inquiry.Answer.NONE);
    }

    @Test
    @DisplayName("早く分かっても遅く分かっても、同じ時刻に答える")
    void alwaysTheSameTime() {
        for (long work : List.of(0L, 3_000_000L, 250_000_000L)) {
            AtomicLong now = new AtomicLong();
            List<Duration> waited = new ArrayList<>();
            var sameTime = new SameTime(Duration.ofMillis(400), now::get, waited::add);
            assertThat(sameTime.in(() -> now.addAndGet(work))).isEqualTo(work);
            assertThat(waited).containsExactly(Duration.ofMillis(400).minusNanos(work));
        }
    }
}
