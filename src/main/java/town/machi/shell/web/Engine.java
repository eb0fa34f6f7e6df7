package town.machi.shell.web;

import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.shell.Frame;
import town.machi.shell.Pieces;
import town.machi.shell.Template;

/// Renders a whole page.
@Component
class Engine {

    /// The whole HTML; a failing template therefore never leaves half a page.
    String render(Template page, Frame frame) {
        var output = new StringOutput(16_384);
        Pieces.render(page, frame, output);
        var html = output.toString();
        return frame.language() == Language.EASY ? Furigana.above(html) : html;
    }
}
