package town.machi.document.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.document.Dispatch;
import town.machi.document.Dispatches;
import town.machi.document.DocumentId;
import town.machi.document.IssuedDocument;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.shell.CurrentActor;
import town.machi.shell.Download;
import town.machi.shell.Template;
import town.machi.shell.component.Choice;

/// 文書件名簿 by fiscal year, on the screen, on paper, as CSV. It knows no person: only numbers, kinds and days.
@Controller
class YearListController {

    static final List<String> HEADER = List.of("文書番号", "件名", "発行した日", "課", "発行した人", "発送");

    /// Years that can be chosen.
    private static final int YEARS = 5;

    private final LedgerWords words;
    private final Dispatches dispatches;
    private final CurrentActor current;
    private final Clock clock;

    YearListController(LedgerWords words, Dispatches dispatches, CurrentActor current, Clock clock) {
        this.words = words;
        this.dispatches = dispatches;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/office/documents/register")
    Template show(@RequestParam(defaultValue = "") String year) {
        FiscalYear wanted = year(year);
        int now = thisYear().year();
        List<Choice> years = IntStream.range(0, YEARS)
                .mapToObj(back -> new FiscalYear(now - back))
                .map(one -> new Choice(Integer.toString(one.year()), one.label(), one.equals(wanted)))
                .toList();
        return new YearListPage(Integer.toString(wanted.year()), wanted.label(), years, rows(wanted));
    }

    @GetMapping("/office/documents/register.csv")
    ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String year) {
        FiscalYear wanted = year(year);
        return new Download("文書件名簿-" + wanted.label(), "文書件名簿", HEADER, rows(wanted).stream()).as("csv");
    }

    private List<List<String>> rows(FiscalYear year) {
        Actor.Staff staff = Actor.requireStaff(current.get());
        List<IssuedDocument> documents = words.listOfYear(staff, year);
        Map<DocumentId, Dispatch> last =
                dispatches.last(documents.stream().map(IssuedDocument::id).toList());
        return documents.stream()
                .map(document -> words.row(document, last.get(document.id())))
                .map(row -> List.of(row.number(), row.kind(), row.issuedOn(), row.section(), row.issuer(), row.way()))
                .toList();
    }

    private FiscalYear year(String typed) {
        return typed.matches("20\\d{2}") ? new FiscalYear(Integer.parseInt(typed)) : thisYear();
    }

    private FiscalYear thisYear() {
        return FiscalYear.of(LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO));
    }
}
