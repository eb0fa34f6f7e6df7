package town.machi.platform;

import town.machi.kernel.SectionId;

/// A section (課) of the town hall. What the town has not told us is empty; screens say 未設定.
///
/// @param name 上下水道課
/// @param nameEasy the name in やさしい日本語
/// @param telephone as shown; may end in （例） in the demo
/// @param place where its window is
/// @param mark what its documents are counted under: 芦水, as in 芦水第123号
public record Section(
        SectionId id,
        String name,
        String nameEn,
        String nameEasy,
        String telephone,
        String mail,
        String place,
        String mark) {

    /// The same with another name.
    Section called(String other) {
        return other.equals(name) ? this : new Section(id, other, nameEn, nameEasy, telephone, mail, place, mark);
    }
}
