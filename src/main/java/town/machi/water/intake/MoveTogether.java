package town.machi.water.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.FieldFault;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.shell.Texts;
import town.machi.submission.FiledTogether;
import town.machi.submission.Filing;
import town.machi.submission.ReceiptNumbers;

/// A move (転居) is asked once and is two matters: its own case stops the water of the old home, and a 使用開始 of the
/// new home is filed with it.
@Component
public class MoveTogether implements FiledTogether {

    /// Question of the start → question of the move.
    private static final Map<String, String> QUESTIONS = Map.ofEntries(
            Map.entry("place", "newPlace"),
            Map.entry("customer", "newCustomer"),
            Map.entry("startsOn", "startsOn"),
            Map.entry("presence", "newPresence"),
            Map.entry("holder", "holder"),
            Map.entry("user", "user"),
            Map.entry("company", "company"),
            Map.entry("representative", "representative"),
            Map.entry("phone", "phone"),
            Map.entry("mail", "mail"),
            Map.entry("filedBy", "filedBy"),
            Map.entry("payment", "payment"));

    private final Procedures procedures;
    private final ReceiptNumbers numbers;

    MoveTogether(Procedures procedures, ReceiptNumbers numbers) {
        this.procedures = procedures;
        this.numbers = numbers;
    }

    /// The submission that starts the water of the new home.
    public static UUID startOf(UUID move) {
        return UUID.nameUUIDFromBytes(("water-move start " + move).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public List<Filing> alsoFiled(Filing filing, Answers answers) {
        Optional<Published> start = procedures.findPublished(WaterForm.START.procedure());
        if (!filing.published().name().equals(WaterForm.MOVE.procedure()) || start.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Filing(startOf(filing.id()), null, numbers.next(), start.get(), start(answers), filing.sender()));
    }

    private static Answers start(Answers move) {
        TreeMap<String, Answer> start = new TreeMap<>();
        QUESTIONS.forEach((asked, from) -> move.byPath().forEach((path, answer) -> {
            if (Answers.belongsTo(from, path)) {
                start.put(asked + path.substring(from.length()), answer);
            }
        }));
        move.find("startsOn")
                .ifPresent(day -> start.put("billElsewhere", new Answer("here", day.source(), day.by(), day.at())));
        return new Answers(start);
    }

    @Override
    public List<FieldFault> asAsked(Filing also, List<FieldFault> faults) {
        return also.published().name().equals(WaterForm.START.procedure())
                ? faults.stream().map(MoveTogether::asAsked).toList()
                : faults;
    }

    @Override
    public Optional<String> findPartName(ProcedureName procedure, Texts texts) {
        if (procedure.equals(WaterForm.MOVE.procedure())) {
            return Optional.of(texts.get("water.move.old"));
        }
        return procedure.equals(WaterForm.START.procedure())
                ? Optional.of(texts.get("water.move.new"))
                : Optional.empty();
    }

    private static FieldFault asAsked(FieldFault fault) {
        return QUESTIONS.entrySet().stream()
                .filter(entry -> Answers.belongsTo(entry.getKey(), fault.path()))
                .findFirst()
                .map(entry -> new FieldFault(
                        entry.getValue() + fault.path().substring(entry.getKey().length()), fault.sentence()))
                .orElse(fault);
    }
}
