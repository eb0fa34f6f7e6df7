package town.machi.casework.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseId;
import town.machi.casework.Transfer;
import town.machi.casework.TransferRun;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;
import town.machi.kernel.Yen;

/// Payment data: runs, the payments in them, and each time they left the program.
@Component
public class TransferRows {

    private final JdbcClient jdbc;

    TransferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Cases whose amount is fixed and that are in no living payment.
    public List<CaseId> listFixedUnpaid(Collection<SectionId> sections) {
        return jdbc.sql("""
                        SELECT g.case_id
                        FROM casework.grant_money g JOIN casework.case_file c ON c.id = g.case_id
                        WHERE c.section = ANY (:sections) AND c.closed_at IS NULL
                          AND g.fixed IS NOT NULL AND g.asked_back IS NULL
                          AND NOT EXISTS (SELECT FROM casework.transfer t
                                          WHERE t.case_id = g.case_id AND t.state <> 'RETURNED')
                        ORDER BY g.fixed_on, g.case_id
                        """)
                .param("sections", values(sections))
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /// What the office typed: bank, branch.
    public Optional<Codes> findCodes(CaseId id) {
        return jdbc.sql("""
                        SELECT bank_code, branch_code FROM casework.grant_money
                        WHERE case_id = :id AND bank_code IS NOT NULL AND branch_code IS NOT NULL
                        """)
                .param("id", id.value())
                .query((row, number) -> new Codes(row.getString(1), row.getString(2)))
                .optional();
    }

    public record Codes(String bank, String branch) {}

    /// @return false where the run is there already
    public boolean insertRun(UUID id, SectionId section, LocalDate payOn, String by, Instant at) {
        return jdbc.sql("""
                        INSERT INTO casework.transfer_run (id, section, pay_on, by, at)
                        VALUES (:id, :section, :payOn, :by, :at) ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", id)
                        .param("section", section.value())
                        .param("payOn", payOn)
                        .param("by", by)
                        .param("at", CaseRows.at(at))
                        .update()
                == 1;
    }

    public void insert(UUID run, Transfer transfer, LocalDate today) {
        Transfer.Account account = transfer.account();
        jdbc.sql("""
                        INSERT INTO casework.transfer (id, run, case_id, yen, bank, bank_code, branch, branch_code, kind,
                                                       number, holder, state, state_on)
                        VALUES (:id, :run, :case, :yen, :bank, :bankCode, :branch, :branchCode, :kind, :number, :holder,
                                'ORDERED', :today)
                        """)
                .param("id", transfer.id())
                .param("run", run)
                .param("case", transfer.caseId().value())
                .param("yen", transfer.yen().amount())
                .param("bank", account.bank())
                .param("bankCode", account.bankCode())
                .param("branch", account.branch())
                .param("branchCode", account.branchCode())
                .param("kind", account.kind())
                .param("number", account.number())
                .param("holder", account.holder())
                .param("today", today)
                .update();
    }

    /// The latest first.
    public List<TransferRun> listRuns(Collection<SectionId> sections, int most) {
        return jdbc.sql(RUN + " WHERE r.section = ANY (:sections) ORDER BY r.number DESC LIMIT :most")
                .param("sections", values(sections))
                .param("most", most)
                .query(TransferRows::run)
                .list();
    }

    public Optional<TransferRun> findRun(UUID id) {
        return jdbc.sql(RUN + " WHERE r.id = :id")
                .param("id", id)
                .query(TransferRows::run)
                .optional();
    }

    /// Holds it until the transaction ends.
    public void lockRun(UUID id) {
        jdbc.sql("SELECT id FROM casework.transfer_run WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    private static final String RUN = """
            SELECT r.*, (SELECT count(*) FROM casework.transfer_export e WHERE e.run = r.id) AS exports,
                   (SELECT count(*) FROM casework.transfer t WHERE t.run = r.id) AS count,
                   (SELECT coalesce(sum(yen), 0) FROM casework.transfer t WHERE t.run = r.id) AS yen,
                   (SELECT count(*) FROM casework.transfer t WHERE t.run = r.id AND t.state = 'ORDERED') AS ordered
            FROM casework.transfer_run r
            """;

    private static TransferRun run(ResultSet row, int number) throws SQLException {
        return new TransferRun(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new SectionId(row.getString("section")),
                row.getObject("pay_on", LocalDate.class),
                row.getString("by"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new TransferRun.Sums(row.getInt("count"), new Yen(row.getLong("yen")), row.getInt("ordered")),
                row.getInt("exports"));
    }

    public List<Transfer> list(UUID run) {
        return jdbc.sql("""
                        SELECT t.*, coalesce(c.receipt, t.case_receipt) AS receipt, coalesce(c.name, '（廃棄しました）') AS name
                        FROM casework.transfer t LEFT JOIN casework.case_file c ON c.id = t.case_id
                        WHERE t.run = :run ORDER BY t.id
                        """).param("run", run).query(TransferRows::transfer).list();
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                ReceiptNumber.parse(row.getString("receipt")).orElseThrow(),
                row.getString("name"),
                new Yen(row.getLong("yen")),
                new Transfer.Account(
                        row.getString("bank"),
                        row.getString("bank_code"),
                        row.getString("branch"),
                        row.getString("branch_code"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("holder")),
                Transfer.State.valueOf(row.getString("state")),
                row.getObject("state_on", LocalDate.class));
    }

    /// Takes one out of a run that has not gone out.
    public void delete(UUID run, UUID transfer) {
        jdbc.sql("DELETE FROM casework.transfer WHERE run = :run AND id = :id AND state = 'ORDERED'")
                .param("run", run)
                .param("id", transfer)
                .update();
    }

    /// Of the payment of a case that lives.
    public void setState(CaseId id, String state, LocalDate today) {
        jdbc.sql("""
                        UPDATE casework.transfer SET state = :state, state_on = :today
                        WHERE case_id = :id AND state <> 'RETURNED'
                        """)
                .param("id", id.value())
                .param("state", state)
                .param("today", today)
                .update();
    }

    /// Whether the living payment of a case has left the program.
    public boolean isExported(CaseId id) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM casework.transfer t JOIN casework.transfer_export e ON e.run = t.run
                                       WHERE t.case_id = :id AND t.state <> 'RETURNED')
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    /// Whether a case is in payment data and not yet paid.
    public boolean isOrdered(CaseId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.transfer WHERE case_id = :id AND state = 'ORDERED')")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /// @param reason null for the first, and only for the first
    public void insertExport(
            UUID request, TransferRun run, Transfer.Format format, @Nullable String reason, Made made) {
        jdbc.sql("""
                        INSERT INTO casework.transfer_export (request, run, nth, format, reason, by, at)
                        VALUES (:request, :run, :nth, :format, :reason, :by, :at)
                        """)
                .param("request", request)
                .param("run", run.id())
                .param("nth", run.exports() + 1)
                .param("format", format.name())
                .param("reason", reason)
                .param("by", made.by())
                .param("at", CaseRows.at(made.at()))
                .update();
    }

    public boolean isExport(UUID request, UUID run) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM casework.transfer_export WHERE request = :request AND run = :run)")
                .param("request", request)
                .param("run", run)
                .query(Boolean.class)
                .single();
    }

    public record Made(String by, Instant at) {}

    public List<TransferRun.Export> listExports(UUID run) {
        return jdbc.sql("SELECT * FROM casework.transfer_export WHERE run = :run ORDER BY nth")
                .param("run", run)
                .query((row, number) -> new TransferRun.Export(
                        row.getInt("nth"),
                        Transfer.Format.valueOf(row.getString("format")),
                        Optional.ofNullable(row.getString("reason")),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String[] values(Collection<SectionId> sections) {
        return sections.stream().map(SectionId::value).toArray(String[]::new);
    }
}
