package town.machi.water;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureFolder;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// Packages as `submission` hands them over, of the procedures in the town's folder.
public final class Parcels {

    private static final Random RANDOM = new Random(4);

    private Parcels() {}

    public static ProcedureSource source(String procedure) {
        return new ProcedureFolder(Path.of("towns/ashikita"))
                .list().stream()
                        .filter(found -> found.folder().equals(procedure))
                        .findFirst()
                        .orElseThrow()
                        .source();
    }

    public static Filed.New filed(String procedure, Instant at, Map<String, String> answers) {
        ProcedureSource source = source(procedure);
        return new Filed.New(
                UUID.randomUUID(),
                1,
                at,
                ReceiptNumber.generate(RANDOM),
                new ProcedureName(procedure),
                1,
                source.hash(),
                source,
                answers(answers, at),
                List.of(),
                Channel.WEB,
                null,
                Language.JA,
                null,
                Set.of());
    }

    public static Answers answers(Map<String, String> values, Instant at) {
        SortedMap<String, Answer> byPath = new TreeMap<>();
        values.forEach((path, value) -> byPath.put(path, new Answer(value, Answer.Source.TYPED, "resident:test", at)));
        return new Answers(byPath);
    }

    public static Map<String, String> start(String area, String number, String family, String kana) {
        Map<String, String> answers = person(area, number, family, kana);
        answers.put("startsOn", "2026-12-01");
        answers.put("holder", "person");
        answers.put("payment", "slip");
        answers.put("billElsewhere", "here");
        return answers;
    }

    public static Map<String, String> stop(String area, String number, String family, String kana) {
        Map<String, String> answers = person(area, number, family, kana);
        answers.put("stopsOn", "2026-12-01");
        answers.put("reason", "moveOut");
        answers.put("settlement", "slip");
        return answers;
    }

    private static Map<String, String> person(String area, String number, String family, String kana) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("place.area", area);
        answers.put("place.number", number);
        answers.put("presence", "none");
        answers.put("user.family", family);
        answers.put("user.given", "太郎");
        answers.put("user.familyKana", kana);
        answers.put("user.givenKana", "タロウ");
        answers.put("phone", "090-1234-5678");
        return answers;
    }
}
