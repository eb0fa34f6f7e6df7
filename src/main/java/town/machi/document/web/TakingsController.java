package town.machi.document.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.audit.AuditAction;
import town.machi.audit.AuditEntry;
import town.machi.audit.AuditTrail;
import town.machi.casework.FeeEntry;
import town.machi.casework.Fees;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.Reading;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.kernel.Yen;
import town.machi.shell.CurrentActor;
import town.machi.shell.Download;
import town.machi.shell.Template;

/// 手数料の日計, on the screen, on paper, as CSV.
@Controller
class TakingsController {

    private static final List<String> HEADER = List.of("日", "時刻", "領収書", "受付番号", "内容", "金額（円）", "扱った人");

    private final Fees fees;
    private final StaffDirectory directory;
    private final AuditTrail audit;
    private final CurrentActor current;

    TakingsController(Fees fees, StaffDirectory directory, AuditTrail audit, CurrentActor current) {
        this.fees = fees;
        this.directory = directory;
        this.audit = audit;
        this.current = current;
    }

    @GetMapping("/office/takings")
    Template show(@RequestParam(defaultValue = "") String day) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        boolean wrong = !day.isBlank() && Wareki.parse(day).findValue().isEmpty();
        LocalDate on = read(day);
        List<FeeEntry> entries = list(on, staff, AuditAction.READ);
        return new TakingsPage(
                on.toString(),
                Wareki.format(on),
                entries.stream().map(this::row).toList(),
                new TakingsPage.Sums(
                        count(entries, FeeEntry.Kind.RECEIVED),
                        count(entries, FeeEntry.Kind.WAIVED),
                        Fees.sum(entries).format()),
                on.minusDays(1).toString(),
                on.plusDays(1).toString(),
                wrong ? "日を読めません。例: 令和8年12月10日、2026-12-10" : null);
    }

    @GetMapping("/office/takings.csv")
    ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String day) {
        LocalDate on = read(day);
        Stream<List<String>> rows = list(on, Actor.requireStaff(current.get()), AuditAction.EXPORT).stream()
                .map(entry -> {
                    TakingsPage.Row row = row(entry);
                    return List.of(
                            on.toString(),
                            row.time(),
                            row.number(),
                            row.receipt(),
                            row.what(),
                            Long.toString(signed(entry).amount()),
                            row.clerk());
                });
        return new Download("手数料の日計-" + on, "手数料の日計", HEADER, rows).as("csv");
    }

    private List<FeeEntry> list(LocalDate day, Actor.Staff staff, AuditAction action) {
        List<FeeEntry> entries = fees.listOfDay(day, staff);
        audit.record(AuditEntry.done(staff, action, "casework.takings:" + day, "rows:" + entries.size()));
        return entries;
    }

    private LocalDate read(String day) {
        return switch (Wareki.parse(day)) {
            case Reading.Read<LocalDate>(LocalDate on) -> on;
            case Reading.Refused<LocalDate> _ -> fees.today();
        };
    }

    private TakingsPage.Row row(FeeEntry entry) {
        String words = entry.kind().label() + (entry.words().isEmpty() ? "" : "（" + entry.words() + "）");
        return new TakingsPage.Row(
                entry.at()
                        .atZone(BusinessCalendar.TOKYO)
                        .toLocalTime()
                        .toString()
                        .substring(0, 5),
                entry.number().map(number -> "第" + number + "号").orElse(""),
                entry.receipt().format(),
                "/office/cases/" + entry.caseId(),
                words,
                signed(entry).format(),
                directory.nameOf(new StaffId(UUID.fromString(entry.by().substring("staff:".length())))));
    }

    private static Yen signed(FeeEntry entry) {
        return Fees.sum(List.of(entry));
    }

    private static long count(List<FeeEntry> entries, FeeEntry.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }
}
