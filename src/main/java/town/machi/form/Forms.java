package town.machi.form;

import org.springframework.stereotype.Component;
import town.machi.procedure.Definition;
import town.machi.procedure.Procedures;

/// Opens a form as it is asked now, with what the rooms know now for its conditions and sentences.
@Component
public class Forms {

    private final QuestionTypes types;
    private final Procedures procedures;

    public Forms(QuestionTypes types, Procedures procedures) {
        this.types = types;
        this.procedures = procedures;
    }

    /// @param owner whose files answers may name, `submission:uuid`
    public Form open(Definition definition, String owner) {
        return new Form(definition, types, procedures.facts(definition), owner);
    }
}
