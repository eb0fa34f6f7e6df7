package town.machi.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseId;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseList;
import town.machi.casework.jdbc.CaseSearch;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.SectionId;

/// Lists of the cases that somebody may see.
@Component
public class Lists {

    /// Rows of an export; who needs more narrows the filter.
    public static final int MOST_EXPORTED = 20_000;

    private final CaseSearch search;
    private final Access access;
    private final AuditTrail audit;
    private final Clock clock;

    Lists(CaseSearch search, Access access, AuditTrail audit, Clock clock) {
        this.search = search;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Looking for somebody is a reading. A receipt number that leads to nothing is an attempt, and noted as one.
    @Transactional
    public CaseList list(CaseFilter filter, Optional<String> cursor, Actor.Staff staff) {
        CaseList found = search.list(filter, scope(filter, staff), cursor);
        if (!filter.words().isBlank()) {
            Optional<ReceiptNumber> receipt = ReceiptNumber.parse(filter.words());
            if (receipt.isPresent() && found.lines().isEmpty()) {
                access.open(receipt.get(), staff, "search");
            } else {
                record(AuditAction.READ, "search", staff);
            }
        }
        return found;
    }

    /// Everything that the filter shows, up to [#MOST_EXPORTED].
    ///
    /// @param what `list.csv`
    @Transactional
    public List<CaseLine> export(CaseFilter filter, String what, Actor.Staff staff) {
        List<CaseLine> lines = search.listAll(filter, scope(filter, staff), MOST_EXPORTED);
        record(AuditAction.EXPORT, what + " rows:" + lines.size(), staff);
        return lines;
    }

    /// Up to [CaseList#COUNTED] and one more.
    public int count(CaseFilter filter, Actor.Staff staff) {
        return search.count(filter, scope(filter, staff), CaseList.COUNTED + 1);
    }

    /// The most urgent open case besides this one: among one's own first, then among the section's.
    public Optional<CaseLine> findNext(CaseId besides, Actor.Staff staff) {
        return Stream.of(CaseFilter.View.MINE, CaseFilter.View.SECTION)
                .map(CaseFilter::of)
                .flatMap(filter -> search.listAll(filter, scope(filter, staff), 2).stream())
                .filter(line -> !line.id().equals(besides))
                .findFirst();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }

    private CaseSearch.Scope scope(CaseFilter filter, Actor.Staff staff) {
        Set<SectionId> own = Access.sections(staff);
        Set<SectionId> asked = filter.section()
                .map(section -> own.contains(section) ? Set.of(section) : Set.<SectionId>of())
                .orElse(own);
        return new CaseSearch.Scope(asked, staff.staffId(), today());
    }

    private void record(AuditAction action, String what, Actor.Staff staff) {
        String sections = String.join(
                ".",
                Access.sections(staff).stream().sorted().map(Object::toString).toList());
        String subject = sections.isEmpty() || sections.length() > 100 ? "-" : "casework.list:" + sections;
        audit.record(new AuditEntry(staff, action, subject, what, "ok"));
    }
}
