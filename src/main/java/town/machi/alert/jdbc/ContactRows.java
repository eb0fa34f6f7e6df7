package town.machi.alert.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.alert.AlertId;
import town.machi.alert.Contact;
import town.machi.kernel.Kana;
import town.machi.kernel.PersonKey;

/// Whom to call, and who was called about which message.
@Component
public class ContactRows {

    private final JdbcClient jdbc;

    ContactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The whole list anew: whoever is not on it any more is gone.
    public void replaceAll(List<Contact> contacts) {
        jdbc.sql("DELETE FROM alert.called WHERE contact IN (SELECT id FROM alert.contact)")
                .update();
        jdbc.sql("DELETE FROM alert.contact").update();
        contacts.forEach(this::insert);
    }

    private void insert(Contact contact) {
        jdbc.sql("""
                        INSERT INTO alert.contact (id, kind, name, telephone, district, note, search)
                        VALUES (:id, :kind, :name, :telephone, :district, :note, :search)
                        """)
                .param("id", contact.id())
                .param("kind", contact.kind().name())
                .param("name", contact.name())
                .param("telephone", contact.telephone())
                .param("district", contact.district())
                .param("note", contact.note())
                .param("search", Kana.searchKey(contact.name()))
                .update();
    }

    public int count() {
        return jdbc.sql("SELECT count(*) FROM alert.contact")
                .query(Integer.class)
                .single();
    }

    /// By district, those who asked to be called first.
    public List<Contact> list(Set<String> districts) {
        if (districts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT * FROM alert.contact WHERE district IN (:districts)
                        ORDER BY district, kind <> 'PHONE', search, id
                        """)
                .param("districts", districts)
                .query(ContactRows::contact)
                .list();
    }

    /// What came of calling them: `REACHED`, `NO_ANSWER`.
    public void called(AlertId alert, UUID contact, String outcome, Instant at, String who) {
        jdbc.sql("""
                        INSERT INTO alert.called (alert, contact, outcome, at, who)
                        VALUES (:alert, :contact, :outcome, :at, :who)
                        ON CONFLICT (alert, contact) DO UPDATE SET outcome = :outcome, at = :at, who = :who
                        """)
                .param("alert", alert.value())
                .param("contact", contact)
                .param("outcome", outcome)
                .param("at", AlertRows.at(at))
                .param("who", who)
                .update();
    }

    public boolean isContact(UUID id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM alert.contact WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    public Map<UUID, String> outcomes(AlertId alert) {
        return jdbc
                .sql("SELECT contact, outcome FROM alert.called WHERE alert = :alert")
                .param("alert", alert.value())
                .query((row, number) -> Map.entry(row.getObject("contact", UUID.class), row.getString("outcome")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Those that agree with any part of the key.
    public List<Contact> find(PersonKey key) {
        String name = key.name() == null ? "" : Kana.searchKey(key.name());
        String phone = key.phone() == null ? "" : key.phone().replaceAll("\\D", "");
        return jdbc.sql("""
                        SELECT * FROM alert.contact WHERE search = :name AND :name <> ''
                        UNION
                        SELECT * FROM alert.contact
                        WHERE regexp_replace(telephone, '[^0-9]', '', 'g') = :phone AND :phone <> ''
                        ORDER BY district, search, id
                        """)
                .param("name", name)
                .param("phone", phone)
                .query(ContactRows::contact)
                .list();
    }

    public int delete(List<Contact> contacts) {
        return contacts.stream().mapToInt(contact -> delete(contact.id())).sum();
    }

    private int delete(UUID contact) {
        jdbc.sql("DELETE FROM alert.called WHERE contact = :id")
                .param("id", contact)
                .update();
        return jdbc.sql("DELETE FROM alert.contact WHERE id = :id")
                .param("id", contact)
                .update();
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getObject("id", UUID.class),
                Contact.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("telephone"),
                row.getString("district"),
                row.getString("note"));
    }
}
