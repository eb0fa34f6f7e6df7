package town.machi.shelter.missing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.shelter.PersonFacts;
import town.machi.shelter.Presence;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.SupportedPerson;
import town.machi.shelter.missing.FollowUp.Kind;
import town.machi.shelter.missing.Whereabouts.State;

@DisplayName("要支援者がどこにいるか")
class WhereaboutsTests {

    private static final Instant NOON = Instant.parse("2026-07-28T03:00:00Z");
    private static final UUID HANA = new UUID(0, 1);
    private static final UUID THERE = new UUID(0, 2);

    private static SupportedPerson hana() {
        return new SupportedPerson(
                HANA,
                new SupportedPerson.Who("例 ハナ", "レイ ハナ", LocalDate.of(1936, 3, 4), null),
                new SupportedPerson.Where("", "大字湯浦", ""),
                "",
                "",
                new SupportedPerson.Supporter("", ""),
                true,
                null);
    }

    private static Standing standing(Presence.State state, @Nullable String birth, @Nullable Integer age) {
        var facts = new PersonFacts(THERE, null, age, null, null, null, null, null, null, null);
        Map<String, String> details = birth == null ? Map.of("kana", "れい はな") : Map.of("kana", "れい はな", "birth", birth);
        return new Standing(
                THERE,
                new UUID(0, 3),
                state,
                null,
                new Presence.Times(NOON, NOON, new UUID(0, 4)),
                new Presence.Known(facts, null, details, Map.of()));
    }

    private static FollowUp word(int minute, Kind kind) {
        FollowUp.Place place = kind == Kind.SAFE ? FollowUp.Place.KIN : null;
        return new FollowUp(new UUID(1, minute), HANA, kind, place, "長女", "", NOON.plusSeconds(60L * minute), "x");
    }

    private static Match match(int minute, boolean same) {
        return new Match(HANA, THERE, same, NOON.plusSeconds(60L * minute));
    }

    private static State state(List<Standing> near, List<Match> matches, List<FollowUp> words) {
        return Whereabouts.of(hana(), near, matches, words).state();
    }

    @Test
    @DisplayName("読みと生年月日が同じでも、職員が確かめるまでは見つかったことにならない")
    void theMachineOnlyProposes() {
        List<Standing> near = List.of(standing(Presence.State.IN, "1936-03-04", null));
        assertThat(state(near, List.of(), List.of())).isEqualTo(State.PROPOSED);
        assertThat(state(near, List.of(match(1, true)), List.of())).isEqualTo(State.SHELTER);
        Whereabouts other = Whereabouts.of(hana(), near, List.of(match(1, false)), List.of());
        assertThat(other.state()).isEqualTo(State.NOT_YET);
        assertThat(other.proposals()).isEmpty();
    }

    @Test
    @DisplayName("生年月日か生まれた年が違えば示さず、書いていなければ年齢が合うときだけ示す")
    void whoMayBe() {
        assertThat(state(List.of(standing(Presence.State.IN, "1936-03-05", null)), List.of(), List.of()))
                .isEqualTo(State.NOT_YET);
        Whereabouts year =
                Whereabouts.of(hana(), List.of(standing(Presence.State.IN, "1936", null)), List.of(), List.of());
        assertThat(year.proposals()).singleElement().matches(proposal -> !proposal.sameBirth());
        assertThat(state(List.of(standing(Presence.State.IN, null, 90)), List.of(), List.of()))
                .isEqualTo(State.PROPOSED);
        assertThat(state(List.of(standing(Presence.State.IN, null, 20)), List.of(), List.of()))
                .isEqualTo(State.NOT_YET);
        Whereabouts unsure =
                Whereabouts.of(hana(), List.of(standing(Presence.State.IN, null, null)), List.of(), List.of());
        assertThat(unsure.proposals()).singleElement().matches(proposal -> !proposal.sameBirth());
    }

    @Test
    @DisplayName("避難所で見えなくなった人は、また探す人になる。そのあと無事と聞けば無事")
    void lostAgain() {
        List<Standing> near = List.of(standing(Presence.State.UNACCOUNTED, "1936-03-04", null));
        List<Match> matched = List.of(match(-10, true));
        assertThat(state(near, matched, List.of())).isEqualTo(State.LOST);
        assertThat(state(near, matched, List.of(word(-20, Kind.SAFE)))).isEqualTo(State.LOST);
        assertThat(state(near, matched, List.of(word(20, Kind.SAFE)))).isEqualTo(State.SAFE);
    }

    @Test
    @DisplayName("電話に出なかったことは、前に分かったことを取り消さない")
    void anUnansweredCallTakesNothingBack() {
        assertThat(state(List.of(), List.of(), List.of(word(1, Kind.HELP), word(2, Kind.NO_ANSWER))))
                .isEqualTo(State.HELP);
        assertThat(state(List.of(), List.of(), List.of(word(1, Kind.SAFE), word(2, Kind.UNKNOWN))))
                .isEqualTo(State.NOT_YET);
        assertThat(state(List.of(), List.of(), List.of(word(1, Kind.TOLD), word(2, Kind.NO_ANSWER))))
                .isEqualTo(State.NO_ANSWER);
    }

    @Test
    @DisplayName("助けが要る人は、避難所で確かめられるまで助けが要る")
    void helpUntilThere() {
        List<Standing> near = List.of(standing(Presence.State.IN, "1936-03-04", null));
        assertThat(state(near, List.of(), List.of(word(1, Kind.HELP)))).isEqualTo(State.HELP);
        assertThat(state(near, List.of(match(5, true)), List.of(word(1, Kind.HELP))))
                .isEqualTo(State.SHELTER);
        assertThat(state(near, List.of(match(5, true)), List.of(word(9, Kind.HELP))))
                .isEqualTo(State.HELP);
    }

    @Property(tries = 200)
    @Label("どの順に届いても同じで、職員の言葉がなければ決して見つからない")
    void orderDoesNotMatter(@ForAll List<Kind> kinds, @ForAll long seed) {
        List<FollowUp> words = new java.util.ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            words.add(word(i + 1, kinds.get(i)));
        }
        List<Standing> near = List.of(standing(Presence.State.IN, "1936-03-04", null));
        State before = state(near, List.of(), words);
        Collections.shuffle(words, new Random(seed));
        assertThat(state(near, List.of(), words)).isEqualTo(before);
        if (!kinds.contains(Kind.SAFE)) {
            assertThat(before.isFound()).isFalse();
        }
    }
}
