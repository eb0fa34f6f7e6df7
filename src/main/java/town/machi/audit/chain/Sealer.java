package town.machi.audit.chain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.audit.AuditRow;
import town.machi.audit.jdbc.ChainRows;

/// Chains what was committed. Every node tries each second; one at a time gets the lock.
///
/// Rows of parallel transactions become visible out of the order of their numbers, so the chain has an order of its
/// own: that of sealing. A row whose neighbours were sealed [#LATEST] before the last link is not sealed at all: no
/// transaction of ours lasts so long, so somebody put it there. `bin/audit-verify` names it. (Counted from the last
/// link and not from now, so that what a crash left unsealed is sealed whenever the program comes back.)
///
/// When the chain does not reach as far as the head file says, or has another hash there, nothing more is sealed: the
/// evidence must not be written over.
public final class Sealer {

    /// How long after its neighbours a row may still be committed.
    static final Duration LATEST = Duration.ofMinutes(15);

    static final int BATCH = 2000;

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final Clock clock;
    private final ChainRows rows;
    private final HeadFile headFile;
    private final TransactionTemplate transaction;
    private boolean toldOfTheBreak;

    Sealer(Clock clock, ChainRows rows, HeadFile headFile, TransactionTemplate transaction) {
        this.clock = clock;
        this.rows = rows;
        this.headFile = headFile;
        this.transaction = transaction;
    }

    /// Seals all that waits, and writes the head down.
    ///
    /// @return whether the chain still agrees with the head file
    public synchronized boolean seal() {
        if (!agreesWithHeadFile()) {
            tellOnce();
            return false;
        }
        toldOfTheBreak = false;
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> sealBatch()));
        }
        writeHead();
        return true;
    }

    /// How it stands with the seal.
    ///
    /// @param agrees whether the chain is the one that the head file knows
    /// @param lastSealedAt empty while nothing is sealed
    public record State(boolean agrees, long sealed, long waiting, Optional<Instant> lastSealedAt) {}

    public State state() {
        Optional<ChainLink> last = rows.findLast();
        return new State(
                agreesWithHeadFile(),
                last.map(ChainLink::position).orElse(0L),
                rows.countWaiting(),
                last.map(ChainLink::sealedAt));
    }

    private boolean agreesWithHeadFile() {
        return headFile.read()
                .map(head -> rows.findByPosition(head.position())
                        .filter(link -> link.hex().equals(head.hash()))
                        .isPresent())
                .orElse(true);
    }

    /// @return whether more is waiting
    private boolean sealBatch() {
        if (!rows.tryLock()) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ChainLink last = rows.findLast().orElse(ChainLink.BEFORE_THE_FIRST);
        List<AuditRow> waiting = rows.listWaiting(settled(rows, last), BATCH);
        List<ChainLink> links = new ArrayList<>(waiting.size());
        for (AuditRow row : waiting) {
            last = last.next(row, now);
            links.add(last);
        }
        rows.insert(links);
        return waiting.size() == BATCH;
    }

    /// Rows up to this number can no longer be sealed.
    static long settled(ChainRows rows, ChainLink last) {
        return rows.highestSealedBefore(last.sealedAt().minus(LATEST));
    }

    /// Another node may have sealed: its head is as good as ours.
    private void writeHead() {
        long known = headFile.read().map(HeadFile.Head::position).orElse(0L);
        rows.findLast()
                .filter(link -> link.position() > known)
                .map(HeadFile.Head::of)
                .ifPresent(headFile::write);
    }

    private void tellOnce() {
        if (!toldOfTheBreak) {
            log.error(
                    "The audit trail in the database does not agree with {}. Nothing more is sealed until this is"
                            + " cleared up. Run bin/audit-verify. If the database was restored from a backup on"
                            + " purpose, move that file and audit-heads.log away.",
                    headFile.path());
        }
        toldOfTheBreak = true;
    }
}
