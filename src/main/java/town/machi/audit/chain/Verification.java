package town.machi.audit.chain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import town.machi.audit.AuditRow;
import town.machi.audit.jdbc.ChainRows;

/// Walks the whole chain and says whether the trail is as it was written.
///
/// What it cannot know: rows of the last second, which are not sealed yet, and rows that somebody adds in just the way
/// the program does.
final class Verification {

    /// What came of it. The sentences are for whoever ran the command.
    sealed interface Verdict {

        /// @param sealed how many rows are sealed and sound
        /// @param waiting how many are not sealed yet
        record Sound(long sealed, long waiting) implements Verdict {}

        record Broken(String sentence) implements Verdict {}
    }

    private final ChainRows rows;
    private final List<HeadFile.Head> heads;
    private final Optional<HeadFile.Head> newest;
    private ChainLink last = ChainLink.BEFORE_THE_FIRST;
    private int nextHead;
    private @Nullable String fault;

    /// @param headFile read now, before the caller's snapshot: the file is never ahead of the database
    Verification(ChainRows rows, HeadFile headFile) {
        this.rows = rows;
        this.newest = headFile.read();
        this.heads = headFile.readLog();
    }

    /// Needs one transaction with a snapshot (REPEATABLE READ).
    Verdict run() {
        rows.forEach(this::check);
        if (fault == null) {
            findOutOfTurn();
        }
        if (fault == null) {
            checkEnd();
        }
        return fault == null ? new Verdict.Sound(last.position(), rows.countWaiting()) : new Verdict.Broken(fault);
    }

    private void check(ChainRows.Sealed sealed) {
        ChainLink link = sealed.link();
        AuditRow row = sealed.row();
        if (fault != null) {
            return;
        }
        if (link.position() != last.position() + 1) {
            fault = "Row " + (last.position() + 1) + " of the chain was removed (after " + where(last) + ").";
        } else if (row == null) {
            fault = "Entry " + link.number() + " was removed (" + where(link) + ").";
        } else if (!link.seals(row, last)) {
            fault = "Entry " + link.number() + " was changed (" + where(link) + ").";
        } else {
            checkAgainstHeads(link);
            last = link;
        }
    }

    /// A chain made anew over changed rows is sound in itself, but it is not the one whose heads were noted.
    private void checkAgainstHeads(ChainLink link) {
        while (nextHead < heads.size() && heads.get(nextHead).position() < link.position()) {
            nextHead++;
        }
        boolean noted = nextHead < heads.size() && heads.get(nextHead).position() == link.position();
        if (noted && !heads.get(nextHead).hash().equals(link.hex())) {
            long from = nextHead == 0 ? 1 : heads.get(nextHead - 1).position() + 1;
            fault = "The chain was made anew: of the rows " + from + " to " + link.position()
                    + " at least one is not what was sealed.";
        }
    }

    private void findOutOfTurn() {
        long settled = Sealer.settled(rows, last);
        rows.findFirstGoneWhileWaiting()
                .ifPresent(number -> fault = "Entry " + number + " was removed before it was sealed.");
        rows.findFirstOutOfTurn(settled)
                .ifPresent(
                        row -> fault = "Entry " + row.number() + " was added out of turn (it says " + row.at() + ").");
    }

    private void checkEnd() {
        if (newest.isEmpty()) {
            fault = last.position() == 0
                    ? null
                    : "The head file is missing, so nobody can tell whether the end was cut off. The chain itself is"
                            + " sound up to row " + last.position() + ".";
            return;
        }
        HeadFile.Head head = newest.get();
        if (last.position() < head.position()) {
            fault = "The end was cut off: rows " + (last.position() + 1) + " to " + head.position()
                    + " of the chain are gone (sealed until " + head.sealedAt() + ").";
        } else if (!rows.findByPosition(head.position())
                .filter(link -> link.hex().equals(head.hash()))
                .isPresent()) {
            long from = heads.stream()
                    .mapToLong(HeadFile.Head::position)
                    .filter(position -> position < head.position())
                    .max()
                    .orElse(0);
            fault = "The chain was made anew: of the rows " + (from + 1) + " to " + head.position()
                    + " at least one is not what was sealed.";
        }
    }

    private static String where(ChainLink link) {
        return "row " + link.position() + " of the chain, sealed " + link.sealedAt();
    }
}
