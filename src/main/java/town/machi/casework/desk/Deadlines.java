package town.machi.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseId;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.DeadlineRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.SectionId;

/// Notices what has run out, each once, and tells those who decide. Nothing depends on when it last looked: it asks
/// what is late now and was not told yet.
@Component
public class Deadlines {

    private static final int AT_ONCE = 200;
    private static final Actor JOB = new Actor.SystemJob("casework.deadlines");

    private final DeadlineRows deadlines;
    private final CaseRows cases;
    private final Journal journal;
    private final SectionMail mail;
    private final Clock clock;

    Deadlines(DeadlineRows deadlines, CaseRows cases, Journal journal, SectionMail mail, Clock clock) {
        this.deadlines = deadlines;
        this.cases = cases;
        this.journal = journal;
        this.mail = mail;
        this.clock = clock;
    }

    /// One look.
    ///
    /// @return how many it noticed; as many as it takes at once means: look again
    @Transactional
    public int look() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        List<CaseId> late = deadlines.claim(today, AT_ONCE);
        Map<SectionId, List<String>> numbers = new TreeMap<>();
        for (CaseId id : late) {
            CaseFile file = cases.find(id).orElseThrow();
            CaseEvent.Place place = new CaseEvent.Place(null, file.state().id(), null, null, null);
            String due = file.state().deadline().map(LocalDate::toString).orElse("");
            journal.write(file, JOB, Journal.Entry.of(CaseEvent.Kind.RAN_OUT, place, due, null));
            numbers.computeIfAbsent(file.section(), _ -> new ArrayList<>())
                    .add(file.receipt().format());
        }
        numbers.forEach(mail::ranOut);
        return late.size();
    }
}
