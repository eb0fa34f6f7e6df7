package town.machi.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.shell.Csrf;
import town.machi.shell.CurrentActor;
import town.machi.shell.Frame;
import town.machi.shell.HomeTile;
import town.machi.shell.Messages;

/// Makes the frame of a page from the request.
@Component
class Frames {

    private final Surroundings surroundings;
    private final Messages messages;
    private final CurrentActor currentActor;

    Frames(Surroundings surroundings, Messages messages, CurrentActor currentActor) {
        this.surroundings = surroundings;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    Frame of(HttpServletRequest request) {
        var actor = currentActor.get();
        var language = Languages.of(request);
        return frame(request, actor, language, surroundings.around(actor, language));
    }

    /// The frame of an error page: it asks nothing of anybody, so it stands when the database does not.
    Frame plain(HttpServletRequest request) {
        return frame(request, new Actor.Anonymous(), Languages.of(request), surroundings.bare());
    }

    /// The doors of the front page, for somebody who took a wrong turn.
    List<HomeTile.Tile> doors(HttpServletRequest request) {
        return surroundings.doors(Languages.of(request));
    }

    private Frame frame(HttpServletRequest request, Actor actor, Language language, Frame.House house) {
        var visit = new Frame.Visit(request.getRequestURI(), Languages.queryWithout(request), csrf(request));
        return new Frame(actor, visit, messages.in(language), house);
    }

    private static Csrf csrf(HttpServletRequest request) {
        return new Csrf("_csrf", () -> {
            var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
            return token == null ? "" : token.getToken();
        });
    }
}
