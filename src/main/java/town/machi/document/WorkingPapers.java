package town.machi.document;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.document.pdf.Block;
import town.machi.document.pdf.Paper;
import town.machi.document.pdf.Typesetter;
import town.machi.kernel.ProblemException;
import town.machi.platform.Town;

/// Prints papers for the day's work as PDF.
@Component
public class WorkingPapers {

    private final Typesetter typesetter;
    private final Town town;
    private final Clock clock;

    WorkingPapers(Typesetter typesetter, Town town, Clock clock) {
        this.typesetter = typesetter;
        this.town = town;
        this.clock = clock;
    }

    /// @return the PDF
    /// @throws ProblemException [DocumentProblem#NO_FONTS]
    public byte[] print(WorkingPaper paper) {
        if (!typesetter.isReady()) {
            throw new ProblemException(DocumentProblem.NO_FONTS);
        }
        List<Block> blocks = new ArrayList<>();
        if (!paper.dateline().isEmpty()) {
            blocks.add(new Block.Dateline(paper.dateline()));
        }
        blocks.add(new Block.Title(paper.title()));
        paper.parts().forEach(part -> blocks.add(block(part)));
        return typesetter
                .typeset(new Paper(paper.title(), "", town.name(), clock.instant(), blocks))
                .pdf();
    }

    private static Block block(WorkingPaper.Part part) {
        return switch (part) {
            case WorkingPaper.Part.Text(String text) -> new Block.Paragraph(text);
            case WorkingPaper.Part.To(List<String> lines) -> new Block.Addressee(lines);
            case WorkingPaper.Part.Fields(EntryGroup group) -> CopyPaper.rows(group);
            case WorkingPaper.Part.Table(String heading, List<WorkingPaper.Column> columns, List<List<String>> rows) ->
                new Block.Grid(
                        heading,
                        columns.stream()
                                .map(column -> new Block.Column(column.label(), column.weight()))
                                .toList(),
                        rows);
            case WorkingPaper.Part.Notes(List<String> texts) -> new Block.Remarks(texts);
        };
    }
}
