package town.machi.shelter.missing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.BusinessCalendar;
import town.machi.shelter.Presence.Standing;
import town.machi.shelter.SupportedPerson;

/// Where somebody on the list is, as far as anybody knows. The machine proposes and never decides: who was not looked
/// at by staff is not found.
///
/// @param standing in a shelter, once staff said it is them
/// @param said the newest word about them that counts
/// @param proposals who in the shelters may be them
public record Whereabouts(
        SupportedPerson person,
        State state,
        @Nullable Standing standing,
        @Nullable FollowUp said,
        List<Proposal> proposals) {

    /// In the order in which somebody has to do something.
    public enum State {
        HELP("助けが要る"),
        LOST("避難所で見えなくなった"),
        NOT_YET("まだ分からない"),
        NO_ANSWER("電話に出ない"),
        TOLD("電話で伝えた（安否はまだ）"),
        PROPOSED("避難所にいるかもしれない"),
        SHELTER("避難所で確認"),
        SAFE("無事を確認");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /// Nothing more to do for now.
        public boolean isFound() {
            return this == SHELTER || this == SAFE;
        }
    }

    /// @param sameBirth whether the birth date is known there, and the same
    public record Proposal(Standing standing, boolean sameBirth) {}

    /// @param near who in the shelters has the same reading
    /// @param matches of this person
    /// @param words about this person, in any order
    static Whereabouts of(
            SupportedPerson person, Collection<Standing> near, Collection<Match> matches, List<FollowUp> words) {
        Match match = matches.stream()
                .filter(Match::same)
                .max(Comparator.comparing(Match::at))
                .orElse(null);
        Standing standing = match == null
                ? null
                : near.stream()
                        .filter(each -> each.person().equals(match.person()))
                        .findFirst()
                        .orElse(null);
        FollowUp said = lastWord(words);
        List<Proposal> proposals = standing != null ? List.of() : proposals(person, near, matches);
        State state = state(standing, match == null ? Instant.EPOCH : match.at(), said, !proposals.isEmpty());
        return new Whereabouts(person, state, standing, said, state.isFound() ? List.of() : proposals);
    }

    /// A call that nobody answered takes nothing back of what was known.
    private static @Nullable FollowUp lastWord(List<FollowUp> words) {
        FollowUp last = null;
        for (FollowUp word : words.stream().sorted(FollowUp.IN_ORDER).toList()) {
            switch (word.kind()) {
                case UNKNOWN -> last = null;
                case SAFE, HELP -> last = word;
                case TOLD, NO_ANSWER -> last = last == null || last.isCall() ? word : last;
            }
        }
        return last;
    }

    private static State state(
            @Nullable Standing standing, Instant matched, @Nullable FollowUp said, boolean proposed) {
        if (said != null && said.kind() == FollowUp.Kind.HELP && !isNewer(standing, matched, said)) {
            return State.HELP;
        }
        boolean safe = said != null && said.kind() == FollowUp.Kind.SAFE;
        if (standing != null) {
            boolean saidLater = said != null && safe && !isNewer(standing, matched, said);
            State there = inShelter(standing);
            return there == State.LOST && saidLater ? State.SAFE : there;
        }
        if (safe) {
            return State.SAFE;
        }
        if (proposed) {
            return State.PROPOSED;
        }
        if (said == null) {
            return State.NOT_YET;
        }
        return said.kind() == FollowUp.Kind.TOLD ? State.TOLD : State.NO_ANSWER;
    }

    /// Whether what the shelter knows is newer than the word.
    private static boolean isNewer(@Nullable Standing standing, Instant matched, FollowUp said) {
        return standing != null
                && (matched.isAfter(said.at()) || standing.times().since().isAfter(said.at()));
    }

    private static State inShelter(Standing standing) {
        return switch (standing.state()) {
            case IN, OUT, EXPECTED, LEFT -> State.SHELTER;
            case UNACCOUNTED -> State.LOST;
        };
    }

    private static List<Proposal> proposals(
            SupportedPerson person, Collection<Standing> near, Collection<Match> matches) {
        Set<UUID> looked = new HashSet<>();
        matches.forEach(match -> looked.add(match.person()));
        return near.stream()
                .filter(each -> !looked.contains(each.person()) && mayBe(person, each))
                .map(each -> new Proposal(each, person.who().birth().toString().equals(birth(each))))
                .sorted(Comparator.comparing(Proposal::sameBirth).reversed())
                .toList();
    }

    /// The reading is the same; a birth date, or a year of birth, that is known must be, too, and an age must fit it.
    private static boolean mayBe(SupportedPerson person, Standing standing) {
        String birth = birth(standing);
        if (birth != null) {
            return person.who().birth().toString().startsWith(birth);
        }
        Integer age = standing.known().facts().age();
        int years = person.who()
                .birth()
                .until(standing.times()
                        .arrivedAt()
                        .atZone(BusinessCalendar.TOKYO)
                        .toLocalDate())
                .getYears();
        return age == null || Math.abs(age - years) <= 1;
    }

    private static @Nullable String birth(Standing standing) {
        return standing.known().details().get("birth");
    }
}
