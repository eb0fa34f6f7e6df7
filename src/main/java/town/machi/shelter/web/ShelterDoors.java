package town.machi.shelter.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.platform.InsideOnly;
import town.machi.shell.Banner;
import town.machi.shell.HomeTile;
import town.machi.shell.Messages;
import town.machi.shell.SearchSource;
import town.machi.shell.Texts;
import town.machi.shelter.Disaster;
import town.machi.shelter.OpeningState;
import town.machi.shelter.Vacancy;
import town.machi.shelter.vacancy.Board;

/// The shelters on the front page: a door always, a banner while some are open or being opened, hits in the
/// search.
@InsideOnly
@Component
class ShelterDoors implements HomeTile, Banner, SearchSource {

    private final Board board;
    private final Messages messages;

    ShelterDoors(Board board, Messages messages) {
        this.board = board;
        this.messages = messages;
    }

    @Override
    public List<Tile> tiles(Language language) {
        Texts texts = messages.in(language);
        return List.of(
                new Tile(texts.get("shelter.tile.title"), texts.get("shelter.tile.text"), "/shelters", "shelter", 35));
    }

    @Override
    public List<Item> current(Language language) {
        Board.Snapshot now = board.now();
        List<Item> items = Stream.of(false, true)
                .flatMap(drill -> banner(
                        now.vacancies().stream()
                                .filter(each -> each.drill() == drill)
                                .toList(),
                        drill,
                        language))
                .toList();
        boolean drillAlone = items.stream().allMatch(item -> item.tone() == Tone.EXERCISE);
        return now.isReal() && drillAlone && !items.isEmpty()
                ? Stream.concat(Stream.of(nothingOpen(now, messages.in(language))), items.stream())
                        .toList()
                : items;
    }

    /// Beside a drill's banner the real thing has one of its own, even while nothing is open for it.
    private static Item nothingOpen(Board.Snapshot now, Texts texts) {
        String names = VacancyPage.Happening.of(now.disasters()).real();
        return new Item(
                Tone.NOTICE,
                texts.get("shelter.vacancy.happening", names),
                texts.get("shelter.vacancy.none"),
                "/shelters",
                now.disasters().stream()
                        .map(Disaster::startedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(now.at()));
    }

    private Stream<Item> banner(List<Vacancy> vacancies, boolean drill, Language language) {
        Texts texts = messages.in(language);
        long open = vacancies.stream()
                .filter(each -> each.state() == OpeningState.OPEN)
                .count();
        long preparing = vacancies.stream()
                .filter(each -> each.state() == OpeningState.PREPARING)
                .count();
        if (open + preparing == 0) {
            return Stream.empty();
        }
        Instant at = vacancies.stream()
                .map(Vacancy::asOf)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String key = open == 0 ? "shelter.banner.preparing" : "shelter.banner.open";
        String title = texts.get(key, open == 0 ? preparing : open);
        return Stream.of(new Item(
                drill ? Tone.EXERCISE : Tone.NOTICE,
                drill ? texts.get("shelter.drill.marked", title) : title,
                texts.get(key + ".text"),
                "/shelters",
                at));
    }

    @Override
    public List<Hit> search(String words, Language language) {
        Texts texts = messages.in(language);
        String key = Kana.searchKey(words);
        if (key.isEmpty()) {
            return List.of();
        }
        String title = texts.get("shelter.vacancy.title");
        Stream<Hit> page = Kana.searchKey(title + texts.get("shelter.tile.title"))
                        .contains(key)
                ? Stream.of(new Hit(texts.get("shelter.kind"), title, texts.get("shelter.tile.text"), "/shelters", 95))
                : Stream.empty();
        Stream<Hit> places = board.now().shelters().stream()
                .filter(shelter -> Kana.searchKey(shelter.name()).contains(key)
                        || Kana.searchKey(shelter.where().address()).contains(key))
                .map(shelter -> new Hit(
                        texts.get(VacancyController.kindKey(shelter)),
                        shelter.name(),
                        shelter.where().address(),
                        "/shelters",
                        70));
        return Stream.concat(page, places).limit(50).toList();
    }
}
