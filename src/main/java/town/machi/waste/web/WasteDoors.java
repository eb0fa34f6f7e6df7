package town.machi.waste.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.shell.MenuItem;
import town.machi.shell.Messages;
import town.machi.shell.OfficeMenu;
import town.machi.shell.SearchSource;
import town.machi.shell.Texts;

/// The room in the office menu and in the search.
@Component
class WasteDoors implements OfficeMenu, SearchSource {

    private final Messages messages;

    WasteDoors(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<MenuItem> items(Actor.Staff staff) {
        return List.of(new MenuItem("ごみの日", "/office/waste", 75));
    }

    @Override
    public List<Hit> search(String words, Language language) {
        Texts texts = messages.in(language);
        String key = Kana.searchKey(words);
        Stream<String> names = Stream.concat(
                Stream.of(texts.get("waste.title")),
                Stream.of("burnable", "unburnable", "plastic", "paper", "glass")
                        .map(kind -> texts.get("waste.kind." + kind)));
        return names.anyMatch(name -> Kana.searchKey(name).contains(key))
                ? List.of(new Hit(
                        texts.get("waste.title"), texts.get("waste.title"), texts.get("waste.lead"), "/waste", 90))
                : List.of();
    }
}
