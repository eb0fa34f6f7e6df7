package town.machi.procedure;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.Actor;
import town.machi.procedure.jdbc.VersionRows;

/// Makes versions. One procedure is published by one caller at a time, on whichever node.
@Component
class Publisher {

    private final Definitions definitions;
    private final VersionRows rows;
    private final PublishedCache cache;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Publisher(
            Definitions definitions,
            VersionRows rows,
            PublishedCache cache,
            AuditTrail audit,
            TransactionOperations transaction,
            Clock clock) {
        this.definitions = definitions;
        this.rows = rows;
        this.cache = cache;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Which earlier version makes a source nothing new.
    enum Known {
        /// The newest: somebody wants this source now, even where it was there before.
        NEWEST_ONLY,
        /// Any: a node that starts with an older folder must not bring an older version back.
        ANY
    }

    /// Whether this very source was published under that name before.
    boolean hasPublished(String folder, ProcedureSource source) {
        return rows.exists(folder, source.hash());
    }

    /// @param folder the name that the procedure must have; empty where it may have any
    Publication publish(ProcedureSource source, String folder, Actor actor, Known known) {
        DefinitionReader.Outcome outcome = definitions.check(source, folder);
        Optional<Definition> whole = outcome.whole();
        if (whole.isEmpty()) {
            return new Publication.Refused(outcome.faults());
        }
        Publication publication = transaction.execute(_ -> insert(whole.get(), source, actor, known));
        cache.forget();
        return publication;
    }

    private Publication insert(Definition definition, ProcedureSource source, Actor actor, Known known) {
        rows.lock(definition.name());
        List<VersionRows.Row> before = rows.list(definition.name());
        String hash = source.hash();
        Optional<VersionRows.Row> same = before.stream()
                .limit(known == Known.ANY ? before.size() : 1)
                .filter(row -> row.hash().equals(hash))
                .findFirst();
        if (same.isPresent()) {
            return new Publication.Unchanged(definition.name(), same.get().version());
        }
        int version = before.isEmpty() ? 1 : before.getFirst().version() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.insert(
                new VersionRows.Row(definition.name(), version, hash, source, at, actor.kind() + ":" + actor.id()),
                actor);
        audit.record(AuditEntry.done(
                actor, AuditAction.WRITE, "procedure.version:" + definition.name() + "." + version, "publish"));
        return new Publication.Done(new Published(definition.name(), version, hash, definition, source, at));
    }
}
