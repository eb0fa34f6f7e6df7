package town.machi.submission;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;

/// What later rooms say to whoever files: all that they advise, and what each part of several is called.
@Component
public class Advices {

    private final ObjectProvider<Advice> advice;
    private final ObjectProvider<FiledTogether> together;

    Advices(ObjectProvider<Advice> advice, ObjectProvider<FiledTogether> together) {
        this.advice = advice;
        this.together = together;
    }

    public List<String> list(ProcedureName procedure, Answers answers, Texts texts) {
        return advice.stream()
                .flatMap(each -> each.findFor(procedure, answers, texts).stream())
                .distinct()
                .toList();
    }

    /// Where to turn after a refusal; empty: nowhere else.
    public Optional<Advice.Way> findWay(
            ProcedureName procedure, Answers answers, List<FieldFault> faults, Texts texts) {
        return advice.stream()
                .flatMap(each -> each.findWay(procedure, answers, faults, texts).stream())
                .findFirst();
    }

    /// What one of several that were filed together is about; empty: its title says it.
    public Optional<String> findPartName(ProcedureName procedure, Texts texts) {
        return together.stream()
                .flatMap(each -> each.findPartName(procedure, texts).stream())
                .findFirst();
    }
}
