package town.machi.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Exports;
import town.machi.casework.desk.Lists;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.ProblemException;
import town.machi.procedure.Definition;
import town.machi.shell.Download;

/// Lists and histories as CSV and XLSX.
@Controller
class ExportController {

    private final Lists lists;
    private final Exports exports;
    private final CaseDefinitions definitions;
    private final Sheet sheet;
    private final StaffDirectory directory;
    private final Context context;

    ExportController(
            Lists lists,
            Exports exports,
            CaseDefinitions definitions,
            Sheet sheet,
            StaffDirectory directory,
            Context context) {
        this.lists = lists;
        this.exports = exports;
        this.definitions = definitions;
        this.sheet = sheet;
        this.directory = directory;
        this.context = context;
    }

    @Component
    record Sheet(ListSheet list, HistoryView history) {}

    /// Everything that the filter shows; with `answers` and one procedure, also what was answered.
    @GetMapping("/office/cases/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> list(
            @PathVariable String ending,
            @RequestParam(defaultValue = "false") boolean answers,
            HttpServletRequest request) {
        CaseFilter filter = InboxQuery.of(request::getParameter).filter();
        boolean whole = answers && filter.procedure().isPresent();
        List<CaseLine> lines = lists.export(filter, (whole ? "answers." : "list.") + ending, context.staff());
        Download sheets = whole
                ? sheet.list().withAnswers(lines, filter.procedure().get())
                : sheet.list().lines(lines);
        return sheets.as(ending);
    }

    @GetMapping("/office/cases/{id}/history.{ending:csv|xlsx}")
    ResponseEntity<byte[]> history(@PathVariable String id, @PathVariable String ending) {
        Exports.Told told = exports.history(CaseIds.get(id), "history." + ending, context.staff())
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
        Definition definition = definitions.get(told.file().basis());
        List<List<String>> rows = sheet.history().rows(told.history(), definition, new People(directory));
        String name = "経過-" + told.file().receipt().format();
        return new Download(name, "経過", HistoryView.COLUMNS, rows.stream()).as(ending);
    }
}
