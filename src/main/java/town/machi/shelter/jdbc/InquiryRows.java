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
import town.machi.shelter.DisasterId;
import town.machi.shelter.inquiry.Inquiry;
import town.machi.shelter.inquiry.Told;

/// The book of 安否照会.
@Component
public class InquiryRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    InquiryRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// What lies in the `personal` column.
    record Personal(Inquiry inquiry, String words) {}

    /// Who asks after the names of a disaster were taken away is counted, and not named either.
    ///
    /// @return whether it is new
    public boolean add(Inquiry inquiry, Inquiry.Answer answer, Instant at, Actor.Staff by) {
        return jdbc.sql("""
                        INSERT INTO shelter.inquiry (id, disaster_id, asked_at, by_id, relation, proof, told, personal)
                        VALUES (:id, :disaster, :at, :by, :relation, :proof, :told::text[],
                            CASE WHEN EXISTS (SELECT FROM shelter.aftermath
                                              WHERE disaster_id = :disaster AND forgotten_at IS NOT NULL)
                                 THEN NULL ELSE :personal::jsonb END)
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

    /// Those that still name people, of any disaster.
    public List<Inquiry.Recorded> named() {
        return jdbc.sql("SELECT * FROM shelter.inquiry WHERE personal IS NOT NULL ORDER BY asked_at, id")
                .query(this::recorded)
                .list();
    }

    /// Takes the names out of these.
    public int forget(Collection<UUID> inquiries) {
        return jdbc.sql(
                        "UPDATE shelter.inquiry SET personal = NULL WHERE id = ANY (:ids::uuid[]) AND personal IS NOT NULL")
                .param("ids", Columns.of(inquiries, id -> id))
                .update();
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
}
