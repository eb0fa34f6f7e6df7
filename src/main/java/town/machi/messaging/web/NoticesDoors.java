package town.machi.messaging.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.platform.InsideOnly;
import town.machi.shell.HomeTile;
import town.machi.shell.Messages;
import town.machi.shell.SearchSource;
import town.machi.shell.Texts;

/// The mail list on the front page and in the search.
@InsideOnly
@Component
class NoticesDoors implements HomeTile, SearchSource {

    private final Messages messages;

    NoticesDoors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Tile> tiles(Language language) {
        Texts texts = messages.in(language);
        return List.of(new Tile(
                texts.get("messaging.notices.tile"), texts.get("messaging.notices.tile-text"), "/notices", "talk", 55));
    }

    @Override
    public List<Hit> search(String words, Language language) {
        Texts texts = messages.in(language);
        String title = texts.get("messaging.notices.title");
        String key = Kana.searchKey(words);
        String lead = texts.get("messaging.notices.lead");
        String tile = texts.get("messaging.notices.tile");
        boolean named =
                Stream.of(title, tile).anyMatch(text -> Kana.searchKey(text).contains(key));
        boolean told = named || Kana.searchKey(lead).contains(key);
        return told ? List.of(new Hit(tile, title, lead, "/notices", named ? 90 : 50)) : List.of();
    }
}
