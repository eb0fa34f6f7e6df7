package town.machi.document.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFile;
import town.machi.casework.Cases;
import town.machi.procedure.Definition;
import town.machi.procedure.Question;

/// Where a paper of a case goes by post: the address that the form asks for as the person's own.
@Component
public class PostAddresses {

    /// The entry of the vocabulary that asks for it.
    private static final String HOME = "homeAddress";

    private final Cases cases;
    private final FormAnswers answers;

    PostAddresses(Cases cases, FormAnswers answers) {
        this.cases = cases;
        this.answers = answers;
    }

    /// Lines as on an envelope, the name last; empty where the form asks for no name or no address of the person.
    public Optional<List<String>> find(CaseFile file) {
        Definition definition = cases.definitionOf(file);
        FormAnswers.Source source = new FormAnswers.Source(
                definition, file.answers(), "submission:" + file.filing().submission());
        List<String> lines = definition.questions().stream()
                .filter(question -> question.path().equals(HOME))
                .map(Question::id)
                .findFirst()
                .map(home -> answers.entries(source, Set.of(home)).stream()
                        .flatMap(entry -> entry.values().stream())
                        .toList())
                .orElse(List.of());
        if (lines.isEmpty() || file.name().isBlank()) {
            return Optional.empty();
        }
        List<String> address = new ArrayList<>(lines);
        address.add(file.name() + "　様");
        return Optional.of(List.copyOf(address));
    }
}
