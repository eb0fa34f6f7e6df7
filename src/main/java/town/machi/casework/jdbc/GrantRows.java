package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.Budget;
import town.machi.casework.CaseId;
import town.machi.casework.Grant;
import town.machi.casework.GrantChange;
import town.machi.casework.GrantFile;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Yen;
import town.machi.procedure.ProcedureName;

/// The money of cases, and the budgets.
@Component
public class GrantRows {

    private final JdbcClient jdbc;

    GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<GrantFile> find(CaseId id) {
        return jdbc.sql("""
                        SELECT g.*, t.state AS transfer
                        FROM casework.grant_money g
                        LEFT JOIN casework.transfer t ON t.case_id = g.case_id AND t.state <> 'RETURNED'
                        WHERE g.case_id = :id
                        """).param("id", id.value()).query(GrantRows::file).optional();
    }

    private static GrantFile file(ResultSet row, int number) throws SQLException {
        String transfer = row.getString("transfer");
        Grant grant = new Grant(
                yen(row, "decided"),
                yen(row, "fixed"),
                transfer == null ? Grant.Payment.NONE : Grant.Payment.valueOf(transfer),
                yen(row, "asked_back"),
                new Yen(row.getLong("repaid")));
        return new GrantFile(
                new CaseId(row.getObject("case_id", UUID.class)),
                grant,
                Optional.ofNullable(row.getObject("fiscal_year", Integer.class)).map(FiscalYear::new),
                yen(row, "proposed"),
                new GrantFile.Days(day(row, "decided_on"), day(row, "fixed_on"), day(row, "cancelled_on")));
    }

    private static Optional<Yen> yen(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Yen::new);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /// Puts an amount before whoever decides.
    public void propose(CaseId id, ProcedureName procedure, Yen amount, String by) {
        jdbc.sql("""
                        INSERT INTO casework.grant_money (case_id, procedure, proposed, proposed_by)
                        VALUES (:id, :procedure, :yen, :by)
                        ON CONFLICT (case_id) DO UPDATE SET proposed = :yen, proposed_by = :by
                        """)
                .param("id", id.value())
                .param("procedure", procedure.value())
                .param("yen", amount.amount())
                .param("by", by)
                .update();
    }

    /// Writes what a step left; what was proposed is done with.
    public void update(GrantFile file) {
        Grant grant = file.grant();
        jdbc.sql("""
                        UPDATE casework.grant_money
                        SET proposed = NULL, proposed_by = NULL, fiscal_year = :year, decided = :decided,
                            decided_on = :decidedOn, fixed = :fixed, fixed_on = :fixedOn, asked_back = :askedBack,
                            cancelled_on = :cancelledOn, repaid = :repaid
                        WHERE case_id = :id
                        """)
                .param("id", file.caseId().value())
                .param("year", file.year().map(FiscalYear::year).orElse(null))
                .param("decided", amount(grant.decided()))
                .param("decidedOn", file.days().decided().orElse(null))
                .param("fixed", amount(grant.fixed()))
                .param("fixedOn", file.days().fixed().orElse(null))
                .param("askedBack", amount(grant.askedBack()))
                .param("cancelledOn", file.days().cancelled().orElse(null))
                .param("repaid", grant.repaid().amount())
                .update();
    }

    private static @Nullable Long amount(Optional<Yen> yen) {
        return yen.map(Yen::amount).orElse(null);
    }

    /// @return false where this request has been written down before
    public boolean note(CaseId id, String step, Yen yen, @Nullable UUID request, Made made) {
        return jdbc.sql("""
                        INSERT INTO casework.grant_step (request, case_id, step, yen, by, at)
                        VALUES (:request, :id, :step, :yen, :by, :at)
                        ON CONFLICT (request) DO NOTHING
                        """)
                        .param("request", request)
                        .param("id", id.value())
                        .param("step", step)
                        .param("yen", yen.amount())
                        .param("by", made.by())
                        .param("at", CaseRows.at(made.at()))
                        .update()
                == 1;
    }

    /// The last change of what was decided, from the log.
    public Optional<GrantChange> findChange(CaseId id) {
        return jdbc.sql("""
                        SELECT step.at, former.yen FROM casework.grant_step AS step
                        CROSS JOIN LATERAL (
                            SELECT yen FROM casework.grant_step AS earlier
                            WHERE earlier.case_id = step.case_id AND earlier.seq < step.seq
                                AND earlier.step IN ('DECIDE', 'CHANGE')
                            ORDER BY earlier.seq DESC LIMIT 1
                        ) AS former
                        WHERE step.case_id = :id AND step.step = 'CHANGE' ORDER BY step.seq DESC LIMIT 1
                        """)
                .param("id", id.value())
                .query((row, number) -> new GrantChange(
                        new Yen(row.getLong("yen")),
                        LocalDate.ofInstant(CaseRows.instant(row, "at"), BusinessCalendar.TOKYO)))
                .optional();
    }

    public boolean isNoted(UUID request) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.grant_step WHERE request = :request)")
                .param("request", request)
                .query(Boolean.class)
                .single();
    }

    /// @param by `staff:uuid`
    public record Made(String by, Instant at) {}

    /// The codes of bank and branch, where the resident did not know them.
    public void setCodes(CaseId id, String bank, String branch) {
        jdbc.sql("UPDATE casework.grant_money SET bank_code = :bank, branch_code = :branch WHERE case_id = :id")
                .param("id", id.value())
                .param("bank", bank)
                .param("branch", branch)
                .update();
    }

    /// Whoever binds or sets the budget of a year comes one after the other, until the transaction ends.
    public void lockBudget(ProcedureName procedure, FiscalYear year) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('casework.budget:' || :key, 0))::text")
                .param("key", procedure.value() + ":" + year.year())
                .query(String.class)
                .single();
    }

    public Budget budget(ProcedureName procedure, FiscalYear year) {
        return jdbc.sql("""
                        SELECT (SELECT yen FROM casework.budget
                                WHERE procedure = :procedure AND fiscal_year = :year ORDER BY seq DESC LIMIT 1) AS total,
                               count(*) FILTER (WHERE asked_back IS NULL) AS count,
                               coalesce(sum(decided) FILTER (WHERE asked_back IS NULL), 0) AS decided,
                               coalesce(sum(fixed) FILTER (WHERE asked_back IS NULL), 0) AS fixed,
                               coalesce(sum(paid), 0) AS paid,
                               coalesce(sum(CASE WHEN asked_back IS NULL THEN coalesce(fixed, decided) ELSE paid END), 0)
                                   AS bound
                        FROM (SELECT g.*,
                                     CASE WHEN EXISTS (SELECT FROM casework.transfer t
                                                       WHERE t.case_id = g.case_id AND t.state = 'PAID')
                                          THEN fixed - repaid ELSE 0 END AS paid
                              FROM casework.grant_money g
                              WHERE procedure = :procedure AND fiscal_year = :year) money
                        """)
                .param("procedure", procedure.value())
                .param("year", year.year())
                .query((row, number) -> new Budget(
                        procedure,
                        year,
                        yen(row, "total"),
                        new Budget.Sums(
                                row.getLong("count"),
                                new Yen(row.getLong("decided")),
                                new Yen(row.getLong("fixed")),
                                new Yen(row.getLong("paid")),
                                new Yen(row.getLong("bound")))))
                .single();
    }

    public boolean setBudget(ProcedureName procedure, FiscalYear year, Yen yen, UUID request, Made made) {
        return jdbc.sql("""
                        INSERT INTO casework.budget (request, procedure, fiscal_year, yen, by, at)
                        VALUES (:request, :procedure, :year, :yen, :by, :at)
                        ON CONFLICT (request) DO NOTHING
                        """)
                        .param("request", request)
                        .param("procedure", procedure.value())
                        .param("year", year.year())
                        .param("yen", yen.amount())
                        .param("by", made.by())
                        .param("at", CaseRows.at(made.at()))
                        .update()
                == 1;
    }

    /// The years in which a procedure decided something or had a budget, newest first.
    public List<FiscalYear> years(ProcedureName procedure) {
        return jdbc.sql("""
                        SELECT fiscal_year FROM casework.budget WHERE procedure = :procedure
                        UNION SELECT fiscal_year FROM casework.grant_money
                              WHERE procedure = :procedure AND fiscal_year IS NOT NULL
                        ORDER BY 1 DESC
                        """)
                .param("procedure", procedure.value())
                .query((row, number) -> new FiscalYear(row.getInt(1)))
                .list();
    }
}
