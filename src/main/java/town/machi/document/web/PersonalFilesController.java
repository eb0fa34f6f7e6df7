package town.machi.document.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import town.machi.document.EntryGroup;
import town.machi.document.WorkingPaper;
import town.machi.document.WorkingPapers;
import town.machi.document.person.FileRegister;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.PersonalFile;
import town.machi.kernel.Wareki;
import town.machi.shell.Download;
import town.machi.shell.Template;

/// 個人情報ファイル簿, for everybody (個人情報の保護に関する法律 第75条第1項), and for the office in its own frame.
@Controller
class PersonalFilesController {

    private static final String TITLE = "個人情報ファイル簿";

    private final FileRegister register;
    private final WorkingPapers papers;
    private final Clock clock;

    PersonalFilesController(FileRegister register, WorkingPapers papers, Clock clock) {
        this.register = register;
        this.papers = papers;
        this.clock = clock;
    }

    @GetMapping("/personal-files")
    Template show() {
        return new PersonalFilesPage(list());
    }

    @GetMapping("/office/person/files")
    Template office() {
        return new PersonalFilesOfficePage(list());
    }

    @GetMapping("/personal-files.{ending:pdf|csv|xlsx}")
    ResponseEntity<byte[]> take(@PathVariable String ending) {
        List<PersonalFile> files = register.list();
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        Download sheet = new Download(
                TITLE + "-" + today, TITLE, FileRegister.HEADER, files.stream().map(register::row));
        return ending.equals("pdf") ? sheet.as(pdf(files, today)) : sheet.as(ending);
    }

    private byte[] pdf(List<PersonalFile> files, LocalDate today) {
        Stream<WorkingPaper.Part> parts = files.stream()
                .map(register::row)
                .map(row -> new WorkingPaper.Part.Fields(new EntryGroup(
                        row.getFirst(),
                        IntStream.range(1, row.size())
                                .mapToObj(i -> EntryGroup.Entry.of(FileRegister.HEADER.get(i), row.get(i)))
                                .toList())));
        return papers.print(new WorkingPaper(TITLE, List.of(Wareki.formatDay(today)), parts.toList()));
    }

    private List<PersonalFilesPage.Entry> list() {
        return register.list().stream()
                .map(file -> new PersonalFilesPage.Entry(file.id(), register.row(file), file.isLarge()))
                .toList();
    }
}
