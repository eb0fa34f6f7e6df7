package town.machi.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.Refusal;

/// What every template knows besides its own page: in which language, for whom, on which address,
/// and what stands around the page.
///
/// @param actor who looks at it
/// @param visit the request as far as a template may know it
/// @param texts the words in the reader's language
/// @param house what is the same on every page
public record Frame(Actor actor, Visit visit, Texts texts, House house) {

    /// The request: its path without query, the query of a GET (may be empty), and the token.
    public record Visit(String path, String query, Csrf csrf) {}

    /// What stands around the page.
    public record House(
            TownNames town,
            Assets assets,
            MapTiles tiles,
            List<Banner.Item> banners,
            List<MenuItem> officeMenu,
            boolean demo) {}

    public Language language() {
        return texts.language();
    }

    public String path() {
        return visit.path();
    }

    public Csrf csrf() {
        return visit.csrf();
    }

    public TownNames town() {
        return house.town();
    }

    /// The town's name in the reader's language.
    public String townName() {
        return town().in(language());
    }

    public List<Banner.Item> banners() {
        return house.banners();
    }

    public List<MenuItem> officeMenu() {
        return house.officeMenu();
    }

    public boolean demo() {
        return house.demo();
    }

    /// The sentence for a key in the reader's language; short because templates are full of it.
    public String t(String key, @Nullable Object... args) {
        return texts.get(key, args);
    }

    /// The sentence of a refusal.
    public String t(Refusal refusal) {
        return texts.get(refusal);
    }

    /// The address of one of our files, e.g. `css/public.css`.
    public String asset(String path) {
        return house.assets().url(path);
    }

    /// The address of a WebJar's file.
    public String webjar(String name, String path) {
        return house.assets().webjar(name, path);
    }

    /// This page in another language.
    public String in(Language other) {
        var rest = visit.query().isEmpty() ? "" : "&" + visit.query();
        return visit.path() + "?lang=" + other.code() + rest;
    }

    /// The same frame for somebody else, with another menu.
    public Frame as(Actor other, List<MenuItem> menu) {
        var around = new House(house.town(), house.assets(), house.tiles(), house.banners(), menu, house.demo());
        return new Frame(other, visit, texts, around);
    }

    /// The member of staff who looks at it, or null.
    public Actor.@Nullable Staff staff() {
        return actor instanceof Actor.Staff staff ? staff : null;
    }
}
