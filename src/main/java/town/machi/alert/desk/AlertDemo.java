package town.machi.alert.desk;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Contact;
import town.machi.alert.jdbc.ContactRows;
import town.machi.platform.Ids;

/// Made-up people to call, in the demo.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class AlertDemo {

    private final ContactRows rows;
    private final Ids ids;

    AlertDemo(ContactRows rows, Ids ids) {
        this.rows = rows;
        this.ids = ids;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void people() {
        if (rows.count() > 0) {
            return;
        }
        rows.replaceAll(List.of(
                contact(Contact.Kind.PHONE, "例 田浦 ミツ", "0966-00-2003", "大字田浦", ""),
                contact(Contact.Kind.PHONE, "例 佐敷 トメ", "0966-00-2004", "大字佐敷", "スマートフォンはない"),
                contact(Contact.Kind.WARD, "例 湯浦区長", "0966-00-2005", "大字湯浦", ""),
                contact(Contact.Kind.FIRE, "例 消防団 佐敷分団", "0966-00-2006", "大字佐敷", "")));
    }

    private Contact contact(Contact.Kind kind, String name, String telephone, String district, String note) {
        return new Contact(ids.next(), kind, name, telephone, district, note);
    }
}
