package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.platform.PersonIndex;
import town.machi.shelter.Sex;
import town.machi.shelter.SupportedPerson;

/// The 避難行動要支援者名簿.
@Component
public class SupportedRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PersonIndex index;
    private final PersonIndex.Table table;

    SupportedRows(JdbcClient jdbc, JsonMapper json, PersonIndex index) {
        this.jdbc = jdbc;
        this.json = json;
        this.index = index;
        this.table = index.declare(
                new PersonIndex.Table("shelter.supported", "*", (row, number) -> marks(person(row, number))));
    }

    private static PersonMarks marks(SupportedPerson person) {
        return new PersonMarks()
                .name(person.who().name())
                .kana(person.who().kana())
                .phone(person.phone())
                .name(person.supporter().name())
                .phone(person.supporter().phone());
    }

    /// Those who may be the one that is looked for, or have them for a supporter.
    public List<SupportedPerson> list(PersonKey key) {
        index.complete(table);
        return jdbc.sql("""
                        SELECT * FROM shelter.supported WHERE person_marks && :marks::text[]
                        ORDER BY district, kana_key, id
                        """)
                .param("marks", PersonMarks.of(key).array())
                .query(this::person)
                .list();
    }

    /// One who replaces the list at a time.
    public void lock() {
        jdbc.sql("LOCK TABLE shelter.supported IN SHARE ROW EXCLUSIVE MODE").update();
    }

    public int count() {
        return jdbc.sql("SELECT count(*) FROM shelter.supported")
                .query(Integer.class)
                .single();
    }

    /// Whether something real goes on.
    public boolean isSomethingOn() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM shelter.disaster WHERE closed_at IS NULL AND NOT drill)")
                .query(Boolean.class)
                .single();
    }

    public List<SupportedPerson> list() {
        return jdbc.sql("SELECT * FROM shelter.supported ORDER BY district, kana_key, id")
                .query(this::person)
                .list();
    }

    /// Whom a disaster is about.
    ///
    /// @param drill only those who consented
    public List<SupportedPerson> all(boolean drill) {
        return list().stream().filter(person -> person.consented() || !drill).toList();
    }

    public boolean isOnList(UUID person, boolean drill) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM shelter.supported WHERE id = :id AND (consented OR NOT :drill))")
                .param("id", person)
                .param("drill", drill)
                .query(Boolean.class)
                .single();
    }

    /// @param drill only those who consented
    public List<SupportedPerson> list(Set<String> districts, boolean drill) {
        return jdbc.sql("""
                        SELECT * FROM shelter.supported
                        WHERE district = ANY (:districts::text[]) AND (consented OR NOT :drill)
                        ORDER BY district, kana_key, id
                        """)
                .param("districts", Columns.of(districts, each -> each))
                .param("drill", drill)
                .query(this::person)
                .list();
    }

    public void put(SupportedPerson person, Instant now) {
        jdbc.sql("""
                        INSERT INTO shelter.supported (id, name, kana, kana_key, birth, sex, address, district, ward,
                            phone, care, supporter_name, supporter_phone, consented, plan, changed_at, person_marks)
                        VALUES (:id, :name, :kana, :key, :birth, :sex, :address, :district, :ward,
                            :phone, :care, :supporter, :supporterPhone, :consented, :plan::jsonb, :now, :marks::text[])
                        ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, kana = EXCLUDED.kana,
                            kana_key = EXCLUDED.kana_key, birth = EXCLUDED.birth, sex = EXCLUDED.sex,
                            address = EXCLUDED.address, district = EXCLUDED.district, ward = EXCLUDED.ward,
                            phone = EXCLUDED.phone, care = EXCLUDED.care, supporter_name = EXCLUDED.supporter_name,
                            supporter_phone = EXCLUDED.supporter_phone, consented = EXCLUDED.consented,
                            plan = EXCLUDED.plan, changed_at = EXCLUDED.changed_at,
                            person_marks = EXCLUDED.person_marks
                        """)
                .param("id", person.id())
                .param("name", person.who().name())
                .param("kana", person.who().kana())
                .param("key", person.kanaKey())
                .param("birth", person.who().birth())
                .param(
                        "sex",
                        person.who().sex() == null ? null : person.who().sex().name())
                .param("address", person.where().address())
                .param("district", person.where().district())
                .param("ward", person.where().ward())
                .param("phone", person.phone())
                .param("care", person.care())
                .param("supporter", person.supporter().name())
                .param("supporterPhone", person.supporter().phone())
                .param("consented", person.consented())
                .param("plan", person.plan() == null ? null : json.writeValueAsString(person.plan()))
                .param("now", Columns.at(now))
                .param("marks", marks(person).array())
                .update();
    }

    public int delete(Collection<UUID> persons) {
        return jdbc.sql("DELETE FROM shelter.supported WHERE id = ANY (:ids::uuid[])")
                .param("ids", Columns.of(persons, id -> id))
                .update();
    }

    /// These have no supporter on the list any more.
    public int forgetSupporters(Collection<UUID> persons) {
        return jdbc.sql("""
                        UPDATE shelter.supported SET supporter_name = '', supporter_phone = '', person_marks = NULL
                        WHERE id = ANY (:ids::uuid[])
                        """).param("ids", Columns.of(persons, id -> id)).update();
    }

    private SupportedPerson person(ResultSet row, int number) throws SQLException {
        String sex = row.getString("sex");
        String plan = row.getString("plan");
        return new SupportedPerson(
                row.getObject("id", UUID.class),
                new SupportedPerson.Who(
                        row.getString("name"),
                        row.getString("kana"),
                        row.getObject("birth", LocalDate.class),
                        sex == null ? null : Sex.valueOf(sex)),
                new SupportedPerson.Where(row.getString("address"), row.getString("district"), row.getString("ward")),
                row.getString("phone"),
                row.getString("care"),
                new SupportedPerson.Supporter(row.getString("supporter_name"), row.getString("supporter_phone")),
                row.getBoolean("consented"),
                plan == null ? null : json.readValue(plan, SupportedPerson.Plan.class));
    }
}
