package town.machi.messaging.line;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.messaging.Friend;
import town.machi.messaging.Friends;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.MenuMode;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// The short talk at the beginning: language, then district. The state's guideline (2021-04-30) wants no personal data
/// kept on LINE: it asks for nothing else.
@Component
class WelcomeTopic implements Topic {

    static final String NAME = "friend";
    static final String ASKING_LANGUAGE = "language";
    private static final String ASKING_DISTRICT = "district";
    private static final int SHORT_LIST = 12;

    private final Friends friends;
    private final Districts districts;
    private final Messages messages;

    WelcomeTopic(Friends friends, Districts districts, Messages messages) {
        this.friends = friends;
        this.districts = districts;
        this.messages = messages;
    }

    static QuickReply[] languages() {
        return new QuickReply[] {
            new QuickReply.Tap("日本語", new Postback(NAME, "language", "ja")),
            new QuickReply.Tap("やさしい日本語", new Postback(NAME, "language", "easy")),
            new QuickReply.Tap("English", new Postback(NAME, "language", "en"))
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<QuickReply> menuItems(MenuMode mode, Language language) {
        String label = messages.in(language).get("messaging.line.change");
        return List.of(new QuickReply.Tap(label, new Postback(NAME, "begin", "")));
    }

    @Override
    public boolean opens(Conversation conversation) {
        return conversation.heard() instanceof Heard.Text(String text)
                && List.of("地区", "言葉", "言語", "設定", "language", "district", "settings")
                        .contains(plain(text));
    }

    @Override
    public Spoken answer(Conversation conversation) {
        Friend friend = conversation.friend();
        return switch (conversation.heard()) {
            case Heard.Tapped(Postback tapped) -> tapped(friend, tapped);
            case Heard.Located located -> confirm(friend, districts.findNearest(located.place()));
            case Heard.Text(String text) -> said(conversation, friend, text);
            case Heard.Image _ -> askDistrict(friend);
        };
    }

    private Spoken said(Conversation conversation, Friend friend, String text) {
        if (conversation.state().equals(ASKING_DISTRICT)) {
            return named(friend, text);
        }
        if (conversation.state().equals(ASKING_LANGUAGE)) {
            return languageNamed(text).map(language -> speak(friend, language)).orElseGet(this::askLanguage);
        }
        return askLanguage();
    }

    private Spoken tapped(Friend friend, Postback tapped) {
        return switch (tapped.action()) {
            case "language" -> speak(friend, Language.ofCode(tapped.id()));
            case "row" -> list(friend, DistrictRows.of(districts.list(), tapped.id()));
            case "district" -> live(friend, districts.find(tapped.id()));
            case "later" -> Spoken.end(say(friend.language(), "messaging.line.later"));
            case "ask" -> askDistrict(friend);
            default -> askLanguage();
        };
    }

    private Spoken askLanguage() {
        String question = messages.in(Language.JA).get("messaging.line.which-language") + "\n"
                + messages.in(Language.EN).get("messaging.line.which-language");
        return Spoken.goOn(ASKING_LANGUAGE, LineMessage.text(question, languages()));
    }

    private Spoken speak(Friend friend, Language language) {
        friends.changeLanguage(friend.id(), language);
        return askDistrict(new Friend(friend.id(), friend.district(), language, friend.since()));
    }

    private Spoken askDistrict(Friend friend) {
        Texts texts = messages.in(friend.language());
        List<QuickReply> choices = new ArrayList<>();
        DistrictRows.rows(districts.list())
                .forEach(row -> choices.add(new QuickReply.Tap(
                        DistrictRows.label(row, friend.language()), new Postback(NAME, "row", row))));
        choices.add(new QuickReply.WherePlace(texts.get("messaging.line.by-map")));
        choices.add(new QuickReply.Tap(texts.get("messaging.line.not-now"), new Postback(NAME, "later", "")));
        return Spoken.goOn(ASKING_DISTRICT, new LineMessage.Text(texts.get("messaging.line.which-district"), choices));
    }

    private Spoken list(Friend friend, List<District> found) {
        if (found.isEmpty() || found.size() > SHORT_LIST) {
            return askDistrict(friend);
        }
        Texts texts = messages.in(friend.language());
        List<QuickReply> choices = new ArrayList<>();
        found.forEach(district -> choices.add(new QuickReply.Tap(
                DistrictRows.label(district, friend.language()), new Postback(NAME, "district", district.id()))));
        choices.add(new QuickReply.Tap(texts.get("messaging.line.other-district"), new Postback(NAME, "ask", "")));
        return Spoken.goOn(ASKING_DISTRICT, new LineMessage.Text(texts.get("messaging.line.choose-district"), choices));
    }

    private Spoken named(Friend friend, String text) {
        List<District> found = DistrictRows.named(districts.list(), text);
        return found.size() == 1 ? live(friend, Optional.of(found.getFirst())) : list(friend, found);
    }

    private Spoken confirm(Friend friend, Optional<District> guessed) {
        if (guessed.isEmpty()) {
            return askDistrict(friend);
        }
        Texts texts = messages.in(friend.language());
        String label = DistrictRows.label(guessed.get(), friend.language());
        return Spoken.goOn(
                ASKING_DISTRICT,
                LineMessage.text(
                        texts.get("messaging.line.is-it", label),
                        new QuickReply.Tap(
                                label,
                                new Postback(NAME, "district", guessed.get().id())),
                        new QuickReply.Tap(texts.get("messaging.line.other-district"), new Postback(NAME, "ask", ""))));
    }

    private Spoken live(Friend friend, Optional<District> chosen) {
        if (chosen.isEmpty()) {
            return askDistrict(friend);
        }
        friends.changeDistrict(friend.id(), chosen.get().id());
        return Spoken.end(
                say(friend.language(), "messaging.line.ready", DistrictRows.label(chosen.get(), friend.language())));
    }

    private LineMessage say(Language language, String key, Object... args) {
        return LineMessage.text(messages.in(language).get(key, args));
    }

    private static Optional<Language> languageNamed(String text) {
        return switch (plain(text)) {
            case "日本語" -> Optional.of(Language.JA);
            case "やさしい日本語", "やさしい" -> Optional.of(Language.EASY);
            case "english", "英語" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
