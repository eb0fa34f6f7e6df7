package town.machi.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.shell.Assets;
import town.machi.shell.Banner;
import town.machi.shell.Csrf;
import town.machi.shell.CurrentActor;
import town.machi.shell.Frame;
import town.machi.shell.MapTiles;
import town.machi.shell.MenuItem;
import town.machi.shell.Messages;
import town.machi.shell.OfficeMenu;

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

    /// What the other rooms put around a page.
    @Component
    static class Surroundings {

        private final Town town;
        private final Assets assets;
        private final MapTiles tiles;
        private final ObjectProvider<Banner> banners;
        private final ObjectProvider<OfficeMenu> menus;

        Surroundings(
                Town town,
                Assets assets,
                MapTiles tiles,
                ObjectProvider<Banner> banners,
                ObjectProvider<OfficeMenu> menus) {
            this.town = town;
            this.assets = assets;
            this.tiles = tiles;
            this.banners = banners;
            this.menus = menus;
        }

        Frame.House around(Actor actor, Language language) {
            var items = banners.orderedStream()
                    .flatMap(banner -> banner.current(language).stream())
                    .toList();
            var menu = actor instanceof Actor.Staff staff ? menuOf(staff) : List.<MenuItem>of();
            return new Frame.House(town, assets, tiles, items, menu, town.demo());
        }

        Frame.House bare() {
            return new Frame.House(town, assets, tiles, List.of(), List.of(), town.demo());
        }

        private List<MenuItem> menuOf(Actor.Staff staff) {
            return menus.orderedStream()
                    .flatMap(menu -> menu.items(staff).stream())
                    .sorted(Comparator.comparingInt(MenuItem::order))
                    .toList();
        }
    }
}
