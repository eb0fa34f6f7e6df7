package town.machi.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.procedure.jdbc.VersionRows;

/// The front door: what the town offers, in versions that never change.
@Component
public class Procedures {

    private final PublishedCache cache;
    private final Definitions definitions;
    private final VersionRows rows;
    private final Publisher publisher;
    private final Town town;
    private final Clock clock;

    Procedures(
            PublishedCache cache,
            Definitions definitions,
            VersionRows rows,
            Publisher publisher,
            Town town,
            Clock clock) {
        this.cache = cache;
        this.definitions = definitions;
        this.rows = rows;
        this.publisher = publisher;
        this.town = town;
        this.clock = clock;
    }

    /// The newest version of every procedure, by name.
    public List<Published> listPublished() {
        return cache.newest().values().stream()
                .sorted(Comparator.comparing(published -> published.name().value()))
                .toList();
    }

    /// The newest version of one.
    public Optional<Published> findPublished(ProcedureName name) {
        return Optional.ofNullable(cache.newest().get(name));
    }

    /// A version that a draft or a case began on.
    ///
    /// @throws ProblemException [ProcedureProblem#UNKNOWN]
    public Published getVersion(ProcedureName name, int version) {
        return findPublished(name)
                .filter(newest -> newest.version() == version)
                .or(() -> rows.find(name, version).map(cache::of))
                .orElseThrow(() -> new ProblemException(ProcedureProblem.UNKNOWN, name.value()));
    }

    /// The definition of a frozen source, whether or not this house ever published it. Kept in memory by its hash.
    ///
    /// @throws ProblemException [ProcedureProblem#UNREADABLE]
    public Definition read(ProcedureSource source) {
        return definitions.read(source, source.hash());
    }

    /// Everything that is wrong with a source; empty: it can be published.
    public List<Fault> check(ProcedureSource source) {
        return definitions.check(source, "").faults();
    }

    /// Makes a source the newest version of its procedure.
    public Publication publish(ProcedureSource source, Actor actor) {
        return publisher.publish(source, "", actor, Publisher.Known.NEWEST_ONLY);
    }

    /// What the rooms know now for a form of this procedure, by name (`today`, `earliestStart`, `section.tel`); what
    /// is not known is absent. A value of kind TEXT may be [Words], to be said in the reader's language.
    public Map<String, Object> facts(Definition definition) {
        return facts(definition, clock.instant());
    }

    /// The same for a filing at another time.
    public Map<String, Object> facts(Definition definition, Instant at) {
        return definitions.facts(new Facts.Context(
                definition.name(), definition.section(), town.calendar().countFrom(at), "", false));
    }
}
