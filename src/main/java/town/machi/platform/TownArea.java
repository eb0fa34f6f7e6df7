package town.machi.platform;

import town.machi.kernel.Place;
import town.machi.kernel.PostalCode;

/// A 町字 of the town. The same name stands twice where it has two postal codes.
///
/// @param name with 大字: 大字湯浦
/// @param kana reading without おおあざ, full-width katakana: ユノウラ
/// @param place a point inside, not its centre
public record TownArea(PostalCode postalCode, String name, String kana, Place place) {

    /// 湯浦
    public String shortName() {
        return name.startsWith("大字") ? name.substring(2) : name;
    }
}
