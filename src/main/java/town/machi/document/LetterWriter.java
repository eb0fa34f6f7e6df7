package town.machi.document;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.document.pdf.Paper;
import town.machi.document.pdf.Typesetter;
import town.machi.document.template.DocumentTemplate;
import town.machi.document.template.TemplateFolder;
import town.machi.kernel.ProblemException;
import town.machi.kernel.SectionId;
import town.machi.kernel.Wareki;
import town.machi.platform.Section;
import town.machi.platform.Settings;
import town.machi.platform.Town;

/// Writes a letter after its 様式, with what the town says of itself.
@Component
class LetterWriter {

    /// The setting that holds the mayor's name.
    static final String MAYOR = "town.mayor";

    private final TemplateFolder templates;
    private final Typesetter typesetter;
    private final Town town;
    private final Settings settings;

    LetterWriter(TemplateFolder templates, Typesetter typesetter, Town town, Settings settings) {
        this.templates = templates;
        this.typesetter = typesetter;
        this.town = town;
        this.settings = settings;
    }

    /// The template, after a look whether this letter can be written at all.
    ///
    /// @throws ProblemException when there is no font, no such template, or a value is missing
    DocumentTemplate check(Letter letter) {
        if (!typesetter.isReady()) {
            throw new ProblemException(DocumentProblem.NO_FONTS);
        }
        DocumentTemplate template = templates
                .find(letter.template())
                .orElseThrow(() -> new ProblemException(DocumentProblem.NO_SUCH_TEMPLATE, letter.template()));
        List<String> missing = template.fields().keySet().stream()
                .filter(field -> !letter.values().containsKey(field))
                .toList();
        if (template.instructs() && !letter.values().containsKey(DocumentTemplate.REMEDY)) {
            missing = List.of(DocumentTemplate.REMEDY);
        }
        if (template.seal() == DocumentTemplate.Seal.PRINTED
                && templates.findSeal().isEmpty()) {
            throw new ProblemException(DocumentProblem.NO_SEAL, letter.template());
        }
        if (!missing.isEmpty()) {
            throw new ProblemException(DocumentProblem.VALUES_MISSING, letter.template(), String.join(", ", missing));
        }
        return template;
    }

    /// What the section's documents are called by: its mark, or its name where it has none.
    String mark(SectionId id) {
        Section section = section(id);
        return section.mark().isEmpty() ? section.name() : section.mark();
    }

    Typesetter.Printed write(Letter letter, LetterPaper.Stamp stamp, LocalDate today) {
        DocumentTemplate template = check(letter);
        Section section = section(letter.section());
        String telephone = section.telephone().isEmpty() ? "（未設定）" : section.telephone();
        Map<String, String> values = new HashMap<>(letter.values());
        values.put("town", town.name());
        values.put("mayor", findMayor().orElse("　　　　　　"));
        values.put("section", section.name());
        values.put("section.tel", telephone);
        values.put("number", orEmpty(stamp.number()));
        values.put("date", stamp.date());
        values.put("today", Wareki.format(today));
        LetterPaper.Signature signature = new LetterPaper.Signature(
                town.name(),
                findMayor().orElse(null),
                section.name() + "　電話 " + telephone,
                templates.findSeal().orElse(null));
        Paper paper = new LetterPaper(template, values).paper(signature, stamp, letter.details());
        return typesetter.typeset(paper);
    }

    private Optional<String> findMayor() {
        boolean declared = town.declaredSettings().stream()
                .anyMatch(setting -> setting.name().equals(MAYOR));
        return declared ? settings.find(MAYOR) : Optional.empty();
    }

    private Section section(SectionId id) {
        return town.findSection(id)
                .orElseGet(() -> new Section(id, id.value(), id.value(), id.value(), "", "", "", ""));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
