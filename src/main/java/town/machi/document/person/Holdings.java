package town.machi.document.person;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.modulith.ApplicationModule;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.document.DocumentProblem;
import town.machi.document.jdbc.LookRows;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.PersonalData.Extract;
import town.machi.kernel.ProblemException;

/// Asks every room what it holds on a person. What was asked and what was read is in the audit; who it was, is not.
@Component
public class Holdings {

    private static final String SUBMISSION = "submission:";

    private final List<PersonalData> rooms;
    private final PersonAccess access;
    private final LookRows looks;
    private final AuditTrail audit;
    private final Clock clock;

    Holdings(List<PersonalData> rooms, PersonAccess access, LookRows looks, AuditTrail audit, Clock clock) {
        this.rooms = rooms;
        this.access = access;
        this.looks = looks;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where something lies, no values.
    ///
    /// @param request the client-made id of the look; the same one again writes down nothing new
    @Transactional
    public Held.Listed find(Wanted wanted, UUID request, Actor.Staff staff) {
        access.require(staff, "find");
        Map<String, Integer> asked = new LinkedHashMap<>();
        Map<String, Held.Found> found = new LinkedHashMap<>();
        for (PersonalData room : rooms) {
            String name = nameOf(room);
            int before = found.size();
            wanted.parts()
                    .forEach((part, key) -> room.find(key)
                            .forEach(trace -> found.merge(
                                    trace.subject(),
                                    new Held.Found(trace.subject(), name, trace.what(), List.of(part), trace.guarded()),
                                    Holdings::both)));
            asked.merge(name, found.size() - before, Integer::sum);
        }
        List<Held.Found> shown = found.values().stream()
                .filter(each -> !each.guarded() || PersonAccess.seesGuarded(staff))
                .toList();
        Look look = look(wanted, request, staff, shown.size());
        looks.insert(look);
        audit.record(AuditEntry.done(
                staff,
                AuditAction.READ,
                look.subject(),
                "find by " + String.join(", ", look.parts()) + "; " + why(look)));
        return new Held.Listed(look, shown, counts(asked, shown));
    }

    /// A room's number must not betray what is not shown.
    private static Map<String, Integer> counts(Map<String, Integer> asked, List<Held.Found> shown) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        asked.keySet()
                .forEach(room -> counts.put(room, (int)
                        shown.stream().filter(each -> each.room().equals(room)).count()));
        return counts;
    }

    private static Held.Found both(Held.Found one, Held.Found other) {
        Set<String> parts = new TreeSet<>(one.parts());
        parts.addAll(other.parts());
        return new Held.Found(
                one.subject(), one.room(), one.what(), List.copyOf(parts), one.guarded() || other.guarded());
    }

    private Look look(Wanted wanted, UUID request, Actor.Staff staff, int found) {
        return new Look(
                request,
                clock.instant(),
                "staff:" + staff.id(),
                wanted.reason(),
                wanted.request().map(number -> number.symbols()).orElse(""),
                wanted.words(),
                wanted.parts().keySet().stream().sorted().toList(),
                found);
    }

    private static String why(Look look) {
        return "reason " + look.reason().name() + (look.receipt().isEmpty() ? "" : ", request " + look.receipt());
    }

    /// The values of the records that were chosen, and of what hangs on the submissions among them.
    ///
    /// @param taken `view`, or as what it is taken away: `pdf`, `csv`, `xlsx`
    @Transactional
    public Held.Opened open(Wanted wanted, Set<String> chosen, UUID request, String taken, Actor.Staff staff) {
        access.require(staff, taken);
        Look look = looks.find(request)
                .filter(each -> each.by().equals("staff:" + staff.id()))
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_LOOK));
        List<Held.Opened.Section> sections = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        PersonKey hanging = hanging(chosen);
        for (PersonalData room : rooms) {
            Set<String> hidden = hidden(room, List.of(wanted.key(), hanging), staff);
            List<Extract> extracts = new ArrayList<>(room.export(wanted.key()));
            extracts.removeIf(extract -> !chosen.contains(extract.subject()));
            extracts.addAll(room.export(hanging));
            extracts.stream()
                    .filter(extract -> !hidden.contains(extract.subject()) && seen.add(extract.subject()))
                    .forEach(extract -> sections.add(new Held.Opened.Section(nameOf(room), extract)));
        }
        AuditAction action = taken.equals("view") ? AuditAction.READ : AuditAction.EXPORT;
        String what = "person:" + taken + " for " + look.subject() + "; " + why(look);
        sections.forEach(section ->
                audit.record(AuditEntry.done(staff, action, section.extract().subject(), what)));
        return new Held.Opened(sections);
    }

    private static Set<String> hidden(PersonalData room, List<PersonKey> keys, Actor.Staff staff) {
        Set<String> hidden = new TreeSet<>();
        if (!PersonAccess.seesGuarded(staff)) {
            keys.forEach(key -> room.find(key).stream()
                    .filter(PersonalData.Trace::guarded)
                    .forEach(trace -> hidden.add(trace.subject())));
        }
        return hidden;
    }

    private static PersonKey hanging(Set<String> chosen) {
        Set<UUID> submissions = new java.util.HashSet<>();
        chosen.stream()
                .filter(subject -> subject.startsWith(SUBMISSION))
                .map(subject -> subject.substring(SUBMISSION.length()))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .forEach(id -> submissions.add(UUID.fromString(id)));
        return new PersonKey(null, null, null, null, submissions);
    }

    /// Those of late, the newest first.
    public List<Look> listLooks(Actor.Staff staff) {
        access.require(staff, "list");
        return looks.listNewest();
    }

    /// As the room calls itself: 避難所.
    private static String nameOf(PersonalData room) {
        if (room.room().equals("platform")) {
            return "預かったファイル";
        }
        try {
            ApplicationModule module =
                    Class.forName("town.machi." + room.room() + ".package-info").getAnnotation(ApplicationModule.class);
            return Optional.ofNullable(module)
                    .map(ApplicationModule::displayName)
                    .orElse(room.room());
        } catch (ClassNotFoundException e) {
            return room.room();
        }
    }
}
