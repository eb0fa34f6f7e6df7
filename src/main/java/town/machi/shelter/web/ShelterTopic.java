package town.machi.shelter.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.kernel.Kana;
import town.machi.kernel.Language;
import town.machi.kernel.Place;
import town.machi.messaging.Conversation;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.MenuMode;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.platform.InsideOnly;
import town.machi.platform.Town;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.shelter.Vacancy;
import town.machi.shelter.vacancy.Board;
import town.machi.shelter.vacancy.Nearest;

/// 「避難所」 in the talk: whoever sends a place is told the three nearest shelters that are open, have room and
/// fit what is
/// happening. The place is not kept.
@InsideOnly
@Component
class ShelterTopic implements Topic {

    private static final int MOST = 3;

    private final Board board;
    private final Messages messages;
    private final Town town;

    ShelterTopic(Board board, Messages messages, Town town) {
        this.board = board;
        this.messages = messages;
        this.town = town;
    }

    @Override
    public String name() {
        return "shelter";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<QuickReply> menuItems(MenuMode mode, Language language) {
        String label = messages.in(language).get("shelter.line.menu");
        return List.of(new QuickReply.Tap(label, new Postback(name(), "near", "")));
    }

    @Override
    public boolean opens(Conversation conversation) {
        return switch (conversation.heard()) {
            case Heard.Located _ -> true;
            case Heard.Text(String text) -> isAbout(text, texts(conversation));
            case Heard.Tapped _, Heard.Image _ -> false;
        };
    }

    private static boolean isAbout(String text, Texts texts) {
        String key = Kana.searchKey(text);
        return Stream.of("shelter.line.words", "shelter.line.household.words")
                .flatMap(each -> Arrays.stream(texts.get(each).split(",")))
                .map(Kana::searchKey)
                .anyMatch(key::contains);
    }

    @Override
    public Spoken answer(Conversation conversation) {
        Texts texts = texts(conversation);
        return switch (conversation.heard()) {
            case Heard.Located(Place place, var _) -> Spoken.end(nearest(place, texts));
            case Heard.Text _, Heard.Tapped _, Heard.Image _ -> Spoken.goOn("place", ask(texts));
        };
    }

    private LineMessage ask(Texts texts) {
        return LineMessage.text(
                texts.get("shelter.line.ask"),
                new QuickReply.WherePlace(texts.get("shelter.line.send-place")),
                new QuickReply.Open(
                        texts.get("shelter.line.household"), town.residentsUri().resolve("/household")));
    }

    /// While only a drill is on, who is really in need hears first that nothing is open for them.
    private LineMessage nearest(Place from, Texts texts) {
        Board.Snapshot now = board.now();
        List<Vacancy> real = Nearest.of(now, from, MOST);
        if (!real.isEmpty()) {
            return LineMessage.text(texts.get("shelter.line.head") + "\n" + rows(real, from, texts));
        }
        if (!now.isDrillAlone()) {
            return LineMessage.text(texts.get("shelter.line.none"));
        }
        String drill = texts.get("shelter.line.drill") + "\n" + texts.get("shelter.line.drill.none");
        List<Vacancy> practised = Nearest.inDrill(now, from, MOST);
        return LineMessage.text(
                practised.isEmpty()
                        ? drill
                        : drill + "\n\n" + texts.get("shelter.line.drill.head") + "\n" + rows(practised, from, texts));
    }

    private static String rows(List<Vacancy> found, Place from, Texts texts) {
        return IntStream.range(0, found.size())
                .mapToObj(i -> row(i + 1, found.get(i), from, texts))
                .collect(Collectors.joining("\n"));
    }

    private static String row(int number, Vacancy vacancy, Place from, Texts texts) {
        Place there = Objects.requireNonNull(vacancy.shelter().where().place());
        long metres = Math.round(there.distanceMetres(from) / 10) * 10;
        String state = vacancy.stale()
                ? texts.get("shelter.vacancy.stale")
                : texts.get(Objects.requireNonNull(vacancy.level()).key());
        String words = state + "\n" + vacancy.shelter().where().address() + "\n"
                + texts.get("shelter.vacancy.as-of", vacancy.asOf());
        String name = vacancy.shelter().name();
        String marked = vacancy.drill() ? texts.get("shelter.drill.marked", name) : name;
        return texts.get("shelter.line.row", number, marked, metres, words);
    }

    private Texts texts(Conversation conversation) {
        return messages.in(conversation.friend().language());
    }
}
