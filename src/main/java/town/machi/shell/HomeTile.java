package town.machi.shell;

import java.util.List;
import town.machi.kernel.Language;

/// Extension point: a door that a room has on the town's front page.
public interface HomeTile {

    List<Tile> tiles(Language language);

    /// One door.
    ///
    /// @param title a noun or verb of few letters, e.g. 手続き
    /// @param text one short sentence
    /// @param href where it leads
    /// @param icon a picture `assets/icons/<icon>.svg`, drawn beside the words, never alone
    /// @param order smaller comes first; rooms use steps of 10
    record Tile(String title, String text, String href, String icon, int order) {}
}
