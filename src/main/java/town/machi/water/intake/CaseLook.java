package town.machi.water.intake;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.kernel.Actor;
import town.machi.water.CasePoint;
import town.machi.water.CrewDay;
import town.machi.water.CrewDays;
import town.machi.water.Hold;
import town.machi.water.SupplyPoint;
import town.machi.water.SupplyPointId;
import town.machi.water.jdbc.CasePointRows;
import town.machi.water.jdbc.HoldRows;
import town.machi.water.jdbc.PointRows;
import town.machi.water.jdbc.PointSearch;

/// A case about water as staff look at it: the point or the candidates, and what is to be settled. Whoever looks is
/// written down for each point that is shown.
@Component
public class CaseLook {

    private final CasePointRows points;
    private final HoldRows holds;
    private final Matching matching;
    private final Register register;
    private final CrewDays days;

    CaseLook(CasePointRows points, HoldRows holds, Matching matching, Register register, CrewDays days) {
        this.points = points;
        this.holds = holds;
        this.matching = matching;
        this.register = register;
        this.days = days;
    }

    @Component
    record Register(PointRows rows, PointSearch search, Cases cases, AuditTrail audit) {}

    /// @param candidates the point itself where it is settled; else what a person may choose from
    /// @param slot the crew's day that is held for it
    public record Looked(
            CasePoint point, Said said, List<SupplyPoint> candidates, List<Hold> holds, Optional<CrewDay> slot) {}

    @Transactional
    public Optional<Looked> look(CaseFile file, Actor.Staff staff) {
        Optional<CasePoint> found = points.find(file.id());
        Optional<Said> said = Said.of(file);
        if (found.isEmpty() || said.isEmpty()) {
            return Optional.empty();
        }
        CasePoint point = found.get();
        List<SupplyPoint> candidates = point.point().isPresent()
                ? register.rows().find(point.point().get()).stream().toList()
                : matching.match(said.get()).candidates();
        candidates.forEach(candidate -> read(candidate, staff));
        return Optional.of(
                new Looked(point, said.get(), candidates, holds.list(file.id()), days.find(point.submission())));
    }

    /// A point by one of its numbers, for staff who know better than the register's guess.
    @Transactional
    public Optional<SupplyPoint> findNumbered(String number, Actor.Staff staff) {
        Optional<SupplyPoint> found = register.search().findNumbered(number.strip());
        found.ifPresent(point -> read(point, staff));
        return found;
    }

    @Transactional
    public Optional<SupplyPoint> find(SupplyPointId id, Actor.Staff staff) {
        Optional<SupplyPoint> found = register.rows().find(id);
        found.ifPresent(point -> read(point, staff));
        return found;
    }

    /// The other case of a hold, as far as this person may see it.
    public Optional<CaseFile> findOther(CaseId id, Actor.Staff staff) {
        return register.cases().find(id, staff, "water-panel");
    }

    private void read(SupplyPoint point, Actor.Staff staff) {
        register.audit()
                .record(AuditEntry.done(staff, AuditAction.READ, point.id().subject(), "case-panel"));
    }
}
