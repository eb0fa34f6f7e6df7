package town.machi.shelter.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import town.machi.kernel.BusinessCalendar;
import town.machi.messaging.District;
import town.machi.messaging.Districts;
import town.machi.shell.Download;
import town.machi.shell.Redirect;
import town.machi.shell.Reply;
import town.machi.shelter.Disaster;
import town.machi.shelter.Shelters;
import town.machi.shelter.SupportedPerson;
import town.machi.shelter.list.CsvTable;
import town.machi.shelter.missing.SupportList;

/// The 避難行動要支援者名簿: in and out as a whole.
@Controller
@RequestMapping("/office/supported")
class SupportController {

    private static final String HERE = "/office/supported";

    private final SupportList list;
    private final Shelters shelters;
    private final Districts districts;
    private final SupportDesk desk;
    private final Clock clock;

    SupportController(SupportList list, Shelters shelters, Districts districts, SupportDesk desk, Clock clock) {
        this.list = list;
        this.shelters = shelters;
        this.districts = districts;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    Reply show(
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String refused,
            @RequestParam(defaultValue = "1") int page) {
        List<SupportedPerson> all = list.read(desk.staff());
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        List<Disaster> open = shelters.listDisasters().stream()
                .filter(each -> each.closedAt() == null)
                .toList();
        var paging = Paging.of(all, page, HERE + "?page=");
        List<SupportPage.Row> rows = paging.rows().stream()
                .map(each -> SupportPage.Row.of(each, name(each.where().district()), today))
                .toList();
        return new SupportPage(
                OverviewPage.Notice.of(done, refused), open, SupportPage.Numbers.of(all), rows, paging.pager());
    }

    private String name(String district) {
        return districts.find(district).map(District::name).orElse(district);
    }

    /// The dry run: what the list would change, and every fault.
    @PostMapping("/import")
    Reply dryRun(@RequestParam MultipartFile file) throws IOException {
        desk.staff();
        Optional<String> csv = CsvTable.decode(file.getBytes());
        return csv.<Reply>map(text -> new SupportImportPage(text, list.plan(text)))
                .orElseGet(() -> new Redirect(HERE + "?refused=list#import"));
    }

    @PostMapping("/take")
    Reply take(@RequestParam String csv) {
        SupportList.Plan plan = list.take(csv, desk.staff());
        return plan.isSound() ? new Redirect(HERE + "?done=list-taken") : new SupportImportPage(csv, plan);
    }

    @GetMapping("/list.{ending:csv|xlsx}")
    ResponseEntity<byte[]> export(@PathVariable String ending) {
        List<List<String>> rows = list.export(ending, desk.staff());
        return new Download("避難行動要支援者名簿", "避難行動要支援者名簿", list.header(), rows.stream()).as(ending);
    }
}
