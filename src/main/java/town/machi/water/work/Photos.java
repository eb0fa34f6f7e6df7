package town.machi.water.work;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Refusal;
import town.machi.platform.Files;
import town.machi.platform.NewFile;
import town.machi.platform.StoredFile;
import town.machi.platform.Storing;
import town.machi.water.Visit;
import town.machi.water.WorkOrder;
import town.machi.water.jdbc.OrderRows;
import town.machi.water.jdbc.VisitRows;

/// Photos of meters: they may come long after the report that speaks of them, and those that never come are asked for.
@Component
public class Photos {

    /// As long as the filing that they belong to.
    private static final int YEARS = 5;

    private final VisitRows visits;
    private final OrderRows orders;
    private final Files files;
    private final AuditTrail audit;
    private final Clock clock;

    Photos(VisitRows visits, OrderRows orders, Files files, AuditTrail audit, Clock clock) {
        this.visits = visits;
        this.orders = orders;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes the photo of a report in. A second one for the same report changes nothing.
    ///
    /// @return why not; empty where it is here now
    @Transactional
    public Optional<Refusal> attach(UUID visit, InputStream content, String name, Actor.Staff staff) {
        Optional<Visit> found = visits.find(visit);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("water.photo.no-visit"));
        }
        if (found.get().photo().isPresent()) {
            return Optional.empty();
        }
        LocalDate until =
                LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO).plusYears(YEARS);
        return switch (files.store(new NewFile(content, name, "water.visit:" + visit, until))) {
            case Storing.Refused(Refusal refusal) -> Optional.of(refusal);
            case Storing.Stored(StoredFile file) -> {
                keep(found.get(), file, staff);
                yield Optional.empty();
            }
        };
    }

    private void keep(Visit visit, StoredFile file, Actor.Staff staff) {
        visits.setPhoto(visit.report().id(), file.name(), file.id());
        WorkOrder order = orders.find(visit.order()).orElseThrow();
        visits.keepBox(order.point(), "", file.id(), clock.instant());
        audit.record(AuditEntry.done(staff, AuditAction.WRITE, order.id().subject(), "photo"));
    }

    /// Reports whose photo has not arrived, oldest first.
    public List<Visit> listMissing() {
        return visits.listWithoutPhoto();
    }
}
