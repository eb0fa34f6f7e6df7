package town.machi.shelter.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Wareki;
import town.machi.platform.Town;
import town.machi.shell.Download;
import town.machi.shelter.DeskProblem;
import town.machi.shelter.paper.ShelterPapers;
import town.machi.shelter.report.Forms;
import town.machi.shelter.report.MealTable;
import town.machi.shelter.report.Report;
import town.machi.shelter.report.Reports;
import town.machi.shelter.report.SupplyTable;

/// Reports to take away, as a spreadsheet or on paper.
@Component
class ReportFiles {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分");

    private final Reports reports;
    private final ShelterPapers papers;
    private final Town town;

    ReportFiles(Reports reports, ShelterPapers papers, Town town) {
        this.reports = reports;
        this.papers = papers;
        this.town = town;
    }

    /// @param table `prefecture`, `eei`, `days`, `meals`, `supplies` or `shelters`
    /// @param ending `csv`, `xlsx` or `pdf`
    ResponseEntity<byte[]> file(Report report, String table, String ending) {
        boolean paper = ending.equals("pdf");
        Forms.Table form = switch (table) {
            case "prefecture" -> Forms.prefecture(report, town.name());
            case "eei" -> Forms.eei(report, town.code());
            case "days" -> reports.dayAndNight(report).table();
            case "meals" -> MealTable.of(report, reports.timeline(report).rollCalls());
            case "supplies" ->
                paper ? SupplyTable.of(report).paper() : SupplyTable.of(report).file();
            default -> paper ? Forms.brief(report) : Forms.byShelter(report);
        };
        Download download = new Download(form.name(), form.title(), form.header(), form.rows().stream())
                .ofDrill(report.disaster().drill());
        return paper ? download.as(paper(report, form)) : download.as(ending);
    }

    private byte[] paper(Report report, Forms.Table form) {
        var at = report.at().atZone(BusinessCalendar.TOKYO);
        String title = (report.disaster().drill() ? "【訓練】" : "") + form.title();
        List<String> about = List.of(
                town.name() + "　" + report.disaster().name(),
                Wareki.format(at.toLocalDate()) + " " + TIME.format(at) + " 時点");
        return papers.report(title, about, form.header(), form.rows())
                .orElseThrow(() -> new ProblemException(DeskProblem.NO_TYPE));
    }
}
