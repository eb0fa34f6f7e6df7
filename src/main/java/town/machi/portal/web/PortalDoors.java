package town.machi.portal.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.platform.Town;
import town.machi.portal.Catalogue;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.HomeTile;
import town.machi.shell.Messages;
import town.machi.shell.SearchSource;
import town.machi.shell.Texts;

/// The portal's own doors on the front page, and what it gives to the search: procedures, sections, guides.
@Component
class PortalDoors implements HomeTile, SearchSource {

    private static final List<String> GUIDES = List.of("/now", "/contact", "/track", "/accessibility", "/policy");

    private final Procedures procedures;
    private final Town town;
    private final Messages messages;

    PortalDoors(Procedures procedures, Town town, Messages messages) {
        this.procedures = procedures;
        this.town = town;
        this.messages = messages;
    }

    @Override
    public List<Tile> tiles(Language language) {
        Texts texts = messages.in(language);
        return List.of(
                tile(texts, "procedures", "/procedures", "document", 10),
                tile(texts, "water", "/procedures?section=water", "water", 20),
                tile(texts, "certificates", "/procedures?event=disaster", "certificate", 30),
                tile(texts, "now", "/now", "alert", 40),
                tile(texts, "track", "/track", "track", 50),
                tile(texts, "contact", "/contact", "telephone", 60));
    }

    private static Tile tile(Texts texts, String name, String href, String icon, int order) {
        String key = "portal.tile." + name;
        return new Tile(texts.get(key + ".title"), texts.get(key + ".text"), href, icon, order);
    }

    @Override
    public List<Hit> search(String words, Language language) {
        Texts texts = messages.in(language);
        Stream<Hit> found =
                Catalogue.find(
                                procedures.listPublished().stream()
                                        .map(Published::definition)
                                        .toList(),
                                words,
                                language)
                        .stream()
                        .map(match -> new Hit(
                                texts.get("portal.kind.procedure"),
                                match.definition().title().in(language),
                                match.definition().summary().in(language),
                                "/procedures/" + match.definition().name(),
                                match.score()));
        return Stream.of(found, sections(words, texts), guides(words, texts))
                .flatMap(hits -> hits)
                .toList();
    }

    private Stream<Hit> sections(String words, Texts texts) {
        return town.sections().stream()
                .filter(section -> Catalogue.holds(words, section.name() + " " + section.nameEn()))
                .map(section -> new Hit(
                        texts.get("portal.kind.section"),
                        SectionNames.in(section, texts.language()),
                        section.telephone(),
                        "/contact#" + section.id().value(),
                        90));
    }

    private Stream<Hit> guides(String words, Texts texts) {
        return GUIDES.stream()
                .map(path -> guide(path, texts))
                .filter(hit -> Catalogue.holds(words, hit.title() + " " + hit.text()));
    }

    private static Hit guide(String path, Texts texts) {
        String name = path.substring(1);
        String title = switch (name) {
            case "policy" -> texts.get("portal.privacy.title");
            case "track" -> texts.get("portal.tile.track.title");
            default -> texts.get("portal." + name + ".title");
        };
        String text = texts.has("portal.tile." + name + ".text") ? texts.get("portal.tile." + name + ".text") : "";
        return new Hit(texts.get("portal.kind.page"), title, text, path, 60);
    }
}
