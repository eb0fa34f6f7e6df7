package town.machi.casework.desk;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.ActOutcome;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.jdbc.CaseRows;
import town.machi.kernel.Actor;

/// Notes among ourselves, and messages to the resident.
@Component
public class Saying {

    /// Characters that a note or message may have.
    public static final int LONGEST = 4000;

    private final Access access;
    private final CaseRows rows;
    private final Journal journal;
    private final Reporting reporting;

    Saying(Access access, CaseRows rows, Journal journal, Reporting reporting) {
        this.access = access;
        this.rows = rows;
        this.journal = journal;
        this.reporting = reporting;
    }

    /// Read by the office only.
    @Transactional
    public ActOutcome note(CaseId id, String words, UUID request, Actor.Staff staff) {
        return journal.once(
                access.lock(id, staff, "note"),
                request,
                file -> check(words).orElseGet(() -> {
                    Journal.Entry entry =
                            Journal.Entry.of(CaseEvent.Kind.NOTED, CaseEvent.Place.NOWHERE, words.strip(), request);
                    return new ActOutcome.Done(journal.write(file, staff, entry));
                }));
    }

    /// Read by the resident, on the page of their receipt number and by mail where they gave an address. The case
    /// stays where it is; its revision counts up, so that the words arrive in order.
    @Transactional
    public ActOutcome tell(CaseId id, String words, UUID request, Actor.Staff staff) {
        return journal.once(
                access.lock(id, staff, "tell"),
                request,
                file -> check(words).orElseGet(() -> {
                    CaseFile told = Changes.counted(file);
                    rows.updateStanding(told);
                    Journal.Entry entry =
                            Journal.Entry.of(CaseEvent.Kind.TOLD, CaseEvent.Place.NOWHERE, words.strip(), request);
                    CaseEvent event = journal.write(told, staff, entry);
                    reporting.tell(told, new Reporting.Words(words.strip(), Optional.empty()));
                    return new ActOutcome.Done(event);
                }));
    }

    private static Optional<ActOutcome> check(String words) {
        if (words.isBlank()) {
            return Optional.of(ActOutcome.refused("casework.refusal.words-missing"));
        }
        return words.length() > LONGEST
                ? Optional.of(ActOutcome.refused("casework.refusal.words-too-long", LONGEST))
                : Optional.empty();
    }
}
