package town.machi.casework.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import town.machi.casework.CaseFile;
import town.machi.procedure.ProcedureSource;

/// The frozen sources under which cases were filed, once for each hash.
@Component
public class DefinitionRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final Set<String> stored = ConcurrentHashMap.newKeySet();

    DefinitionRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Writes it where it is new; once the transaction has ended well, it is known to be there and is not sent again.
    public void keep(CaseFile.Basis basis, ProcedureSource source, Instant now) {
        if (stored.contains(basis.hash())) {
            return;
        }
        jdbc.sql("""
                INSERT INTO casework.definition (hash, procedure, version, source, seen_at)
                VALUES (:hash, :procedure, :version, :source::jsonb, :now) ON CONFLICT DO NOTHING
                """)
                .param("hash", basis.hash())
                .param("procedure", basis.procedure().value())
                .param("version", basis.version())
                .param("source", json.write(source))
                .param("now", CaseRows.at(now))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                stored.add(basis.hash());
            }
        });
    }

    public Optional<ProcedureSource> find(String hash) {
        return jdbc.sql("SELECT source FROM casework.definition WHERE hash = :hash")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .map(json::source);
    }

    /// Everything under which a case was ever filed, newest version first.
    public List<CaseFile.Basis> list() {
        return jdbc.sql(
                        "SELECT hash AS definition, procedure, version FROM casework.definition ORDER BY procedure, version DESC")
                .query((row, number) -> CaseRows.basis(row))
                .list();
    }
}
