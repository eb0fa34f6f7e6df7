package town.machi.water.intake;

import java.util.Optional;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;
import town.machi.submission.Advice;

/// Where the town is cut in two, the crews' days are inside: whoever files outside is told that the day is a wish.
@Component
class WishAdvice implements Advice {

    private final DayClaim claim;

    WishAdvice(DayClaim claim) {
        this.claim = claim;
    }

    @Override
    public Optional<String> findFor(ProcedureName procedure, Answers answers, Texts texts) {
        return Said.of(procedure, answers).filter(claim::isWish).map(_ -> texts.get("water.wish"));
    }
}
