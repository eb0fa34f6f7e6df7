package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseId;
import town.machi.kernel.SectionId;

/// The history of cases: appended, read, never changed.
@Component
public class EventRows {

    private final JdbcClient jdbc;
    private final Json json;

    EventRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// @return false where the database has it already (the same request)
    public boolean append(CaseEvent event) {
        return jdbc.sql("""
                        INSERT INTO casework.event
                            (id, case_id, revision, at, kind, actor_kind, actor_id, act, from_state, to_state,
                             from_section, to_section, words, fields, changes, request)
                        VALUES (:id, :case, :revision, :at, :kind, :actorKind, :actorId, :act, :from, :to,
                             :fromSection, :toSection, :words, :fields, :changes::jsonb, :request)
                        ON CONFLICT DO NOTHING
                        """).params(columns(event)).update() == 1;
    }

    /// Oldest first.
    public List<CaseEvent> list(CaseId id) {
        return jdbc.sql("SELECT * FROM casework.event WHERE case_id = :case ORDER BY seq")
                .param("case", id.value())
                .query(this::event)
                .list();
    }

    /// What came after this revision, oldest first.
    public List<CaseEvent> listAfter(CaseId id, int revision) {
        return list(id).stream().filter(event -> event.revision() > revision).toList();
    }

    /// Of many cases, for an export; by case, oldest first.
    public List<CaseEvent> list(Collection<CaseId> ids) {
        UUID[] values = ids.stream().map(CaseId::value).toArray(UUID[]::new);
        return jdbc.sql("SELECT * FROM casework.event WHERE case_id = ANY (:cases) ORDER BY case_id, seq")
                .param("cases", values)
                .query(this::event)
                .list();
    }

    /// The first outcome of a request, where it was made before.
    public Optional<CaseEvent> findByRequest(UUID request) {
        return jdbc.sql("SELECT * FROM casework.event WHERE request = :request")
                .param("request", request)
                .query(this::event)
                .optional();
    }

    /// Cases that this section gave away, newest first.
    public List<CaseEvent> listGivenAway(Collection<SectionId> sections, int most) {
        return jdbc.sql("""
                        SELECT * FROM casework.event
                        WHERE from_section = ANY (:sections) ORDER BY at DESC LIMIT :most
                        """)
                .param("sections", sections.stream().map(SectionId::value).toArray(String[]::new))
                .param("most", most)
                .query(this::event)
                .list();
    }

    private Map<String, @Nullable Object> columns(CaseEvent event) {
        int colon = event.actor().indexOf(':');
        CaseEvent.Place place = event.place();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", event.id());
        columns.put("case", event.caseId().value());
        columns.put("revision", event.revision());
        columns.put("at", CaseRows.at(event.at()));
        columns.put("kind", event.kind().name());
        columns.put("actorKind", event.actor().substring(0, colon));
        columns.put("actorId", event.actor().substring(colon + 1));
        columns.put("act", place.act());
        columns.put("from", place.fromState());
        columns.put("to", place.toState());
        columns.put("fromSection", place.fromSection());
        columns.put("toSection", place.toSection());
        columns.put("words", event.words());
        columns.put("fields", event.fields().stream().sorted().toArray(String[]::new));
        columns.put("changes", json.write(event.changes()));
        columns.put("request", event.request());
        return columns;
    }

    private CaseEvent event(ResultSet row, int number) throws SQLException {
        return new CaseEvent(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("revision"),
                CaseRows.instant(row, "at"),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                row.getString("actor_kind") + ":" + row.getString("actor_id"),
                new CaseEvent.Place(
                        row.getString("act"),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("from_section"),
                        row.getString("to_section")),
                row.getString("words"),
                CaseRows.texts(row, "fields"),
                json.changes(row.getString("changes")),
                row.getObject("request", UUID.class));
    }
}
