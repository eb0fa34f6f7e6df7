package town.machi.water.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;
import town.machi.submission.Advice;

/// 給水区域の外 (井戸, 組合水道): whoever files for such a place is told at once whom to ask. It looks at the 町字 that was
/// typed and at two settings of the town, never at the register.
@Component
class OutsideAdvice implements Advice {

    private static final List<String> PLACES = List.of("place", "newPlace");

    private final SupplyArea area;

    OutsideAdvice(SupplyArea area) {
        this.area = area;
    }

    @Override
    public Optional<String> findFor(ProcedureName procedure, Answers answers, Texts texts) {
        if (WaterForm.of(procedure).isEmpty()) {
            return Optional.empty();
        }
        List<String> outside = PLACES.stream()
                .map(place -> answers.text(place + ".area"))
                .filter(typed -> !typed.isEmpty() && area.isOutside(typed))
                .distinct()
                .toList();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.concat(
                                outside.stream().map(typed -> texts.get("water.outside.place", typed)),
                                Stream.of(whom(texts)))
                        .reduce((one, next) -> one + "\n" + next)
                        .orElseThrow());
    }

    private String whom(Texts texts) {
        return area.contact()
                .map(contact -> texts.get("water.outside.contact", contact))
                .orElseGet(() -> texts.get("water.outside.no-contact"));
    }
}
