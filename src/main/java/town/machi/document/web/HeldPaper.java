package town.machi.document.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.document.EntryGroup;
import town.machi.document.WorkingPaper;
import town.machi.document.WorkingPapers;
import town.machi.document.person.Held;
import town.machi.document.person.Wanted;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.PersonalData.Extract;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Wareki;
import town.machi.shell.Download;

/// What is held on a person, as they take it home: on paper, or as a table. Its name says nothing of them.
@Component
class HeldPaper {

    private static final List<String> HEADER = List.of("どこにあるか", "記録", "項目", "内容");

    private final WorkingPapers papers;
    private final Clock clock;

    HeldPaper(WorkingPapers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    Download sheet(Held.Opened opened, Set<String> withheld) {
        return new Download("保有個人情報-" + today(), "保有個人情報", HEADER, opened.rows(withheld).stream());
    }

    byte[] pdf(Wanted wanted, Held.Opened opened, Set<String> withheld) {
        List<WorkingPaper.Part> parts = new ArrayList<>();
        if (!wanted.name().isBlank()) {
            parts.add(new WorkingPaper.Part.To(List.of(wanted.name() + "　様")));
        }
        parts.add(new WorkingPaper.Part.Text("町が持っている、あなたについての記録の写しです。"));
        opened.sections().stream()
                .map(section -> new WorkingPaper.Part.Fields(group(section, withheld)))
                .forEach(parts::add);
        parts.add(new WorkingPaper.Part.Notes(
                List.of("「" + Held.Opened.WITHHELD + "」とあるところは、決定の通知書に書いた理由により開示していません。", "記録は、この写しを作ったときのものです。")));
        List<String> dateline = new ArrayList<>(List.of(Wareki.formatDay(today())));
        wanted.request().map(ReceiptNumber::format).ifPresent(number -> dateline.add("請求の受付番号 " + number));
        return papers.print(new WorkingPaper("保有個人情報の写し", dateline, parts));
    }

    private static EntryGroup group(Held.Opened.Section section, Set<String> withheld) {
        Extract extract = section.extract();
        List<EntryGroup.Entry> entries = new ArrayList<>();
        for (Map.Entry<String, String> value : extract.values().entrySet()) {
            boolean hidden = withheld.contains(Held.Opened.line(extract, entries.size()));
            entries.add(
                    hidden
                            ? EntryGroup.Entry.of(value.getKey(), Held.Opened.WITHHELD)
                            : new EntryGroup.Entry(value.getKey(), lines(value.getValue())));
        }
        return new EntryGroup(section.room() + "　" + extract.what(), entries);
    }

    private static List<String> lines(String value) {
        return Arrays.stream(value.split("\n")).filter(line -> !line.isBlank()).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
    }
}
