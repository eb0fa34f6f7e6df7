package town.machi.casework.jdbc;

import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import town.machi.casework.CaseEvent;
import town.machi.form.Answers;
import town.machi.form.AnswersJson;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// What lies in `jsonb` columns, both ways.
@Component
class Json {

    private static final TypeReference<List<Filed.FileRef>> FILES = new TypeReference<>() {};
    private static final TypeReference<List<CaseEvent.Change>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, String>> SOURCE = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(Answers answers) {
        return AnswersJson.write(answers);
    }

    String write(ProcedureSource source) {
        return mapper.writeValueAsString(source.files());
    }

    String write(List<?> list) {
        return mapper.writeValueAsString(list);
    }

    Answers answers(String json) {
        return AnswersJson.read(json);
    }

    ProcedureSource source(String json) {
        return new ProcedureSource(mapper.readValue(json, SOURCE));
    }

    List<Filed.FileRef> files(String json) {
        return mapper.readValue(json, FILES);
    }

    List<CaseEvent.Change> changes(String json) {
        return mapper.readValue(json, CHANGES);
    }
}
