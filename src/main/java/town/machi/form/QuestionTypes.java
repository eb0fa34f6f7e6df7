package town.machi.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// All kinds of question, by the word that a definition uses for them.
@Component
public class QuestionTypes {

    private final Map<String, QuestionType> byWord = new HashMap<>();

    public QuestionTypes(List<QuestionType> types) {
        for (QuestionType type : types) {
            if (byWord.put(type.type(), type) != null) {
                throw new IllegalStateException("two question types are called " + type.type());
            }
        }
    }

    /// @throws IllegalArgumentException where no room gives this type; a published definition names none such
    public QuestionType get(String word) {
        QuestionType type = byWord.get(word);
        if (type == null) {
            throw new IllegalArgumentException("no question type " + word);
        }
        return type;
    }

    public Collection<QuestionType> list() {
        return List.copyOf(byWord.values());
    }
}
