package town.machi.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.desk.Batch;
import town.machi.casework.jdbc.FilterRows;
import town.machi.kernel.Actor;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;

/// The inbox, where the office begins.
@Controller
class InboxController {

    private final Inbox inbox;
    private final Batch batch;
    private final BatchResults results;
    private final FilterRows filters;
    private final Context context;

    InboxController(Inbox inbox, Batch batch, BatchResults results, FilterRows filters, Context context) {
        this.inbox = inbox;
        this.batch = batch;
        this.results = results;
        this.filters = filters;
        this.context = context;
    }

    @GetMapping({"/office", "/office/cases"})
    Reply show(HttpServletRequest request) {
        return inbox.page(InboxQuery.of(request::getParameter), context.staff());
    }

    /// @param ticked `id:revision` of each row
    @PostMapping("/office/cases/bulk")
    Reply actOnMany(
            @RequestParam(name = "case", defaultValue = "") List<String> ticked,
            @RequestParam String act,
            @RequestParam UUID onceId,
            @RequestParam(defaultValue = "") String query) {
        Actor.Staff staff = context.staff();
        List<Batch.Ticked> cases = ticked(ticked);
        if (cases.isEmpty()) {
            return new Redirect("/office/cases?" + safe(query));
        }
        List<Batch.Result> done =
                act.equals("take") ? batch.take(cases, onceId, staff) : batch.act(cases, act, "", onceId, staff);
        return results.page(done, safe(query), staff);
    }

    @PostMapping("/office/cases/filters")
    Reply saveFilter(@RequestParam String name, @RequestParam(defaultValue = "") String query) {
        String shortName = name.strip();
        if (!shortName.isEmpty()) {
            String kept = shortName.length() > 60 ? shortName.substring(0, 60) : shortName;
            filters.save(
                    new FilterRows.Saved(context.ids().next(), kept, safe(query)),
                    context.staff().staffId(),
                    context.clock().instant());
        }
        return new Redirect("/office/cases?" + safe(query));
    }

    @PostMapping("/office/cases/filters/{id}/delete")
    Reply deleteFilter(@PathVariable UUID id, @RequestParam(defaultValue = "") String query) {
        filters.delete(id, context.staff().staffId());
        return new Redirect("/office/cases?" + safe(query));
    }

    private static List<Batch.Ticked> ticked(List<String> values) {
        List<Batch.Ticked> cases = new ArrayList<>();
        for (String value : values.stream().distinct().limit(Batch.MOST).toList()) {
            String[] parts = value.split(":", 2);
            if (parts.length == 2 && parts[1].matches("\\d{1,9}")) {
                CaseIds.parse(parts[0]).ifPresent(id -> cases.add(new Batch.Ticked(id, Integer.parseInt(parts[1]))));
            }
        }
        return cases;
    }

    /// A query of the inbox and nothing else, read and written again.
    private static String safe(String query) {
        return Queries.parse(query).query();
    }
}
