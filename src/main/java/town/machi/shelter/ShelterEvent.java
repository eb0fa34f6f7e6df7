package town.machi.shelter;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened at the door of a shelter. A desk makes it, with its id, and sends exactly this, as
/// often as
/// it likes and in any order:
///
/// ```json
/// {"id": "0198…", "desk": "0198…", "opening": "0198…", "at": "2026-07-28T17:02:11+09:00",
///  "kind": "ARRIVED", "body": {"way": "TYPED", "persons": [{"id": "0198…", "age": 71}]},
///  "personal": {"household": {"phone": "0966-00-0000", "address": "芦北町大字佐敷…"},
///               "persons": {"0198…": {"name": "例 太郎", "kana": "レイ タロウ", "birth": "1955-04-01"}}}}
/// ```
///
/// `body` for each `kind` is told at [Happening]. Only `ARRIVED` and `NOTED` have a `personal`.
///
/// @param id made by the desk, unique for ever
/// @param desk the device that saw it
/// @param opening where
/// @param at when, by the desk's clock
public record ShelterEvent(UUID id, UUID desk, UUID opening, Instant at, Happening what, Personal personal) {

    /// Without anything that names a person.
    public static ShelterEvent of(UUID id, UUID desk, UUID opening, Instant at, Happening what) {
        return new ShelterEvent(id, desk, opening, at, what, Personal.NONE);
    }

    /// The persons and the groups of open places whose standing it can change. A [Happening.Corrected] changes
    /// those of
    /// the event that it takes back.
    public Set<UUID> subjects() {
        return switch (what) {
            case Happening.Arrived arrived -> of(arrived.persons());
            case Happening.Noted noted -> of(noted.persons());
            case Happening.Counted _ -> Set.of(id);
            case Happening.PlacesLeft left -> Set.copyOf(List.of(left.place(), id));
            case Happening.Left left -> Set.copyOf(left.persons());
            case Happening.WentOut out -> Set.copyOf(out.persons());
            case Happening.CameBack back -> Set.copyOf(back.persons());
            case Happening.RollCalled call -> Set.copyOf(call.notFound());
            case Happening.Same same -> Set.copyOf(List.of(same.one(), same.other()));
            case Happening.Settled settled -> Set.of(settled.conflict());
            case Happening.Corrected _ -> Set.of();
        };
    }

    private static Set<UUID> of(List<PersonFacts> persons) {
        Set<UUID> subjects = new HashSet<>();
        for (PersonFacts person : persons) {
            subjects.add(person.id());
            if (person.takes() != null) {
                subjects.add(person.takes());
            }
        }
        return subjects;
    }

    /// The same at another time or place.
    public ShelterEvent moved(Instant time, UUID where) {
        return new ShelterEvent(id, desk, where, time, what, personal);
    }

    /// The same without anything that names a person.
    public ShelterEvent unnamed() {
        return of(id, desk, opening, at, what);
    }

    /// What names people, kept apart so that it can be taken away.
    ///
    /// Members of `household`: `phone`, `postcode`, `address`, `district` (町内会・行政区), `dwelling` (住居の種類),
    /// `house` (家屋の被害), `livable` (住める), `lifelines` (断水・停電), `plate` (車), `note`. Of each person: `name`,
    /// `kana`, `birth` (`1955-04-01`, or as much of it as is known), `phone`, `relation` (続柄), `medical`,
    /// `condition`, `nationality`, `pickup` (where food is fetched), `note`. All are text, at most 200 characters;
    /// in a [Happening.Noted] an empty one takes away what was said before.
    ///
    /// @param household null where nothing is said of it
    /// @param persons by the id of the person
    public record Personal(@Nullable Map<String, String> household, Map<UUID, Map<String, String>> persons) {

        public static final Personal NONE = new Personal(null, Map.of());

        public Personal {
            persons = Map.copyOf(persons);
        }

        /// What is said of this person; may be empty.
        public Map<String, String> of(UUID person) {
            return persons.getOrDefault(person, Map.of());
        }

        public boolean isEmpty() {
            return (household == null || household.isEmpty()) && persons.isEmpty();
        }
    }
}
