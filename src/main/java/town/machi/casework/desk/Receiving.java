package town.machi.casework.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.casework.CaseEvent;
import town.machi.casework.CaseFile;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.Standing;
import town.machi.casework.Step;
import town.machi.casework.jdbc.CaseRows;
import town.machi.casework.jdbc.SearchWords;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.ProblemException;
import town.machi.kernel.StaffId;
import town.machi.submission.Filed;

/// Takes in what the resident sends after the first package: corrections and withdrawals. What comes too late is
/// written down and changes nothing.
@Component
public class Receiving {

    private static final String STAFF = "staff:";

    private final CaseRows rows;
    private final SearchWords search;
    private final CaseDefinitions definitions;
    private final Journal journal;
    private final Reporting reporting;

    Receiving(CaseRows rows, SearchWords search, CaseDefinitions definitions, Journal journal, Reporting reporting) {
        this.rows = rows;
        this.search = search;
        this.definitions = definitions;
        this.journal = journal;
        this.reporting = reporting;
    }

    @EventListener
    @Transactional
    public void correct(Filed.Correction filed) {
        Optional<CaseFile> next = next(filed);
        if (next.isEmpty()) {
            return;
        }
        CaseFile file = next.get();
        Set<String> open = file.state().fieldsOpen();
        switch (definitions.workflow(file.basis()).correct(file.standing(), filed.at())) {
            case Step.Taken(Standing to) -> take(file, filed, open, to);
            case Step.Refused _, Step.Stale _ -> {
                rows.updateStanding(file);
                journal.write(file, resident(filed), late(file.answers(), filed.answers()));
            }
        }
    }

    @EventListener
    @Transactional
    public void withdraw(Filed.Withdrawal filed) {
        Optional<CaseFile> next = next(filed);
        if (next.isEmpty()) {
            return;
        }
        CaseFile file = next.get();
        switch (definitions.workflow(file.basis()).withdraw(file.standing(), filed.at())) {
            case Step.Taken(Standing to) -> {
                CaseFile moved = Changes.at(file, to);
                rows.updateStanding(moved);
                CaseEvent.Place place = CaseEvent.Place.of("withdraw", file.state(), to.state());
                journal.write(moved, resident(filed), Journal.Entry.of(CaseEvent.Kind.WITHDRAWN, place, "", null));
                reporting.moved(file, moved, "withdraw", Reporting.Words.NONE);
            }
            case Step.Refused _, Step.Stale _ -> {
                rows.updateStanding(file);
                CaseEvent.Kind late = CaseEvent.Kind.WITHDRAWAL_LATE;
                journal.write(file, resident(filed), Journal.Entry.of(late, CaseEvent.Place.NOWHERE, "", null));
                reporting.withdrawalLate(file);
            }
        }
    }

    private void take(CaseFile file, Filed.Correction filed, Set<String> open, Standing to) {
        Answers allowed = only(filed.answers(), open);
        Answers answers = replaced(file.answers(), allowed, open);
        Applicant applicant = Applicant.in(definitions.get(file.basis()), answers);
        CaseFile moved = Changes.corrected(file, to, applicant.name(), answers, files(file, filed, answers));
        rows.update(moved, applicant.sortKey());
        search.replace(file.id(), applicant.words());
        CaseEvent.Place place = CaseEvent.Place.of("correct", file.state(), to.state());
        List<CaseEvent.Change> changes = changes(file.answers(), answers);
        journal.write(
                moved, by(filed, changes), new Journal.Entry(CaseEvent.Kind.CORRECTED, place, "", open, changes, null));
        if (allowed.byPath().size() < filed.answers().byPath().size()) {
            journal.write(moved, resident(filed), late(answers, without(filed.answers(), open)));
        }
        reporting.moved(file, moved, "correct", Reporting.Words.NONE);
    }

    /// The case that this package is for, with its number written in; empty where it came before.
    private Optional<CaseFile> next(Filed filed) {
        CaseFile file = rows.lockBySubmission(filed.submission())
                .orElseThrow(() -> new ProblemException(CaseworkProblem.PACKAGE_WITHOUT_CASE));
        int last = file.filing().sequence();
        if (filed.sequence() <= last) {
            return Optional.empty();
        }
        if (filed.sequence() > last + 1) {
            throw new ProblemException(CaseworkProblem.PACKAGE_MISSING, last + 1);
        }
        return Optional.of(Changes.numbered(file, filed.sequence()));
    }

    private static Journal.Entry late(Answers now, Answers sent) {
        Set<String> paths = new TreeSet<>(sent.byPath().keySet());
        List<CaseEvent.Change> changes = paths.stream()
                .map(path -> new CaseEvent.Change(path, value(now, path), value(sent, path)))
                .toList();
        return new Journal.Entry(CaseEvent.Kind.CORRECTION_LATE, CaseEvent.Place.NOWHERE, "", paths, changes, null);
    }

    private static Answers replaced(Answers now, Answers sent, Set<String> open) {
        Answers next = now;
        for (String question : open) {
            SortedMap<String, Answer> fields = only(sent, Set.of(question)).byPath();
            next = fields.isEmpty() ? next : next.with(question, fields);
        }
        return next;
    }

    private static List<CaseEvent.Change> changes(Answers before, Answers after) {
        Set<String> paths = new TreeSet<>(before.byPath().keySet());
        paths.addAll(after.byPath().keySet());
        return paths.stream()
                .filter(path -> !before.text(path).equals(after.text(path)))
                .map(path -> new CaseEvent.Change(path, value(before, path), value(after, path)))
                .toList();
    }

    private static @Nullable String value(Answers answers, String path) {
        return answers.find(path).map(Answer::value).orElse(null);
    }

    private static Answers only(Answers answers, Set<String> open) {
        return new Answers(filtered(answers, open, true));
    }

    private static Answers without(Answers answers, Set<String> open) {
        return new Answers(filtered(answers, open, false));
    }

    private static SortedMap<String, Answer> filtered(Answers answers, Set<String> open, boolean inside) {
        SortedMap<String, Answer> kept = new TreeMap<>(answers.byPath());
        kept.keySet().removeIf(path -> inside != open.stream().anyMatch(field -> Answers.belongsTo(field, path)));
        return kept;
    }

    /// Those that an answer still names, old and new.
    private static List<Filed.FileRef> files(CaseFile file, Filed.Correction filed, Answers answers) {
        Set<String> values =
                answers.byPath().values().stream().map(Answer::value).collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>();
        List<Filed.FileRef> files = new ArrayList<>();
        for (List<Filed.FileRef> some : List.of(file.files(), filed.files())) {
            some.stream()
                    .filter(ref -> values.contains(ref.id().toString()) && seen.add(ref.id()))
                    .forEach(files::add);
        }
        return files;
    }

    /// The resident, or the one of the office who typed all that is new.
    private static Actor by(Filed.Correction filed, List<CaseEvent.Change> changes) {
        Set<String> hands = changes.stream()
                .flatMap(change -> filed.answers().find(change.path()).stream())
                .map(Answer::by)
                .collect(Collectors.toSet());
        return hands.size() == 1 && hands.iterator().next().startsWith(STAFF)
                ? new Actor.Staff(
                        new StaffId(UUID.fromString(hands.iterator().next().substring(STAFF.length()))),
                        "",
                        Set.of(),
                        Set.of())
                : resident(filed);
    }

    private static Actor resident(Filed filed) {
        return new Actor.Resident(filed.submission().toString());
    }
}
