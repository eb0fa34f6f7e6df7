package town.machi.messaging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.jdbc.FriendLinkRows;
import town.machi.messaging.jdbc.FriendRows;
import town.machi.messaging.jdbc.PushRows;
import town.machi.shell.DayWords;

/// What the LINE side holds on a person: a friend is found by the submissions that are tied to them, because nothing
/// else there says who they are.
@Component
class LinePersonalData implements PersonalData {

    private static final String WHAT = "公式LINEの友だち";

    private final FriendLinkRows links;
    private final FriendRows friends;
    private final PushRows pushes;

    LinePersonalData(FriendLinkRows links, FriendRows friends, PushRows pushes) {
        this.links = links;
        this.friends = friends;
        this.pushes = pushes;
    }

    @Override
    public String room() {
        return "messaging";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return tied(key).stream()
                .map(friend -> new Trace(subject(friend.id()), WHAT))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "messaging.friend",
                new PersonalFile.Duty("公式LINEの友だちファイル", Optional.empty(), "町のお知らせと災害情報を送り、LINEで届出を受けること", "友だちをやめるまで"),
                new PersonalFile.Content(
                        List.of("LINEの利用者の識別子", "地区", "言葉", "結び付いた届出"),
                        "町の公式LINEの友だち",
                        "LINEからの通知、本人の登録",
                        PersonalFile.Sensitive.NO,
                        ""),
                friends.countHeld()));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return tied(key).stream().map(this::extract).toList();
    }

    /// Forgets the friend, the talk, the ties, and what still waits. Their LINE stays as it is: what they say next
    /// makes them a new friend, of whom nothing is known. Where only a filing is to be forgotten, the friend stays
    /// one, and goes on hearing the town's news.
    @Override
    public int erase(PersonKey key) {
        if (key.isOnlySubmissions()) {
            List<String> subjects = subjects(key);
            return pushes.eraseAbout(subjects) + links.untie(subjects);
        }
        List<Friend> found = tied(key);
        found.forEach(friend -> {
            pushes.eraseByFriend(friend.id());
            friends.delete(friend.id());
        });
        return found.size();
    }

    private List<Friend> tied(PersonKey key) {
        return links.listFriendsTied(subjects(key)).stream()
                .flatMap(id -> friends.find(id).stream())
                .toList();
    }

    private static List<String> subjects(PersonKey key) {
        return key.submissions().stream().map(id -> "submission:" + id).toList();
    }

    private Extract extract(Friend friend) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("地区", friend.district().orElse("未設定"));
        values.put("言葉", friend.language().code());
        values.put("友だちになった日時", DayWords.japanese(friend.since()));
        values.put("結び付いた届出", links.listTied(friend.id()).size() + "件");
        return new Extract(subject(friend.id()), WHAT, values);
    }

    private static String subject(FriendId id) {
        return "messaging.friend:" + id;
    }
}
