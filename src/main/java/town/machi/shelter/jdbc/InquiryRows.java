package town.machi.shelter.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonMarks;
import town.machi.kernel.PersonalFile;
import town.machi.platform.PersonIndex;
import town.machi.shelter.DisasterId;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Told;

/// The book of 安否照会.
@Component
public class InquiryRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PersonIndex index;
    private final PersonIndex.Table table;

    InquiryRows(JdbcClient jdbc, JsonMapper json, PersonIndex index) {
        this.jdbc = jdbc;
        this.json = json;
        this.index = index;
        this.table = index.declare(new PersonIndex.Table("shelter.inquiry", "*", (row, number) -> {
            Inquiry inquiry = recorded(row, number).inquiry();
            return inquiry == null ? new PersonMarks() : marks(inquiry);
        }));
    }

    private static PersonMarks marks(Inquiry inquiry) {
        return new PersonMarks()
                .name(inquiry.sought().name())
                .kana(inquiry.sought().kana())
                .name(inquiry.asker().name())
                .phone(inquiry.asker().phone());
    }

    /// What lies in the `personal` column.
    record Personal(Inquiry inquiry, String words) {}

    /// Who asks after the names of a disaster were taken away is counted, and not named either.
    ///
    /// @return whether it is new
    public boolean add(Inquiry inquiry, Inquiry.Answer answer, Instant at, Actor.Staff by) {
        return jdbc.sql("""
                        INSERT INTO shelter.inquiry (id, disaster_id, asked_at, by_id, relation, proof, told, personal,
                            person_marks)
                        VALUES (:id, :disaster, :at, :by, :relation, :proof, :told::text[],
                            CASE WHEN EXISTS (SELECT FROM shelter.aftermath
                                              WHERE disaster_id = :disaster AND forgotten_at IS NOT NULL)
                                 THEN NULL ELSE :personal::jsonb END,
                            CASE WHEN EXISTS (SELECT FROM shelter.aftermath
                                              WHERE disaster_id = :disaster AND forgotten_at IS NOT NULL)
                                 THEN '{}' ELSE :marks::text[] END)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", inquiry.id())
                        .param("disaster", inquiry.disaster().value())
                        .param("at", Columns.at(at))
                        .param("by", by.id())
                        .param("relation", inquiry.asker().relation().name())
                        .param("proof", inquiry.asker().proof().name())
                        .param(
                                "told",
                                Columns.of(answer.told().stream().sorted().toList(), told -> told))
                        .param("personal", json.writeValueAsString(new Personal(inquiry, answer.words())))
                        .param("marks", marks(inquiry).array())
                        .update()
                == 1;
    }

    public Inquiry.Recorded get(UUID id) {
        return find(id).orElseThrow();
    }

    public Optional<Inquiry.Recorded> find(UUID id) {
        return jdbc.sql("SELECT * FROM shelter.inquiry WHERE id = :id")
                .param("id", id)
                .query(this::recorded)
                .optional();
    }

    public List<Inquiry.Recorded> list(DisasterId disaster) {
        return jdbc.sql(
                        "SELECT * FROM shelter.inquiry WHERE disaster_id = :disaster ORDER BY asked_at DESC, id LIMIT 500")
                .param("disaster", disaster.value())
                .query(this::recorded)
                .list();
    }

    /// Those of any disaster that may name the one who is looked for.
    public List<Inquiry.Recorded> named(PersonKey key) {
        index.complete(table);
        return jdbc.sql("SELECT * FROM shelter.inquiry WHERE person_marks && :marks::text[] ORDER BY asked_at, id")
                .param("marks", PersonMarks.of(key).array())
                .query(this::recorded)
                .list();
    }

    /// Takes the names out of these.
    public int forget(Collection<UUID> inquiries) {
        return jdbc.sql("""
                        UPDATE shelter.inquiry SET personal = NULL, person_marks = '{}'
                        WHERE id = ANY (:ids::uuid[]) AND personal IS NOT NULL
                        """).param("ids", Columns.of(inquiries, id -> id)).update();
    }

    /// Opening → name of its shelter.
    public Map<UUID, String> places(DisasterId disaster) {
        Map<UUID, String> places = new HashMap<>();
        jdbc.sql("""
                        SELECT o.id, s.name FROM shelter.opening o JOIN shelter.shelter s ON s.id = o.shelter_id
                        WHERE o.disaster_id = :disaster
                        """).param("disaster", disaster.value()).query(row -> {
            places.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return places;
    }

    private Inquiry.Recorded recorded(ResultSet row, int number) throws SQLException {
        String kept = row.getString("personal");
        Personal personal = kept == null ? null : json.readValue(kept, Personal.class);
        Set<Told> told = Columns.texts(row, "told").stream().map(Told::valueOf).collect(Collectors.toSet());
        return new Inquiry.Recorded(
                row.getObject("id", UUID.class),
                Columns.instant(row, "asked_at"),
                personal == null ? null : personal.inquiry(),
                new Inquiry.Answer(told, personal == null ? "" : personal.words()));
    }

    /// As many as it matters.
    public int countHeld() {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM shelter.inquiry WHERE personal IS NOT NULL LIMIT "
                        + PersonalFile.COUNTED + ") AS counted")
                .query(Integer.class)
                .single();
    }
}
