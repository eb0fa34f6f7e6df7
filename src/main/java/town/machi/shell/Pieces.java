package town.machi.shell;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;

/// Renders a template's record by the template of the same path and name; the templates are classes on the class
/// path, made by the build.
public final class Pieces {

    private static final String HOUSE = "town.machi";
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pieces.class.getClassLoader(), HOUSE);

    private Pieces() {}

    /// A piece inside another template that knows of it only that it is one: `${Pieces.of(piece, frame)}`.
    public static Content of(Template piece, Frame frame) {
        return output -> render(piece, frame, output);
    }

    public static void render(Template piece, Frame frame, TemplateOutput output) {
        TEMPLATES.render(nameOf(piece.getClass()), Map.of("frame", frame, "page", piece), output);
    }

    /// `town.machi.casework.web.InboxPage` is shown by `casework/web/InboxPage.jte`.
    static String nameOf(Class<?> piece) {
        return piece.getName().substring(HOUSE.length() + 1).replace('.', '/') + ".jte";
    }
}
