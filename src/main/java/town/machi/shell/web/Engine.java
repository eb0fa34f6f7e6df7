package town.machi.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.shell.Frame;
import town.machi.shell.Template;

/// Renders a page record by the template of the same path and name; the templates are classes on
/// the class path, made by the build.
@Component
class Engine {

    private static final String HOUSE = "town.machi";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Engine.class.getClassLoader(), HOUSE);

    /// The whole HTML; a failing template therefore never leaves half a page.
    String render(Template page, Frame frame) {
        var output = new StringOutput(16_384);
        templates.render(nameOf(page.getClass()), Map.of("frame", frame, "page", page), output);
        var html = output.toString();
        return frame.language() == Language.EASY ? Furigana.above(html) : html;
    }

    /// `town.machi.casework.web.InboxPage` is shown by `casework/web/InboxPage.jte`.
    static String nameOf(Class<?> page) {
        return page.getName().substring(HOUSE.length() + 1).replace('.', '/') + ".jte";
    }
}
