package town.machi.alert.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.alert.Contact;
import town.machi.alert.jdbc.ContactRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalFile;
import town.machi.platform.Settings;

/// What the room holds on a person: whom the town calls. What friends said in the talk hangs on the friend alone, and
/// goes when they leave or a year after it was closed.
@Component
class AlertPersonalData implements PersonalData {

    private static final String WHAT = "災害のときの連絡先";

    private final ContactRows rows;
    private final Settings settings;

    AlertPersonalData(ContactRows rows, Settings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    @Override
    public String room() {
        return "alert";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return rows.find(key).stream()
                .map(contact -> new Trace(contact.subject(), WHAT))
                .toList();
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(new PersonalFile(
                "alert.contact",
                new PersonalFile.Duty(
                        "災害のときの連絡先ファイル",
                        PersonalFile.Duty.firstOf(settings.find("alert.section")),
                        "ほかの方法で届かない人に、災害情報を電話で伝えること",
                        "名簿を入れかえるまで"),
                new PersonalFile.Content(
                        List.of("名前", "電話", "地区", "メモ"),
                        "電話を登録した人、区長、消防団",
                        "本人の登録、町の名簿",
                        PersonalFile.Sensitive.NO,
                        ""),
                Math.min(rows.count(), PersonalFile.COUNTED)));
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return rows.find(key).stream()
                .map(contact -> new Extract(contact.subject(), WHAT, values(contact)))
                .toList();
    }

    private static Map<String, String> values(Contact contact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("名簿", contact.kind().label());
        values.put("名前", contact.name());
        values.put("電話", contact.telephone());
        values.put("地区", contact.district());
        values.put("メモ", contact.note());
        return values;
    }

    @Override
    public int erase(PersonKey key) {
        return rows.delete(rows.find(key));
    }
}
