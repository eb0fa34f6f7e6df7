package town.machi.document.cases;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.document.EntryGroup;
import town.machi.document.FiledCopy;
import town.machi.form.Answers;
import town.machi.form.Form;
import town.machi.form.QuestionTypes;
import town.machi.form.Slot;
import town.machi.kernel.Language;
import town.machi.platform.FileId;
import town.machi.platform.Files;
import town.machi.platform.StoredFile;
import town.machi.procedure.Definition;
import town.machi.procedure.FormPage;
import town.machi.procedure.Question;
import town.machi.shell.Messages;
import town.machi.shell.Texts;

/// Answers as they stand on paper: page by page, in the words of the definition under which they were given.
@Component
public class FormAnswers {

    private final QuestionTypes types;
    private final Files files;
    private final Messages messages;

    FormAnswers(QuestionTypes types, Files files, Messages messages) {
        this.types = types;
        this.files = files;
        this.messages = messages;
    }

    /// What was filed.
    ///
    /// @param owner whose files the answers name: `submission:uuid`
    public record Source(Definition definition, Answers answers, String owner) {}

    /// All pages with their questions. One that was not asked, because its condition did not hold, is left out.
    public List<EntryGroup> groups(Source source) {
        Texts texts = messages.in(Language.JA);
        List<EntryGroup> groups = new ArrayList<>();
        for (FormPage page : source.definition().pages()) {
            List<EntryGroup.Entry> entries = asked(source, page).stream()
                    .map(question -> entry(slot(source, question), source.answers(), texts))
                    .toList();
            if (!entries.isEmpty()) {
                groups.add(new EntryGroup(page.title().ja(), entries));
            }
        }
        return groups;
    }

    /// Only these questions, in the order of the form.
    public List<EntryGroup.Entry> entries(Source source, Set<String> questions) {
        Texts texts = messages.in(Language.JA);
        return source.definition().questions().stream()
                .filter(question -> questions.stream().anyMatch(path -> Answers.belongsTo(question.id(), path)))
                .map(question -> entry(slot(source, question), source.answers(), texts))
                .toList();
    }

    /// The pictures among the answers, in the order of the form.
    public List<FiledCopy.Photo> photos(Source source) {
        List<FiledCopy.Photo> photos = new ArrayList<>();
        for (FormPage page : source.definition().pages()) {
            for (Question question : asked(source, page)) {
                Slot slot = slot(source, question);
                for (UUID id : slot.type().files(slot, source.answers())) {
                    files.find(new FileId(id))
                            .filter(file -> file.contentType().startsWith("image/"))
                            .ifPresent(file -> photos.add(photo(question.label().ja(), file)));
                }
            }
        }
        return photos;
    }

    private FiledCopy.Photo photo(String label, StoredFile file) {
        return new FiledCopy.Photo(
                label + "（" + file.name() + "）",
                () -> file.shownType().isPresent() ? files.open(file.id()) : InputStream.nullInputStream());
    }

    private static List<Question> asked(Source source, FormPage page) {
        return page.questions().stream()
                .filter(question -> isAnswered(question, source.answers())
                        || (page.when().isEmpty() && question.when().isEmpty() && !page.later()))
                .toList();
    }

    private static boolean isAnswered(Question question, Answers answers) {
        return answers.byPath().keySet().stream().anyMatch(path -> Answers.belongsTo(question.id(), path));
    }

    private static EntryGroup.Entry entry(Slot slot, Answers answers, Texts texts) {
        return new EntryGroup.Entry(slot.label().ja(), slot.type().show(slot, answers, texts));
    }

    /// Printed as it was given: what the town knows today plays no part.
    private Slot slot(Source source, Question question) {
        return new Slot(question, question.id(), new Form(source.definition(), types, Map.of(), source.owner()));
    }
}
