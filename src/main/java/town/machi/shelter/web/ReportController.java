package town.machi.shelter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.ShelterProblem;
import town.machi.shelter.Shelters;
import town.machi.shelter.report.Forms;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Reports;
import town.machi.shelter.report.SupplyTable;
import town.machi.shelter.report.Timeline;

/// Numbers by shelter and time, and the tables that go upwards. No names.
@Controller
@RequestMapping("/office/shelters/reports/{id}")
class ReportController {

    /// When the prefecture asked in 2026.
    private static final List<LocalTime> ASKED = List.of(LocalTime.of(7, 30), LocalTime.of(14, 0));

    private final Shelters shelters;
    private final Reports reports;
    private final ReportFiles files;
    private final MealsView meals;
    private final AuditTrail audit;
    private final Headquarters headquarters;

    ReportController(
            Shelters shelters,
            Reports reports,
            ReportFiles files,
            MealsView meals,
            AuditTrail audit,
            Headquarters headquarters) {
        this.shelters = shelters;
        this.reports = reports;
        this.files = files;
        this.meals = meals;
        this.audit = audit;
        this.headquarters = headquarters;
    }

    @GetMapping
    Reply show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean watch) {
        headquarters.staff();
        Optional<Instant> time = TimeBox.read(at);
        Report report = reports.at(disaster(id), time.orElseGet(this::now));
        Timeline timeline = reports.timeline(report);
        Map<UUID, String> names = report.lines().stream()
                .collect(Collectors.toMap(
                        line -> line.opening().id().value(),
                        line -> line.shelter().name()));
        return new ReportPage(
                report,
                TimeBox.text(report.at()),
                !at.isEmpty() && time.isEmpty(),
                Forms.brief(report),
                Chart.of(timeline),
                timeline,
                reports.dayAndNight(report).days(),
                names,
                times(report),
                watch);
    }

    /// The times of the last days at which reports were asked for.
    private List<ReportPage.Link> times(Report report) {
        List<ReportPage.Link> links = new ArrayList<>();
        Instant end = reports.lastNews(report.disaster());
        LocalDate last = LocalDate.ofInstant(end, BusinessCalendar.TOKYO);
        LocalDate first = LocalDate.ofInstant(report.disaster().startedAt(), BusinessCalendar.TOKYO);
        for (LocalDate day = first; !day.isAfter(last) && links.size() < 30; day = day.plusDays(1)) {
            for (LocalTime asked : ASKED) {
                LocalDateTime moment = day.atTime(asked);
                Instant instant = moment.atZone(BusinessCalendar.TOKYO).toInstant();
                if (instant.isAfter(report.disaster().startedAt()) && !instant.isAfter(end)) {
                    links.add(new ReportPage.Link(
                            "/office/shelters/reports/" + report.disaster().id() + "?at=" + TimeBox.text(moment),
                            day.getMonthValue() + "/" + day.getDayOfMonth() + " " + asked));
                }
            }
        }
        return links;
    }

    @GetMapping("/meals")
    Reply meals(@PathVariable UUID id) {
        headquarters.staff();
        return meals.page(disaster(id));
    }

    @GetMapping("/supplies")
    Reply supplies(@PathVariable UUID id, @RequestParam(defaultValue = "") String at) {
        headquarters.staff();
        Optional<Instant> time = TimeBox.read(at);
        Report report = reports.at(disaster(id), time.orElseGet(this::now));
        return new SuppliesPage(SupplyTable.of(report), TimeBox.text(report.at()), !at.isEmpty() && time.isEmpty());
    }

    /// @param table `prefecture`, `eei`, `shelters`, `days`, `meals` or `supplies`
    @GetMapping("/{table:prefecture|eei|shelters|days|meals|supplies}.{ending:csv|xlsx|pdf}")
    ResponseEntity<byte[]> table(
            @PathVariable UUID id,
            @PathVariable String table,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String at) {
        var staff = headquarters.staff();
        Disaster disaster = disaster(id);
        Report report = reports.at(disaster, TimeBox.read(at).orElseGet(this::now));
        audit.record(AuditEntry.done(staff, AuditAction.EXPORT, disaster.id().subject(), table + "." + ending));
        return files.file(report, table, ending);
    }

    private Disaster disaster(UUID id) {
        return shelters.listDisasters().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ShelterProblem.NO_SUCH_DISASTER));
    }

    private Instant now() {
        return headquarters.clock().instant();
    }
}
