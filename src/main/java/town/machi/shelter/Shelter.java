package town.machi.shelter;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Place;

/// A place to flee to or to stay in.
///
/// @param ids by which the state and the prefecture know it
/// @param where it stands
/// @param kind what it is; a place for staying may be one for fleeing, too
/// @param hazards for which it is a 指定緊急避難場所; empty: for none
/// @param capacity persons; null: 定員未登録, which is not zero
/// @param main whether it is among those that are opened first
/// @param house building, rooms and what is there
public record Shelter(
        ShelterId id,
        NationalIds ids,
        String name,
        Where where,
        ShelterKind kind,
        Set<Hazard> hazards,
        @Nullable Integer capacity,
        boolean main,
        House house) {

    public Shelter {
        hazards = Set.copyOf(hazards);
    }

    /// 全国共通避難所・避難場所ID: 14 characters, `E4348200032111`.
    ///
    /// @param designated as a place to stay; null: it is none
    /// @param emergency as a place to flee to; null: it is none
    public record NationalIds(
            @Nullable String designated, @Nullable String emergency) {

        /// The one that reports use; null for a place that the state does not know.
        public @Nullable String main() {
            return designated == null ? emergency : designated;
        }
    }

    /// @param kana reading of the name; may be empty
    /// @param place null where nobody knows the point
    public record Where(
            String kana, String address, @Nullable Place place) {}

    /// @param building as facility bookings name it; may be empty
    /// @param rooms that are used
    /// @param toilets null: not known
    /// @param source where the facts are from
    public record House(
            String building,
            List<String> rooms,
            @Nullable Integer toilets,
            String equipment,
            String telephone,
            String note,
            String source) {

        public House {
            rooms = List.copyOf(rooms);
        }
    }

    /// Whether one may flee there while this is happening: only where it is designated for every hazard that
    /// threatens. A place opened on the spot was judged by those who opened it.
    public boolean isForFleeing(Set<Hazard> threatening) {
        return kind == ShelterKind.VOLUNTARY || hazards.containsAll(threatening);
    }

    /// For staying, and designated for no hazard at all: whether it is safe is judged by those who open it.
    public boolean isForStayingAlone() {
        return hazards.isEmpty() && (kind == ShelterKind.DESIGNATED || kind == ShelterKind.WELFARE);
    }

    /// Whether staff may call it while this is happening. A place that is designated for other hazards only may
    /// not be: it was judged, and not for this one.
    public boolean mayBeCalled(Set<Hazard> threatening) {
        return isForFleeing(threatening) || isForStayingAlone();
    }
}
