package town.machi.messaging;

import java.util.Set;
import town.machi.kernel.Language;

/// For whom a message is. Whoever has not said where they live gets what is for any district: better once too often.
///
/// @param districts ids of [District]; empty: the whole town
/// @param languages empty: all
public record Segment(Set<String> districts, Set<Language> languages) {

    public Segment {
        districts = Set.copyOf(districts);
        languages = Set.copyOf(languages);
    }

    public static Segment everyone() {
        return new Segment(Set.of(), Set.of());
    }

    public static Segment ofDistricts(Set<String> districts) {
        return new Segment(districts, Set.of());
    }
}
