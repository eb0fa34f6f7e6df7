package town.machi.submission.talk;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.kernel.Language;
import town.machi.messaging.Conversation;
import town.machi.messaging.Friend;
import town.machi.messaging.FriendLinks;
import town.machi.messaging.Heard;
import town.machi.messaging.LineMessage;
import town.machi.messaging.MenuMode;
import town.machi.messaging.Postback;
import town.machi.messaging.QuickReply;
import town.machi.messaging.Spoken;
import town.machi.messaging.Topic;
import town.machi.procedure.Procedures;
import town.machi.shell.Messages;
import town.machi.shell.Texts;
import town.machi.submission.StatusWord;
import town.machi.submission.SubmissionFile;
import town.machi.submission.Submissions;

/// 「手続きをする」 and 「申請の状況」 in the talk. Forms are filled in on the town's page, opened by a link that knows the
/// friend; of what was filed only the procedure's name, number and state are said.
@Component
class FilingTopic implements Topic {

    static final String NAME = "filing";
    private static final String OPEN = "open";
    private static final String STATUS = "status";
    private static final int MOST_SHOWN = 10;

    private final FriendLinks links;
    private final Submissions submissions;
    private final Procedures procedures;
    private final Messages messages;

    FilingTopic(FriendLinks links, Submissions submissions, Procedures procedures, Messages messages) {
        this.links = links;
        this.submissions = submissions;
        this.procedures = procedures;
        this.messages = messages;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<QuickReply> menuItems(MenuMode mode, Language language) {
        Texts texts = messages.in(language);
        QuickReply open = new QuickReply.Tap(texts.get("submission.line.open"), new Postback(NAME, OPEN, ""));
        QuickReply status = new QuickReply.Tap(texts.get("submission.line.status"), new Postback(NAME, STATUS, ""));
        return mode == MenuMode.NORMAL ? List.of(open, status) : List.of();
    }

    @Override
    public boolean opens(Conversation conversation) {
        return conversation.heard() instanceof Heard.Text(String text)
                && (isOne(text, "submission.line.words.open", conversation)
                        || isOne(text, "submission.line.words.status", conversation));
    }

    @Override
    public Spoken answer(Conversation conversation) {
        Friend friend = conversation.friend();
        return switch (conversation.heard()) {
            case Heard.Tapped(Postback tapped) -> tapped.action().equals(STATUS) ? status(friend) : open(friend);
            case Heard.Text(String text) ->
                isOne(text, "submission.line.words.status", conversation) ? status(friend) : open(friend);
            case Heard.Image _, Heard.Located _ -> open(friend);
        };
    }

    private boolean isOne(String text, String key, Conversation conversation) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return Arrays.asList(
                        messages.in(conversation.friend().language()).get(key).split("\\|"))
                .contains(plain);
    }

    private Spoken open(Friend friend) {
        Texts texts = messages.in(friend.language());
        String words = texts.get("submission.line.open.lead");
        return Spoken.end(new LineMessage.Buttons(
                words,
                words,
                List.of(new QuickReply.Open(
                        texts.get("submission.line.open"), links.open(friend.id(), "/procedures")))));
    }

    private Spoken status(Friend friend) {
        Texts texts = messages.in(friend.language());
        List<String> lines = links.listTied(friend.id()).stream()
                .filter(subject -> subject.startsWith("submission:"))
                .map(subject -> UUID.fromString(subject.substring("submission:".length())))
                .flatMap(id -> submissions.find(id).stream())
                .limit(MOST_SHOWN)
                .map(file -> line(file, texts))
                .toList();
        if (lines.isEmpty()) {
            return Spoken.end(LineMessage.text(texts.get("submission.line.status.none")));
        }
        return Spoken.end(LineMessage.text(
                texts.get("submission.line.status.lead") + "\n\n" + String.join("\n\n", lines),
                new QuickReply.Open(texts.get("submission.line.look"), links.open(friend.id(), "/track"))));
    }

    private String line(SubmissionFile file, Texts texts) {
        String title = procedures
                .getVersion(file.basis().procedure(), file.basis().version())
                .definition()
                .title()
                .in(texts.language());
        String state = file.standing().withdrawnAt() != null
                ? texts.get("submission.my.withdrawn")
                : file.standing()
                        .latest()
                        .map(StatusWord::label)
                        .map(label -> label.in(texts.language()))
                        .orElseGet(() -> texts.get("submission.my.received"));
        return texts.get("submission.line.status.row", title, file.receipt().format(), state);
    }
}
