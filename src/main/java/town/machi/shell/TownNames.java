package town.machi.shell;

import town.machi.kernel.Language;
import town.machi.platform.Town;

/// How the frame of a page names the town.
///
/// @param telephone the hall's own number; empty when it is 未設定
/// @param address the hall's, with its prefecture
public record TownNames(String name, String easy, String english, String telephone, String address) {

    public static TownNames of(Town town) {
        return new TownNames(
                town.name(),
                town.nameEasy(),
                town.nameEn(),
                town.telephone(),
                "〒" + town.postalCode() + " " + town.prefecture() + town.municipality() + town.address());
    }

    /// The town's name in the reader's language.
    public String in(Language language) {
        return switch (language) {
            case JA -> name;
            case EASY -> easy;
            case EN -> english;
        };
    }
}
