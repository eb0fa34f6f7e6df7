package town.machi.casework.keeping;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseId;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Disposal;
import town.machi.casework.Hold;
import town.machi.casework.jdbc.HeldBackRows;
import town.machi.casework.jdbc.KeepingRows;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;

/// What is past its 保存期間, by procedure and fiscal year of closing: the candidates for 廃棄. Numbers and days, no names.
@Component
public class Shelves {

    /// Rows of a page.
    public static final int ROWS = 50;

    /// As many as one 伺い takes.
    public static final int MOST = 5_000;

    private static final int MOST_EXPORTED = 50_000;

    private final KeepingRows rows;
    private final KeepingTerms terms;
    private final HeldBackRows holds;
    private final AuditTrail audit;

    Shelves(KeepingRows rows, KeepingTerms terms, HeldBackRows holds, AuditTrail audit) {
        this.rows = rows;
        this.holds = holds;
        this.terms = terms;
        this.audit = audit;
    }

    public List<KeepingRows.Group> list(Actor.Staff staff) {
        return rows.groups(terms.edges(), terms.sections(staff));
    }

    /// The counts of one shelf; empty: nothing on it is past its 保存期間.
    public Optional<KeepingRows.Group> find(Disposal.Shelf shelf, Actor.Staff staff) {
        return list(staff).stream().filter(group -> group.shelf().equals(shelf)).findFirst();
    }

    /// @param page counted from 1
    public List<KeepingRows.Line> page(Disposal.Shelf shelf, int page, Actor.Staff staff) {
        check(shelf, staff);
        return rows.list(terms.edges(), shelf, (page - 1L) * ROWS, ROWS);
    }

    /// What of a shelf may be proposed now, up to [#MOST].
    ///
    /// @param ticked only these; empty: any
    List<KeepingRows.Line> free(Disposal.Shelf shelf, Optional<Set<CaseId>> ticked, Actor.Staff staff) {
        check(shelf, staff);
        return rows.listFree(terms.edges(), shelf, ticked.map(ids -> ids), MOST);
    }

    /// The 廃棄目録, to take away.
    ///
    /// @param what `catalogue.csv`
    @Transactional
    public List<KeepingRows.Line> export(Disposal.Shelf shelf, String what, Actor.Staff staff) {
        check(shelf, staff);
        List<KeepingRows.Line> lines = rows.list(terms.edges(), shelf, 0, MOST_EXPORTED);
        audit.record(AuditEntry.done(
                staff,
                AuditAction.EXPORT,
                "casework.keeping:" + shelf.procedure().value() + "."
                        + shelf.year().year(),
                what + " rows:" + lines.size()));
        return lines;
    }

    /// By receipt number or by whom a case is about: until when each is kept. Looking for somebody is a reading.
    @Transactional
    public List<KeepingRows.Line> search(String typed, Actor.Staff staff) {
        audit.record(AuditEntry.done(staff, AuditAction.READ, "-", "keeping:search"));
        return rows.search(typed, terms.sections(staff), ROWS);
    }

    /// Why a case is held; empty where it is not.
    public List<Hold.Ground> groundsOf(KeepingRows.Line line) {
        return line.held()
                ? holds.listOf(line.id()).stream().map(Hold::ground).distinct().toList()
                : List.of();
    }

    private void check(Disposal.Shelf shelf, Actor.Staff staff) {
        if (!terms.sections(staff).contains(shelf.section())) {
            throw new ProblemException(CaseworkProblem.NO_SUCH_CASE);
        }
    }
}
