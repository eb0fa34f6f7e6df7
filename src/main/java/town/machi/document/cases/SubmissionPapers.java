package town.machi.document.cases;

import java.util.List;
import org.springframework.stereotype.Component;
import town.machi.document.FiledCopy;
import town.machi.platform.Section;
import town.machi.platform.Town;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;
import town.machi.submission.SubmissionFile;

/// The copy that a resident takes home, from what was filed alone: what the office does with it plays no part.
@Component
public class SubmissionPapers {

    private final Procedures procedures;
    private final FormAnswers answers;
    private final Town town;

    SubmissionPapers(Procedures procedures, FormAnswers answers, Town town) {
        this.procedures = procedures;
        this.answers = answers;
        this.town = town;
    }

    public FiledCopy copy(SubmissionFile file) {
        Definition definition = procedures
                .getVersion(file.basis().procedure(), file.basis().version())
                .definition();
        FormAnswers.Source source =
                new FormAnswers.Source(definition, file.content().current(), file.owner());
        boolean corrected = !file.content().current().equals(file.content().sent());
        return new FiledCopy(
                definition.title().ja(),
                file.receipt().format(),
                file.way().filedAt(),
                window(town, definition),
                answers.groups(source),
                answers.photos(source),
                corrected ? List.of("お送りいただいた補正を反映した、今の内容です。") : List.of());
    }

    /// The section and its telephone.
    static String window(Town town, Definition definition) {
        return town.findSection(definition.section())
                .map(SubmissionPapers::window)
                .orElse(definition.section().value());
    }

    private static String window(Section section) {
        return section.name() + "　電話 " + (section.telephone().isEmpty() ? "（未設定）" : section.telephone());
    }
}
