package town.machi.document.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.casework.FeeEntry;
import town.machi.casework.Fees;
import town.machi.document.DocumentProblem;
import town.machi.document.pdf.Block;
import town.machi.document.pdf.Paper;
import town.machi.document.pdf.Typesetter;
import town.machi.identity.StaffDirectory;
import town.machi.kernel.ProblemException;
import town.machi.kernel.StaffId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Definition.Fee;

/// 領収書 for a fee that was received at the window. It is no issued document: what counts is the entry, which the paper
/// repeats each time it is printed.
@Component
public class FeeReceipts {

    private final Cases cases;
    private final Fees fees;
    private final Typesetter typesetter;
    private final StaffDirectory staff;
    private final Town town;
    private final Clock clock;

    FeeReceipts(Cases cases, Fees fees, Typesetter typesetter, StaffDirectory staff, Town town, Clock clock) {
        this.cases = cases;
        this.fees = fees;
        this.typesetter = typesetter;
        this.staff = staff;
        this.town = town;
        this.clock = clock;
    }

    /// @return empty where no money was received, or it was taken back
    /// @throws ProblemException [DocumentProblem#NO_FONTS]
    public Optional<byte[]> print(CaseFile file) {
        if (!typesetter.isReady()) {
            throw new ProblemException(DocumentProblem.NO_FONTS);
        }
        return fees.findLast(file)
                .filter(entry -> entry.kind() == FeeEntry.Kind.RECEIVED)
                .map(entry -> typesetter.typeset(paper(file, entry)).pdf());
    }

    private Paper paper(CaseFile file, FeeEntry entry) {
        Definition definition = cases.definitionOf(file);
        String article = definition.fee() instanceof Fee.Of(int _, var words) ? words.ja() : "";
        String number = "第" + entry.number().orElseThrow() + "号";
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Dateline(List.of(number, Wareki.formatDay(entry.on()))));
        if (!file.name().isBlank()) {
            blocks.add(new Block.Addressee(List.of(file.name() + "　様")));
        }
        blocks.add(new Block.Title("領収書"));
        blocks.add(new Block.Centred("金額　" + entry.yen().format()));
        blocks.add(new Block.Paragraph("上の金額を、下の手数料として受け取りました。"));
        blocks.add(new Block.Rows(
                "",
                List.of(
                        Block.Row.of("手続", definition.title().ja()),
                        Block.Row.of("受付番号", entry.receipt().format()),
                        Block.Row.of("根拠", article),
                        Block.Row.of("受け取った日", Wareki.format(entry.on())),
                        Block.Row.of("受け取った人", clerk(entry)),
                        Block.Row.forPen("領収印"))));
        blocks.add(new Block.Sender(town.name(), "", List.of(section(file))));
        return new Paper("領収書", number, town.name(), clock.instant(), blocks);
    }

    private String clerk(FeeEntry entry) {
        return staff.nameOf(new StaffId(UUID.fromString(entry.by().substring("staff:".length()))));
    }

    private String section(CaseFile file) {
        return town.findSection(file.section())
                .map(Section::name)
                .orElse(file.section().value());
    }
}
