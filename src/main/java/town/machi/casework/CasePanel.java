package town.machi.casework;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Actor;
import town.machi.shell.Template;

/// Extension point: what another room shows on the case page. It is asked only for somebody who may see the case, and
/// when the page is shown; so it must be quick.
public interface CasePanel {

    /// @return empty where this room has nothing to say about this case
    Optional<Panel> find(CaseFile file, Actor.Staff staff);

    /// What this room gives to read to those who decide about a draft of this case: the notice that will go out.
    default List<Link> listForDecision(CaseFile file, Proposal proposal, Actor.Staff staff) {
        return List.of();
    }

    /// @param id ASCII, unique among panels; the page uses it as an anchor
    /// @param title Japanese: 文書
    /// @param order smaller comes first; rooms use steps of 10
    /// @param piece more than lines and links can say, drawn by the room's own template; null: none
    record Panel(
            String id,
            String title,
            int order,
            List<Line> lines,
            List<Link> links,
            @Nullable Template piece) {

        public Panel(String id, String title, int order, List<Line> lines, List<Link> links) {
            this(id, title, order, lines, links, null);
        }

        public Panel with(Template other) {
            return new Panel(id, title, order, lines, links, other);
        }
    }

    record Line(String label, String value) {}

    /// @param label verb first, as on a button: PDFを開く
    /// @param href a path under `/office`
    /// @param note small print beside it; null: none
    /// @param post whether it changes something and so is a button with a request id (`onceId`), not a link
    record Link(String label, String href, @Nullable String note, boolean post) {}
}
