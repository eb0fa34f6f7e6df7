package town.machi.shell.web;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.shell.Assets;
import town.machi.shell.Banner;
import town.machi.shell.Frame;
import town.machi.shell.HomeTile;
import town.machi.shell.MapTiles;
import town.machi.shell.MenuItem;
import town.machi.shell.OfficeMenu;
import town.machi.shell.TownNames;

/// What stands around a page: the town, the banners, and the menu that the other rooms fill.
@Component
class Surroundings {

    private final TownNames town;
    private final Assets assets;
    private final MapTiles background;
    private final ObjectProvider<HomeTile> tiles;
    private final ObjectProvider<Banner> banners;
    private final ObjectProvider<OfficeMenu> menus;
    private final boolean demo;

    Surroundings(
            Town town,
            Assets assets,
            MapTiles background,
            ObjectProvider<HomeTile> tiles,
            ObjectProvider<Banner> banners,
            ObjectProvider<OfficeMenu> menus) {

        this.town = TownNames.of(town);
        this.assets = assets;
        this.background = background;
        this.tiles = tiles;
        this.banners = banners;
        this.menus = menus;
        this.demo = town.demo();
    }

    Frame.House around(Actor actor, Language language) {
        var items = banners.orderedStream()
                .flatMap(banner -> banner.current(language).stream())
                .toList();
        var menu = actor instanceof Actor.Staff staff ? menuOf(staff) : List.<MenuItem>of();
        return new Frame.House(town, assets, background, items, menu, demo);
    }

    /// The same without asking any room: for pages that must stand when the rooms do not.
    Frame.House bare() {
        return new Frame.House(town, assets, background, List.of(), List.of(), demo);
    }

    List<HomeTile.Tile> doors(Language language) {
        return tiles.orderedStream()
                .flatMap(room -> room.tiles(language).stream())
                .sorted(Comparator.comparingInt(HomeTile.Tile::order))
                .toList();
    }

    private List<MenuItem> menuOf(Actor.Staff staff) {
        return menus.orderedStream()
                .flatMap(menu -> menu.items(staff).stream())
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
    }
}
