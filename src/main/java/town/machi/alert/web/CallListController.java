package town.machi.alert.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.alert.Alert;
import town.machi.alert.AlertId;
import town.machi.alert.AlertProblem;
import town.machi.alert.Contact;
import town.machi.alert.desk.AlertLooking;
import town.machi.alert.desk.AlertRuling;
import town.machi.alert.desk.CallList;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ProblemException;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// Whom to call, because a message cannot reach them otherwise.
@Controller
class CallListController {

    private final CallList list;
    private final AlertLooking looking;
    private final AlertRuling ruling;
    private final Districts districts;
    private final AlertContext context;

    CallListController(
            CallList list, AlertLooking looking, AlertRuling ruling, Districts districts, AlertContext context) {
        this.list = list;
        this.looking = looking;
        this.ruling = ruling;
        this.districts = districts;
        this.context = context;
    }

    @GetMapping("/office/alerts/{id:[0-9a-f-]{36}}/calls")
    Reply calls(@PathVariable String id) {
        Actor.Staff staff = writer();
        Alert alert = alert(id);
        Map<UUID, String> outcomes = list.outcomes(alert);
        Map<String, List<CallListPage.Line>> byDistrict = new LinkedHashMap<>();
        for (Contact contact : list.open(alert, staff)) {
            byDistrict
                    .computeIfAbsent(contact.district(), _ -> new ArrayList<>())
                    .add(line(contact, outcomes.getOrDefault(contact.id(), "")));
        }
        List<CallListPage.Group> groups = new ArrayList<>();
        byDistrict.forEach((district, lines) -> groups.add(new CallListPage.Group(
                districts.find(district).map(District::name).orElse(district),
                (int) lines.stream()
                        .filter(line -> !line.outcome().equals("REACHED"))
                        .count(),
                lines)));
        return new CallListPage(id, looking.text(alert).in(Language.JA).marked(), list.count(), groups, alert.isSent());
    }

    private static CallListPage.Line line(Contact contact, String outcome) {
        return new CallListPage.Line(
                contact.id().toString(),
                contact.kind().label(),
                contact.name(),
                contact.telephone(),
                contact.note(),
                outcome);
    }

    @PostMapping("/office/alerts/{id:[0-9a-f-]{36}}/calls")
    Reply called(@PathVariable String id, @RequestParam UUID contact, @RequestParam String outcome) {
        Actor.Staff staff = writer();
        Alert alert = alert(id);
        if (!alert.isSent()) {
            throw new ProblemException(AlertProblem.NO_SUCH_ALERT);
        }
        list.called(alert, contact, outcome.equals("REACHED"), staff);
        return new Redirect("/office/alerts/" + id + "/calls#c-" + contact);
    }

    @GetMapping("/office/contacts")
    Reply contacts(@RequestParam(defaultValue = "") String done) {
        writer();
        return new ContactsPage(list.count(), "", List.of(), !done.isEmpty());
    }

    @PostMapping("/office/contacts")
    Reply replace(@RequestParam(defaultValue = "") String lines) {
        Actor.Staff staff = writer();
        CallList.Imported imported = list.replace(lines, staff);
        return imported.faults().isEmpty()
                ? new Redirect("/office/contacts?done=yes")
                : new ContactsPage(list.count(), lines, imported.faults(), false);
    }

    /// Names and telephones are for those who write messages.
    private Actor.Staff writer() {
        Actor.Staff staff = context.staff();
        if (!ruling.rules().mayWrite(staff)) {
            throw new ProblemException(AlertProblem.NOT_FOR_YOU);
        }
        return staff;
    }

    private Alert alert(String id) {
        return AlertId.parse(id)
                .flatMap(looking::find)
                .orElseThrow(() -> new ProblemException(AlertProblem.NO_SUCH_ALERT));
    }
}
