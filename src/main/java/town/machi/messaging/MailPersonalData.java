package town.machi.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.messaging.jdbc.OutgoingRows;

/// What the outbox still holds on a person: mail to their address, and mail about their submissions.
@Component
class MailPersonalData implements PersonalData {

    private static final String WHAT = "送ったメール";

    private final OutgoingRows rows;

    MailPersonalData(OutgoingRows rows) {
        this.rows = rows;
    }

    @Override
    public String room() {
        return "messaging";
    }

    @Override
    public List<Trace> find(PersonKey key) {
        return rows.listByPerson(address(key), abouts(key)).stream()
                .map(text -> new Trace("messaging.outgoing:" + text.id(), WHAT))
                .toList();
    }

    @Override
    public List<Extract> export(PersonKey key) {
        return rows.listByPerson(address(key), abouts(key)).stream()
                .map(text -> new Extract(
                        "messaging.outgoing:" + text.id(),
                        WHAT,
                        Map.of("宛先", text.recipient(), "件名", text.subject(), "本文", text.body())))
                .toList();
    }

    /// What still waits is not sent any more.
    @Override
    public int erase(PersonKey key) {
        return rows.eraseByPerson(address(key), abouts(key));
    }

    private static String address(PersonKey key) {
        String mail = key.mail();
        return mail == null ? "" : mail.toLowerCase(Locale.ROOT);
    }

    private static List<String> abouts(PersonKey key) {
        return key.submissions().stream().map(id -> "submission:" + id).toList();
    }
}
