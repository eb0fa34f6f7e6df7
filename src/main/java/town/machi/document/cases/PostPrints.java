package town.machi.document.cases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.document.DocumentProblem;
import town.machi.document.IssuedDocument;
import town.machi.document.pdf.Block;
import town.machi.document.pdf.Paper;
import town.machi.document.pdf.Typesetter;
import town.machi.kernel.ProblemException;
import town.machi.platform.Section;
import town.machi.platform.Town;

/// What goes out with papers: labels, and the sheet whose address shows through the window of an envelope.
@Component
public class PostPrints {

    private final Typesetter typesetter;
    private final Town town;
    private final Clock clock;

    PostPrints(Typesetter typesetter, Town town, Clock clock) {
        this.typesetter = typesetter;
        this.town = town;
        this.clock = clock;
    }

    /// A paper with its address.
    public record Post(IssuedDocument document, List<String> address) {

        public Post {
            address = List.copyOf(address);
        }
    }

    /// Sheets of twelve labels (86.4 × 42.3 mm).
    public byte[] labels(List<Post> posts) {
        return print(
                "宛名ラベル",
                List.of(new Block.Labels(posts.stream().map(Post::address).toList())));
    }

    /// One sheet for each, to be folded in three on top of the paper.
    public byte[] windows(List<Post> posts) {
        List<Block> blocks = new ArrayList<>();
        for (Post post : posts) {
            blocks.add(new Block.Window(post.address()));
            blocks.add(new Block.Paragraph("次の文書をお送りします。お確かめください。"));
            String number = post.document().number();
            blocks.add(new Block.Rows(
                    "",
                    List.of(
                            Block.Row.of("文書", post.document().kind()),
                            Block.Row.of("文書番号", number == null ? "" : number),
                            Block.Row.of("お問い合わせ", section(post.document())))));
        }
        return print("送付状", blocks);
    }

    private byte[] print(String title, List<Block> blocks) {
        if (!typesetter.isReady()) {
            throw new ProblemException(DocumentProblem.NO_FONTS);
        }
        return typesetter
                .typeset(new Paper(title, "", town.name(), clock.instant(), blocks))
                .pdf();
    }

    private String section(IssuedDocument document) {
        return town.findSection(document.section())
                .map(PostPrints::contact)
                .orElse(document.section().value());
    }

    private static String contact(Section section) {
        return section.name() + (section.telephone().isEmpty() ? "" : "　電話 " + section.telephone());
    }
}
