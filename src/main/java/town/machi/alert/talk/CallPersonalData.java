package town.machi.alert.talk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import town.machi.alert.Call;
import town.machi.alert.jdbc.ResidentCallRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.messaging.FriendLinks;
import town.machi.platform.Files;
import town.machi.shell.DayWords;

/// What somebody told the town in the talk: words, photos, places. A friend is found by the submissions that are tied
/// to them; nothing else says who they are.
@Component
class CallPersonalData implements PersonalData {

    private static final String WHAT = "住民の声（LINEのやりとり）";

    private final ResidentCallRows rows;
    private final FriendLinks links;
    private final Files files;

    CallPersonalData(ResidentCallRows rows, FriendLinks links, Files files) {
        this.rows = rows;
        this.links = links;
        this.files = files;
    }

    @Override
    public String room() {
        return "alert";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return calls(key).stream().map(call -> new Trace(call.subject(), WHAT)).toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "alert.call",
                new PersonalFile.Duty("住民の声（LINE）ファイル", Optional.empty(), "災害のときの助けの求めや被害の知らせに応じること", "用が済んでから1年"),
                new PersonalFile.Content(
                        List.of("届いた日時", "地区", "場所", "やりとり", "写真"),
                        "公式LINEで知らせた人",
                        "本人からの知らせ",
                        PersonalFile.Sensitive.UNKNOWN,
                        ""),
                rows.countHeld()));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return calls(key).stream().map(this::extract).toList();
    }

    private Extract extract(Call call) {
        Map<String, String> values = new LinkedHashMap<>();
        Instant opened = call.openedAt();
        values.put("届いた日時", DayWords.japanese(opened));
        values.put("地区", call.district());
        call.place().ifPresent(place -> values.put("場所", place.latitude() + ", " + place.longitude()));
        List<Call.Entry> entries = rows.entries(call.id());
        values.put(
                "やりとり",
                entries.stream()
                        .map(Call.Entry::words)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("\n")));
        values.put(
                "写真", entries.stream().filter(entry -> entry.file().isPresent()).count() + "枚");
        return new Extract(call.subject(), WHAT, values);
    }

    /// With the photos. What a friend told of the weather is no part of what they filed: where only a filing is to be
    /// forgotten, it stays until its own day.
    @Override
    public int erase(PersonKey key) {
        if (key.isOnlySubmissions()) {
            return 0;
        }
        List<Call> found = calls(key);
        found.forEach(call -> {
            rows.delete(call.id());
            files.deleteOwned(call.subject());
        });
        return found.size();
    }

    private List<Call> calls(PersonKey key) {
        return key.submissions().stream()
                .flatMap(id -> links.findTied("submission:" + id).stream())
                .distinct()
                .flatMap(friend -> rows.listOf(friend).stream())
                .toList();
    }
}
