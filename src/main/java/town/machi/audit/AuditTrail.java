package town.machi.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import town.machi.audit.jdbc.AuditRows;

/// The record of writes and reads of personal data, sign-ins, exports and refusals.
///
/// A row commits with the act it tells of, or not at all. The [Sealer] chains it within about a second.
@Component
public class AuditTrail {

    private final Clock clock;
    private final AuditRows rows;
    private final TransactionTemplate apart;

    AuditTrail(Clock clock, AuditRows rows, PlatformTransactionManager transactions) {
        this.clock = clock;
        this.rows = rows;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Writes the deed down in the caller's transaction; without one, at once.
    ///
    /// A refusal is kept even when the act that it refused is undone.
    public void record(AuditEntry entry) {
        AuditRow row = row(entry, RequestContextHolder.getRequestAttributes());
        rows.insert(List.of(row));
        if (entry.action() == AuditAction.REFUSAL && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        apart.executeWithoutResult(_ -> rows.insert(List.of(row)));
                    }
                }
            });
        }
    }

    /// A deed that is written down on behalf of whoever did it.
    ///
    /// @param request in which it was done; null outside of one
    public record Done(AuditEntry entry, @Nullable RequestAttributes request) {}

    /// Writes down in one go what several did, in the caller's transaction. For deeds, not for refusals: those must
    /// outlive an act that is undone.
    public void recordAll(List<Done> deeds) {
        if (!deeds.isEmpty()) {
            rows.insert(deeds.stream()
                    .map(each -> row(each.entry(), each.request()))
                    .toList());
        }
    }

    /// Microseconds, as the database keeps them: what is sealed must be what is read.
    private AuditRow row(AuditEntry entry, @Nullable RequestAttributes request) {
        return new AuditRow(
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                new AuditRow.Who(entry.actor().kind(), entry.actor().id(), callerAddress(request)),
                new AuditRow.Deed(entry.action().name(), entry.subject(), entry.what(), entry.outcome()));
    }

    private static String callerAddress(@Nullable RequestAttributes request) {
        return request instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "-";
    }
}
