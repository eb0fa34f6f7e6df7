package town.machi.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.document.person.Held;
import town.machi.document.person.Holdings;
import town.machi.document.person.Look;
import town.machi.document.person.PersonAccess;
import town.machi.document.person.Wanted;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.StaffId;
import town.machi.platform.Ids;
import town.machi.shell.CurrentActor;
import town.machi.shell.Download;
import town.machi.shell.Reply;
import town.machi.submission.FiledNumbers;

/// この人について持っているもの: look, see which records are theirs, read them, take them away. What is typed travels in
/// the body alone, never in an address.
@Controller
@RequestMapping("/office/person")
class PersonController {

    private final Desk desk;
    private final RequestedPerson requested;
    private final HeldPaper paper;
    private final CurrentActor current;
    private final Ids ids;

    PersonController(Desk desk, RequestedPerson requested, HeldPaper paper, CurrentActor current, Ids ids) {
        this.desk = desk;
        this.requested = requested;
        this.paper = paper;
        this.current = current;
        this.ids = ids;
    }

    @Component("personDesk")
    record Desk(Holdings holdings, PersonAccess access, FiledNumbers numbers, StaffDirectory directory) {}

    /// @param number of the request that asks for it, as its case page fills it in
    @GetMapping
    Reply show(@RequestParam(name = "case", defaultValue = "") String number) {
        Actor.Staff staff = staff("open");
        Map<String, String> typed = ReceiptNumber.parse(number)
                .map(receipt -> requested.read(receipt, staff))
                .orElse(Map.of());
        return form(typed, Map.of(), staff);
    }

    @PostMapping("/find")
    Reply find(@RequestParam Map<String, String> typed, @RequestParam UUID onceId) {
        Actor.Staff staff = staff("find");
        Wanted.Reading reading = read(typed);
        Wanted wanted = reading.wanted();
        if (wanted == null) {
            return form(typed, reading.faults(), staff);
        }
        return new PersonFoundPage(kept(typed), onceId, desk.holdings().find(wanted, onceId, staff), null);
    }

    @PostMapping("/view")
    Reply view(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "record", defaultValue = "") Set<String> chosen,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff("view");
        Wanted.Reading reading = read(typed);
        Wanted wanted = reading.wanted();
        if (wanted == null) {
            return form(typed, reading.faults(), staff);
        }
        if (chosen.isEmpty()) {
            Held.Listed again = desk.holdings().find(wanted, onceId, staff);
            return new PersonFoundPage(kept(typed), onceId, again, "この人のものだと確かめた記録に、印をつけてください。");
        }
        Held.Opened opened = desk.holdings().open(wanted, chosen, onceId, "view", staff);
        return new PersonOpenedPage(kept(typed), onceId, List.copyOf(chosen), opened);
    }

    /// To hand to the person.
    @PostMapping("/take.{ending:pdf|csv|xlsx}")
    Object take(
            @PathVariable String ending,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "record", defaultValue = "") Set<String> chosen,
            @RequestParam(name = "withhold", defaultValue = "") Set<String> withheld,
            @RequestParam UUID onceId) {
        Actor.Staff staff = staff("take");
        Wanted.Reading reading = read(typed);
        Wanted wanted = reading.wanted();
        if (wanted == null) {
            return form(typed, reading.faults(), staff);
        }
        Held.Opened opened = desk.holdings().open(wanted, chosen, onceId, ending, staff);
        Download sheet = paper.sheet(opened, withheld);
        ResponseEntity<byte[]> answer =
                ending.equals("pdf") ? sheet.as(paper.pdf(wanted, opened, withheld)) : sheet.as(ending);
        return answer;
    }

    private Wanted.Reading read(Map<String, String> typed) {
        return Wanted.read(typed, desk.numbers()::findSubmission);
    }

    private PersonPage form(Map<String, String> typed, Map<String, String> faults, Actor.Staff staff) {
        List<PersonPage.Line> looks =
                desk.holdings().listLooks(staff).stream().map(this::line).toList();
        return new PersonPage(kept(typed), faults, ids.next(), looks);
    }

    private PersonPage.Line line(Look look) {
        StaffId by = new StaffId(UUID.fromString(look.by().substring("staff:".length())));
        String request = look.receipt().isEmpty() ? "" : new ReceiptNumber(look.receipt()).format();
        return new PersonPage.Line(
                look.at(),
                desk.directory().nameOf(by),
                look.reason().label() + (look.words().isEmpty() ? "" : "（" + look.words() + "）"),
                request,
                String.join("・", look.parts().stream().map(Wanted::label).toList()),
                look.found());
    }

    /// Only what this screen asks for; the once-only id and the rest of the form are no part of it.
    private static Map<String, String> kept(Map<String, String> typed) {
        Map<String, String> kept = new LinkedHashMap<>();
        PersonPage.FIELDS.forEach(
                field -> Optional.ofNullable(typed.get(field)).ifPresent(value -> kept.put(field, value)));
        return kept;
    }

    private Actor.Staff staff(String what) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        desk.access().require(staff, what);
        return staff;
    }
}
