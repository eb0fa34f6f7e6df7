package town.machi.alert.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.alert.Alert;
import town.machi.alert.AlertRules;
import town.machi.alert.Contact;
import town.machi.alert.jdbc.ContactRows;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.platform.Ids;
import town.machi.shelter.SupportedPeople;

/// Whom to call about a message, by district, and the list that this comes from.
@Component
public class CallList {

    private final ContactRows rows;
    private final SupportedPeople supported;
    private final Districts districts;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CallList(ContactRows rows, SupportedPeople supported, Districts districts, AuditTrail audit, Ids ids, Clock clock) {
        this.rows = rows;
        this.supported = supported;
        this.districts = districts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Names and telephones: the audit notes the reading.
    public List<Contact> open(Alert alert, Actor.Staff staff) {
        audit.record(AuditEntry.done(staff, AuditAction.READ, alert.id().subject(), "call-list"));
        return Stream.concat(supported(alert, staff), rows.list(alert.content().districts()).stream())
                .sorted(Comparator.comparing(Contact::district))
                .toList();
    }

    /// Those on the 避難行動要支援者名簿, which the shelters' room keeps; in a drill only who consented.
    private Stream<Contact> supported(Alert alert, Actor.Staff staff) {
        return supported.list(alert.content().districts(), isDrill(alert), staff).stream()
                .map(person -> new Contact(
                        person.id(),
                        Contact.Kind.SUPPORT,
                        person.who().name(),
                        person.phone(),
                        person.where().district(),
                        person.plan() == null
                                ? person.care()
                                : person.care() + "　" + person.plan().care()));
    }

    private static boolean isDrill(Alert alert) {
        return alert.world().isDrill();
    }

    public Map<UUID, String> outcomes(Alert alert) {
        return rows.outcomes(alert.id());
    }

    public int count() {
        return rows.count() + supported.count();
    }

    @Transactional
    public void called(Alert alert, UUID contact, boolean reached, Actor.Staff staff) {
        if (!rows.isContact(contact)) {
            supported.called(contact, reached, isDrill(alert), staff);
        }
        rows.called(alert.id(), contact, reached ? "REACHED" : "NO_ANSWER", clock.instant(), AlertRules.who(staff));
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, alert.id().subject(), "called:" + contact));
    }

    /// What came of reading a list: how many it holds, or what to mend in it, line by line.
    public record Imported(int count, List<String> faults) {}

    /// The list anew, from lines of 名簿, 名前, 電話, 大字, メモ with commas or tabs between them; a first line of
    /// headings is left out. With a fault, nothing changes.
    @Transactional
    public Imported replace(String text, Actor.Staff staff) {
        List<Contact> contacts = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "").strip();
            if (line.isEmpty() || line.startsWith("名簿")) {
                continue;
            }
            read(line, i + 1, contacts, faults);
        }
        if (faults.isEmpty()) {
            rows.replaceAll(contacts);
            audit.record(AuditEntry.done(staff, AuditAction.WRITE, "-", "contacts:replace " + contacts.size()));
        }
        return new Imported(faults.isEmpty() ? contacts.size() : 0, faults);
    }

    private void read(String line, int number, List<Contact> contacts, List<String> faults) {
        String[] cells = line.split("[,\t]", -1);
        if (cells.length < 4) {
            faults.add(number + "行目: 名簿、名前、電話、大字の四つが要ります。");
            return;
        }
        Optional<Contact.Kind> kind = Contact.Kind.ofLabel(cells[0].strip());
        Optional<District> district = districts.list().stream()
                .filter(each ->
                        each.name().equals(cells[3].strip()) || each.id().equals(cells[3].strip()))
                .findFirst();
        if (kind.isPresent() && kind.get() == Contact.Kind.SUPPORT) {
            faults.add(number + "行目: 避難行動要支援者は、「要支援者」の画面で名簿ごと取り込みます。");
        } else if (kind.isEmpty()) {
            faults.add(number + "行目: 名簿は、電話を登録した人・区長・消防団のどれかです。");
        } else if (district.isEmpty()) {
            faults.add(number + "行目: 大字「" + cells[3].strip() + "」はありません。");
        } else if (cells[1].isBlank() || !cells[2].strip().matches("[0-9０-９+()（）例 -]{6,30}")) {
            faults.add(number + "行目: 名前か電話を確かめてください。");
        } else {
            String note = cells.length > 4 ? cells[4].strip() : "";
            contacts.add(new Contact(
                    ids.next(),
                    kind.get(),
                    cells[1].strip(),
                    cells[2].strip(),
                    district.get().id(),
                    note));
        }
    }
}
