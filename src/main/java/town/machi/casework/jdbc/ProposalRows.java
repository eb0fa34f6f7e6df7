package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.casework.Proposal;
import town.machi.casework.ProposalId;
import town.machi.casework.Route;
import town.machi.kernel.Seat;
import town.machi.kernel.StaffId;

/// Drafts for decisions, and what was done with each.
@Component
public class ProposalRows {

    private static final String LATEST = """
            SELECT DISTINCT ON (p.case_id) p.* FROM casework.proposal p
            WHERE p.drafter = :drafter ORDER BY p.case_id, p.round DESC
            """;

    private final JdbcClient jdbc;

    ProposalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false where the same request wrote it before
    public boolean insert(Proposal proposal) {
        boolean written = jdbc.sql("""
                        INSERT INTO casework.proposal
                            (id, case_id, round, act, in_state, words, reason, seats, drafter, drafted_at, elsewhere,
                             state, waits_for)
                        VALUES (:id, :case, :round, :act, :inState, :words, :reason, :seats, :drafter, :at, :elsewhere,
                             :state, :waitsFor)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", proposal.id().value())
                        .param("case", proposal.caseId().value())
                        .param("round", proposal.round())
                        .param("act", proposal.act())
                        .param("inState", proposal.inState())
                        .param("words", proposal.text().words())
                        .param("reason", proposal.text().reason())
                        .param("seats", seats(proposal))
                        .param("drafter", proposal.way().drafter().value())
                        .param("at", CaseRows.at(proposal.draftedAt()))
                        .param("elsewhere", elsewhere(proposal))
                        .param("state", proposal.stage().code())
                        .param("waitsFor", waitsFor(proposal))
                        .update()
                == 1;
        if (written) {
            proposal.route().ifPresent(route -> mark(proposal.id(), List.of(), route.marks(), proposal.draftedAt()));
        }
        return written;
    }

    /// Writes where it stands, and the marks that are new.
    public void update(Proposal before, Proposal after, Instant at) {
        jdbc.sql("""
                UPDATE casework.proposal SET words = :words, reason = :reason, state = :state, waits_for = :waitsFor
                WHERE id = :id
                """)
                .param("words", after.text().words())
                .param("reason", after.text().reason())
                .param("state", after.stage().code())
                .param("waitsFor", waitsFor(after))
                .param("id", after.id().value())
                .update();
        List<Route.Mark> known = before.route().map(Route::marks).orElse(List.of());
        after.route().ifPresent(route -> mark(after.id(), known, route.marks(), at));
    }

    public Optional<Proposal> find(ProposalId id) {
        return jdbc.sql("SELECT * FROM casework.proposal WHERE id = :id")
                .param("id", id.value())
                .query(this::proposal)
                .optional();
    }

    /// All of a case, the first one first.
    public List<Proposal> list(CaseId id) {
        return jdbc.sql("SELECT * FROM casework.proposal WHERE case_id = :case ORDER BY round")
                .param("case", id.value())
                .query(this::proposal)
                .list();
    }

    /// The one that goes on, or is decided and not carried out yet.
    public Optional<Proposal> findOpen(CaseId id) {
        return list(id).stream().filter(Proposal::isOpen).findFirst();
    }

    /// Those whose turn is one of these seats, the oldest first.
    public List<Proposal> listWaiting(Collection<Seat> seats) {
        return jdbc.sql("""
                        SELECT * FROM casework.proposal
                        WHERE state = 'waiting' AND waits_for = ANY (:seats) ORDER BY drafted_at, id
                        """).param("seats", codes(seats)).query(this::proposal).list();
    }

    /// Those at which somebody decided in the place of one of these seats, and no holder has looked yet.
    public List<Proposal> listToConfirm(Collection<Seat> seats) {
        return jdbc.sql("""
                        SELECT p.* FROM casework.proposal p
                        WHERE EXISTS (
                            SELECT FROM casework.proposal_mark m
                            WHERE m.proposal_id = p.id AND m.in_place AND m.kind = 'APPROVED'
                              AND p.seats[m.step + 1] = ANY (:seats)
                              AND NOT EXISTS (
                                SELECT FROM casework.proposal_mark c
                                WHERE c.proposal_id = p.id AND c.kind = 'CONFIRMED' AND c.step = m.step))
                        ORDER BY p.drafted_at, p.id
                        """).param("seats", codes(seats)).query(this::proposal).list();
    }

    /// The newest of each case that this person wrote, where it waits, came back, or is decided.
    public List<Proposal> listOwn(StaffId drafter) {
        return jdbc.sql(
                        "SELECT * FROM (" + LATEST
                                + ") l WHERE l.state IN ('waiting', 'decided', 'returned') ORDER BY l.drafted_at DESC LIMIT 100")
                .param("drafter", drafter.value())
                .query(this::proposal)
                .list();
    }

    private void mark(ProposalId id, List<Route.Mark> known, List<Route.Mark> marks, Instant at) {
        for (int i = known.size(); i < marks.size(); i++) {
            Route.Mark mark = marks.get(i);
            jdbc.sql("""
                    INSERT INTO casework.proposal_mark (proposal_id, number, kind, step, staff, in_place, at)
                    VALUES (:id, :number, :kind, :step, :staff, :inPlace, :at)
                    """)
                    .param("id", id.value())
                    .param("number", i + 1)
                    .param("kind", mark.kind().name())
                    .param("step", mark.step())
                    .param("staff", mark.by().value())
                    .param("inPlace", mark.inPlace())
                    .param("at", CaseRows.at(at))
                    .update();
        }
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        ProposalId id = new ProposalId(row.getObject("id", UUID.class));
        StaffId drafter = new StaffId(row.getObject("drafter", UUID.class));
        List<Seat> seats = new ArrayList<>();
        for (String code : (String[]) row.getArray("seats").getArray()) {
            seats.add(Seat.ofCode(code));
        }
        String elsewhere = row.getString("elsewhere");
        return new Proposal(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getInt("round"),
                row.getString("act"),
                row.getString("in_state"),
                new Proposal.Text(row.getString("words"), row.getString("reason")),
                CaseRows.instant(row, "drafted_at"),
                elsewhere == null ? on(id, seats, drafter) : new Proposal.Way.Elsewhere(drafter, elsewhere),
                Proposal.Stage.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private record Marked(Route.Mark mark, Instant at) {}

    private Proposal.Way on(ProposalId id, List<Seat> seats, StaffId drafter) {
        List<Marked> marks = jdbc.sql("SELECT * FROM casework.proposal_mark WHERE proposal_id = :id ORDER BY number")
                .param("id", id.value())
                .query((row, number) -> new Marked(
                        new Route.Mark(
                                Route.Kind.valueOf(row.getString("kind")),
                                row.getInt("step"),
                                new StaffId(row.getObject("staff", UUID.class)),
                                row.getBoolean("in_place")),
                        CaseRows.instant(row, "at")))
                .list();
        Route route = new Route(seats, drafter, marks.stream().map(Marked::mark).toList());
        return new Proposal.Way.On(route, marks.stream().map(Marked::at).toList());
    }

    private static String[] codes(Collection<Seat> seats) {
        return seats.stream().map(Seat::code).toArray(String[]::new);
    }

    private static String[] seats(Proposal proposal) {
        return codes(proposal.route().map(Route::seats).orElse(List.of()));
    }

    private static @Nullable String elsewhere(Proposal proposal) {
        return proposal.way() instanceof Proposal.Way.Elsewhere(StaffId _, String number) ? number : null;
    }

    private static @Nullable String waitsFor(Proposal proposal) {
        return proposal.stage() == Proposal.Stage.WAITING
                        && proposal.route().map(Route::state).orElse(null) instanceof Route.State.Waiting waiting
                ? waiting.seat().code()
                : null;
    }
}
