package town.machi.water.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import town.machi.kernel.Language;
import town.machi.platform.ArrivedLetter;
import town.machi.platform.Letter;
import town.machi.platform.LetterReader;
import town.machi.procedure.ProcedureName;
import town.machi.water.Callback;
import town.machi.water.jdbc.CallbackRows;

/// A wish to be called, from those who ask outside to those who call inside.
@Component
class CallbackLetter implements LetterReader {

    private static final String KIND = "water.callback";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CallbackRows rows;

    CallbackLetter(CallbackRows rows) {
        this.rows = rows;
    }

    static Letter of(Callback callback) {
        var node = JSON.createObjectNode()
                .put("id", callback.id().toString())
                .put("procedure", callback.wanted().procedure().value())
                .put("on", callback.wanted().on().toString())
                .put("name", callback.who().name())
                .put("phone", callback.who().phone())
                .put("language", callback.language().code())
                .put("at", callback.askedAt().toString());
        return new Letter(KIND, callback.subject(), JSON.writeValueAsString(node));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void read(ArrivedLetter letter) {
        var node = JSON.readTree(letter.content());
        rows.insert(new Callback(
                UUID.fromString(node.required("id").asString()),
                new Callback.Wanted(
                        new ProcedureName(node.required("procedure").asString()),
                        LocalDate.parse(node.required("on").asString())),
                new Callback.Who(
                        node.required("name").asString(), node.required("phone").asString()),
                Language.ofCode(node.required("language").asString()),
                Instant.parse(node.required("at").asString()),
                Optional.empty()));
    }
}
