package town.machi.kernel;

import org.jspecify.annotations.Nullable;

/// An address in Japan, as typed. Source of the parts: GIF core data model, 住所.
///
/// @param postalCode null where nobody gave one
/// @param prefecture 都道府県
/// @param municipality 市区町村, with its 郡: 葦北郡芦北町
/// @param area 町字: 大字芦北
/// @param number 番地以下: 2015番地
/// @param building 建物名・部屋番号; empty where there is none
public record Address(
        @Nullable PostalCode postalCode,
        String prefecture,
        String municipality,
        String area,
        String number,
        String building) {

    /// 熊本県葦北郡芦北町大字芦北2015番地, and the building after a blank.
    public String oneLine() {
        String line = prefecture + municipality + area + number;
        return building.isEmpty() ? line : line + "\u3000" + building;
    }
}
