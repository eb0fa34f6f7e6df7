package town.machi.water.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.procedure.ProcedureName;
import town.machi.shell.Texts;
import town.machi.submission.Advice;

/// Whoever names a day from today on that is nearer than the first one offered may ask to be called.
@Component
class CallbackAdvice implements Advice {

    private static final List<String> DAYS = List.of("startsOn", "stopsOn");

    @Override
    public Optional<String> findFor(ProcedureName procedure, Answers answers, Texts texts) {
        return Optional.empty();
    }

    @Override
    public Optional<Way> findWay(ProcedureName procedure, Answers answers, List<FieldFault> faults, Texts texts) {
        return WaterForm.of(procedure)
                .flatMap(form -> faults.stream()
                        .flatMap(CallbackAdvice::tooNear)
                        .findFirst()
                        .map(day -> new Way(
                                texts.get("water.callback.offer", texts.days().day(day)),
                                "/water/callback/begin?procedure=" + procedure.value() + "&day=" + day,
                                texts.get("water.callback.title"),
                                said(form, answers))));
    }

    /// Whoever came back to the day has said who they are already.
    private static Map<String, String> said(WaterForm form, Answers answers) {
        String person = Stream.of("family", "given")
                .map(part -> answers.text(form.person() + "." + part))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Map.of("name", person.isEmpty() ? answers.text("company") : person, "phone", answers.text("phone"));
    }

    private static Stream<LocalDate> tooNear(FieldFault fault) {
        return fault.sentence() instanceof FieldFault.Sentence.Said(var _, Map<String, Object> values)
                ? DAYS.stream()
                        .filter(name -> fault.path().startsWith(name))
                        .flatMap(name -> tooNear(name, values).stream())
                : Stream.empty();
    }

    private static Optional<LocalDate> tooNear(String name, Map<String, Object> values) {
        return values.get(name) instanceof LocalDate day
                        && values.get("earliestStart") instanceof LocalDate earliest
                        && values.get("today") instanceof LocalDate today
                        && !day.isBefore(today)
                        && day.isBefore(earliest)
                ? Optional.of(day)
                : Optional.empty();
    }
}
