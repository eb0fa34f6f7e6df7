package town.machi.document;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import town.machi.document.pdf.Block;
import town.machi.document.pdf.Paper;
import town.machi.shell.DayWords;

/// The copy of what was filed, as blocks of a paper.
final class CopyPaper {

    private CopyPaper() {}

    static Paper of(FiledCopy copy, String town, DayWords days, Clock clock) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Dateline(List.of(town)));
        blocks.add(new Block.Title(copy.title() + "　控え"));
        blocks.add(new Block.Rows(
                "",
                List.of(
                        Block.Row.of("受付番号", copy.receipt()),
                        Block.Row.of("受け付けた日時", days.moment(copy.receivedAt())),
                        Block.Row.of("担当の窓口", copy.window()))));
        copy.groups().forEach(group -> blocks.add(rows(group)));
        if (!copy.photos().isEmpty()) {
            blocks.add(new Block.Pictures(
                    "写真",
                    copy.photos().stream()
                            .map(photo -> new Block.Picture(photo.caption(), photo.content()::open))
                            .toList()));
        }
        List<String> remarks = new ArrayList<>(copy.notes());
        remarks.add("これは、お送りいただいた内容をそのまま印刷した控えです。証明書としては使えません。");
        blocks.add(new Block.Remarks(remarks));
        return new Paper(copy.title() + "　控え", copy.receipt(), town, clock.instant(), blocks);
    }

    static Block.Rows rows(EntryGroup group) {
        return new Block.Rows(
                group.heading(),
                group.entries().stream()
                        .map(entry -> new Block.Row(entry.label(), entry.values()))
                        .toList());
    }
}
