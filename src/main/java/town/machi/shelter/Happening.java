package town.machi.shelter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can happen at the door of a shelter: the `kind` and the `body` of a [ShelterEvent]. No names in here.
///
/// The words of `kind` are those of [Kind]; the members of `body` are the components of the record. Persons,
/// households
/// and groups of open places have ids that the desk makes (UUIDs); a group of open places has the id of the
/// event that
/// counted it. `"paper": true` stands where it was typed later, with the time that stands on the paper.
public sealed interface Happening {

    /// `ARRIVED`: one person or a household is here. The same person again at the same shelter changes nothing.
    ///
    /// ```json
    /// {"way": "QR", "from": null,
    ///  "household": {"id": "…", "pets": ["犬 1"], "car": true, "secret": false, "inquiry": true, "publish":
    /// null,
    ///                "language": "ja"},
    ///  "persons": [{"id": "…", "sex": "F", "age": 71, "needs": ["WHEELCHAIR"], "allergies": ["卵"], "food":
    /// "SOFT",
    ///               "stay": "INSIDE", "meals": true, "secret": false, "takes": null}]}
    /// ```
    ///
    /// @param way how they came in
    /// @param from the opening that the desk knows them to come from, and staff confirmed; null: not known
    /// @param household null for somebody alone or unknown
    /// @param took in a drill, how many milliseconds the desk worked on it; null: not measured
    record Arrived(
            Way way,
            @Nullable UUID from,
            @Nullable HouseholdFacts household,
            List<PersonFacts> persons,
            @Nullable Integer took)
            implements Happening {

        public Arrived {
            persons = List.copyOf(persons);
        }

        /// Nobody measured the time.
        public Arrived(Way way, @Nullable UUID from, @Nullable HouseholdFacts household, List<PersonFacts> persons) {
            this(way, from, household, persons, null);
        }
    }

    /// `NOTED`: more, or better, is known about persons who are in the log already. Nobody moves.
    record Noted(@Nullable HouseholdFacts household, List<PersonFacts> persons) implements Happening {

        public Noted {
            persons = List.copyOf(persons);
        }
    }

    /// `COUNTED`: so many people, names later. `{"count": 5, "stay": "INSIDE"}`
    ///
    /// @param took in a drill, how many milliseconds the desk worked on it; null: not measured
    record Counted(
            int count,
            @Nullable Stay stay,
            @Nullable Integer took,
            @Nullable Boolean paper) implements Happening {

        /// At the door.
        public Counted(int count, @Nullable Stay stay, @Nullable Integer took) {
            this(count, stay, took, null);
        }

        /// At the door, and nobody measured the time.
        public Counted(int count, @Nullable Stay stay) {
            this(count, stay, null, null);
        }
    }

    /// `PLACES_LEFT`: so many of a group without names left, or went on to another shelter.
    ///
    /// `{"place": "<id of the COUNTED event>", "count": 2, "to": "HOME", "toOpening": null}`
    record PlacesLeft(
            UUID place,
            int count,
            Destination to,
            @Nullable UUID toOpening,
            @Nullable Boolean paper) implements Happening {

        /// At the door.
        public PlacesLeft(UUID place, int count, Destination to, @Nullable UUID toOpening) {
            this(place, count, to, toOpening, null);
        }
    }

    /// `LEFT`: `{"persons": ["…"], "to": "SHELTER", "toOpening": "…"}`. With `toOpening` they are expected
    /// there, and
    /// counted there, from now on.
    record Left(
            List<UUID> persons,
            Destination to,
            @Nullable UUID toOpening,
            @Nullable Boolean paper) implements Happening {

        public Left {
            persons = List.copyOf(persons);
        }

        /// At the door.
        public Left(List<UUID> persons, Destination to, @Nullable UUID toOpening) {
            this(persons, to, toOpening, null);
        }
    }

    /// `OUT`: gone out for a while (一時外出). `{"persons": ["…"]}`
    record WentOut(List<UUID> persons, @Nullable Boolean paper) implements Happening {

        public WentOut {
            persons = List.copyOf(persons);
        }

        /// At the door.
        public WentOut(List<UUID> persons) {
            this(persons, null);
        }
    }

    /// `BACK`: back again, or found again. `{"persons": ["…"]}`
    record CameBack(List<UUID> persons, @Nullable Boolean paper) implements Happening {

        public CameBack {
            persons = List.copyOf(persons);
        }

        /// At the door.
        public CameBack(List<UUID> persons) {
            this(persons, null);
        }
    }

    /// `ROLL_CALL`: 点呼. `{"heads": 35, "notFound": ["…"]}`: who was on the list and not found is
    /// 所在不明・退所見込, also who had gone out or was still expected.
    record RollCalled(int heads, List<UUID> notFound) implements Happening {

        public RollCalled {
            notFound = List.copyOf(notFound);
        }
    }

    /// `CORRECTED`: an earlier event was a mistake and counts no more. It stays in the log. `{"event": "…"}`.
    /// A correction itself cannot be taken back: record what is true anew.
    record Corrected(UUID event) implements Happening {}

    /// `SAME`: staff declare two persons to be one, or not. `{"one": "…", "other": "…", "same": true}`.
    /// Of several words about the same two, the latest counts.
    record Same(UUID one, UUID other, boolean same) implements Happening {}

    /// `SETTLED`: staff looked at a conflict. `{"conflict": "<id of the conflict>"}`
    record Settled(UUID conflict) implements Happening {}

    /// The word for `kind`.
    enum Kind {
        ARRIVED(Arrived.class),
        NOTED(Noted.class),
        COUNTED(Counted.class),
        PLACES_LEFT(PlacesLeft.class),
        LEFT(Left.class),
        OUT(WentOut.class),
        BACK(CameBack.class),
        ROLL_CALL(RollCalled.class),
        CORRECTED(Corrected.class),
        SAME(Same.class),
        SETTLED(Settled.class);

        private final Class<? extends Happening> body;

        Kind(Class<? extends Happening> body) {
            this.body = body;
        }

        /// The record that `body` is read as.
        public Class<? extends Happening> body() {
            return body;
        }
    }

    /// Whether somebody typed its time, so that no clock of a desk had a hand in it.
    default boolean typed() {
        return switch (this) {
            case Arrived arrived -> arrived.way() == Way.PAPER || arrived.way() == Way.OFFICE;
            case Counted counted -> Boolean.TRUE.equals(counted.paper());
            case PlacesLeft left -> Boolean.TRUE.equals(left.paper());
            case Left left -> Boolean.TRUE.equals(left.paper());
            case WentOut out -> Boolean.TRUE.equals(out.paper());
            case CameBack back -> Boolean.TRUE.equals(back.paper());
            case Noted _, RollCalled _, Corrected _, Same _, Settled _ -> false;
        };
    }

    default Kind kind() {
        return switch (this) {
            case Arrived _ -> Kind.ARRIVED;
            case Noted _ -> Kind.NOTED;
            case Counted _ -> Kind.COUNTED;
            case PlacesLeft _ -> Kind.PLACES_LEFT;
            case Left _ -> Kind.LEFT;
            case WentOut _ -> Kind.OUT;
            case CameBack _ -> Kind.BACK;
            case RollCalled _ -> Kind.ROLL_CALL;
            case Corrected _ -> Kind.CORRECTED;
            case Same _ -> Kind.SAME;
            case Settled _ -> Kind.SETTLED;
        };
    }

    /// How somebody came in, by speed.
    enum Way {
        /// The household's own QR.
        QR,
        /// The shelter's QR on the wall, confirmed at the desk.
        WALL,
        /// Found among the pre-registered.
        SEARCH,
        /// Typed at the desk.
        TYPED,
        /// Typed later from the paper form.
        PAPER,
        /// Noted by the office: a move at closing, a replay.
        OFFICE
    }
}
