package town.machi.audit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditFilter;
import town.machi.audit.AuditProblem;
import town.machi.audit.AuditTrail;
import town.machi.audit.chain.Sealer;
import town.machi.audit.jdbc.AuditRows;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.platform.Sheets;
import town.machi.shell.CurrentActor;
import town.machi.shell.Download;
import town.machi.shell.Reply;

/// The trail for the 監査 role: search, page by page, export. To look is a deed like any other.
@Controller
class AuditController {

    private static final String TRAIL = "audit.trail:all";
    private static final int PAGE = 100;

    private final Reader reader;
    private final AuditTrail trail;
    private final Sealer sealer;
    private final CurrentActor currentActor;
    private final Clock clock;

    AuditController(Reader reader, AuditTrail trail, Sealer sealer, CurrentActor currentActor, Clock clock) {
        this.reader = reader;
        this.trail = trail;
        this.sealer = sealer;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /// @param below number of the last row of the page before
    @GetMapping("/office/audit")
    Reply list(HttpServletRequest request, @RequestParam(required = false) @Nullable Long below) {
        Actor.Staff auditor = auditor("list");
        AuditQuery query = AuditQuery.of(request::getParameter);
        AuditFilter filter = reader.filter(query);
        List<AuditPage.Row> rows = reader.page(filter, below == null ? Long.MAX_VALUE : below, PAGE + 1);
        AuditPage page = new AuditPage(
                query,
                rows.subList(0, Math.min(PAGE, rows.size())),
                counted(reader.count(filter)),
                rows.size() > PAGE ? next(query, rows.get(PAGE - 1).number()) : null,
                sealer.state());
        trail.record(AuditEntry.done(auditor, AuditAction.READ, TRAIL, what("list", query)));
        return page;
    }

    /// All that the filter shows, not only the page.
    @GetMapping("/office/audit/export.{ending:csv|xlsx}")
    void export(@PathVariable String ending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Actor.Staff auditor = auditor("export." + ending);
        AuditQuery query = AuditQuery.of(request::getParameter);
        trail.record(AuditEntry.done(auditor, AuditAction.EXPORT, TRAIL, what("export." + ending, query)));
        var rows = reader.all(reader.filter(query)).map(AuditPage.Row::cells);
        response.setContentType(ending.equals("csv") ? Sheets.CSV : Sheets.XLSX);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", disposition(ending));
        if (ending.equals("csv")) {
            Sheets.writeCsv(response.getOutputStream(), AuditPage.HEADER, rows);
        } else {
            Sheets.writeXlsx(response.getOutputStream(), "証跡", AuditPage.HEADER, rows);
        }
    }

    private Actor.Staff auditor(String what) {
        Actor.Staff staff = Actor.requireStaff(currentActor.get());
        if (!staff.has(Role.AUDITOR)) {
            trail.record(AuditEntry.refused(staff, TRAIL, what, "not-an-auditor"));
            throw new ProblemException(AuditProblem.AUDITORS_ONLY);
        }
        return staff;
    }

    private static String what(String deed, AuditQuery query) {
        return query.isNarrowed() ? deed + " by " + String.join(", ", query.fields()) : deed;
    }

    private String disposition(String ending) {
        LocalDate today = clock.instant().atZone(BusinessCalendar.TOKYO).toLocalDate();
        return Download.disposition("audit-" + today + "." + ending);
    }

    private static String counted(int count) {
        return count > AuditRows.COUNTED_AT_MOST
                ? String.format(Locale.ROOT, "%,d件より多くあります", AuditRows.COUNTED_AT_MOST)
                : String.format(Locale.ROOT, "%,d件", count);
    }

    private static String next(AuditQuery query, long below) {
        String rest = query.query();
        return "/office/audit?" + (rest.isEmpty() ? "" : rest + "&") + "below=" + below;
    }
}
