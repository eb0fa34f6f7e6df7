package town.machi.alert.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.alert.Contact;
import town.machi.alert.jdbc.ContactRows;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;

/// What the room holds on a person: whom the town calls. What friends said in the talk hangs on the friend alone, and
/// goes when they leave or a year after it was closed.
@Component
class AlertPersonalData implements PersonalData {

    private static final String WHAT = "災害のときの連絡先";

    private final ContactRows rows;

    AlertPersonalData(ContactRows rows) {
        this.rows = rows;
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
