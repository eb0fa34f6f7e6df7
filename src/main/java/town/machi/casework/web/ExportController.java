package town.machi.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.casework.CaseLine;
import town.machi.casework.CaseworkProblem;
import town.machi.casework.desk.CaseDefinitions;
import town.machi.casework.desk.Exports;
import town.machi.casework.desk.Lists;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;
import town.machi.procedure.Definition;

/// Lists and histories as CSV and XLSX.
@Controller
class ExportController {

    private static final List<String> COLUMNS = List.of("受付番号", "手続", "版", "氏名", "受付日時", "状態", "期限", "期限切れ", "担当", "課");

    private final Lists lists;
    private final Exports exports;
    private final CaseDefinitions definitions;
    private final HistoryView history;
    private final Names names;
    private final Context context;

    ExportController(
            Lists lists,
            Exports exports,
            CaseDefinitions definitions,
            HistoryView history,
            Names names,
            Context context) {
        this.lists = lists;
        this.exports = exports;
        this.definitions = definitions;
        this.history = history;
        this.names = names;
        this.context = context;
    }

    @Component
    record Names(StaffDirectory directory, Town town) {}

    /// Everything that the filter shows, as it is on the screen.
    @GetMapping("/office/cases/export.{ending:csv|xlsx}")
    ResponseEntity<byte[]> list(@PathVariable String ending, HttpServletRequest request) {
        InboxQuery query = InboxQuery.of(request::getParameter);
        List<CaseLine> lines = lists.export(query.filter(), "list." + ending, context.staff());
        People people = new People(names.directory());
        List<List<String>> rows = lines.stream().map(line -> row(line, people)).toList();
        return new Downloads("案件一覧-" + context.today(), "案件一覧", COLUMNS, rows).as(ending);
    }

    @GetMapping("/office/cases/{id}/history.{ending:csv|xlsx}")
    ResponseEntity<byte[]> history(@PathVariable String id, @PathVariable String ending) {
        Exports.Told told = exports.history(CaseIds.get(id), "history." + ending, context.staff())
                .orElseThrow(() -> new ProblemException(CaseworkProblem.NO_SUCH_CASE));
        Definition definition = definitions.get(told.file().basis());
        List<List<String>> rows = history.rows(told.history(), definition, new People(names.directory()));
        String name = "経過-" + told.file().receipt().format();
        return new Downloads(name, "経過", HistoryView.COLUMNS, rows).as(ending);
    }

    private List<String> row(CaseLine line, People people) {
        Definition definition = definitions.get(line.basis());
        return List.of(
                line.receipt().format(),
                definition.title().ja(),
                Integer.toString(line.basis().version()),
                line.name(),
                Words.sheetMoment(line.receivedAt()),
                Words.state(definition, line.state()),
                line.dueOn().map(Object::toString).orElse(""),
                line.isOverdue(context.today()) ? "期限切れ" : "",
                people.name(line.assignee()),
                Words.section(names.town(), line.section()));
    }
}
