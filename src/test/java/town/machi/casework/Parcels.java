package town.machi.casework;

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
import org.jspecify.annotations.Nullable;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureFolder;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.ProcedureSource;
import town.machi.submission.Filed;

/// Packages as `submission` hands them over, for tests that know nothing of it.
final class Parcels {

    static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");

    private static final Random RANDOM = new Random(20261124);

    private Parcels() {}

    /// The source of 水道の使用開始, as it lies in the town's folder.
    static ProcedureSource waterStart() {
        return inTown("water-start");
    }

    /// The source of a procedure, as it lies in the town's folder.
    static ProcedureSource inTown(String folder) {
        return new ProcedureFolder(Path.of("towns/ashikita"))
                .list().stream()
                        .filter(found -> found.folder().equals(folder))
                        .findFirst()
                        .orElseThrow()
                        .source();
    }

    /// The same with another sentence in it: its next version.
    static ProcedureSource waterStart(String old, String changed) {
        SortedMap<String, String> files = new TreeMap<>(waterStart().files());
        files.compute(ProcedureSource.MAIN, (_, text) -> String.valueOf(text).replace(old, changed));
        return new ProcedureSource(files);
    }

    /// A source of another section's procedure.
    static ProcedureSource ofSection(String section) {
        return waterStart("section: water", "section: " + section);
    }

    static Filed.New filed(String family, String given) {
        return filed(waterStart(), 1, answers(family, given), TUESDAY, null);
    }

    static Filed.New filed(
            ProcedureSource source, int version, Map<String, String> answers, Instant at, @Nullable String mail) {
        return new Filed.New(
                UUID.randomUUID(),
                1,
                at,
                ReceiptNumber.generate(RANDOM),
                new ProcedureName("water-start"),
                version,
                source.hash(),
                source,
                answers(answers),
                List.of(),
                Channel.WEB,
                null,
                Language.JA,
                mail,
                Set.of());
    }

    static Filed.Correction correction(Filed.New of, int sequence, Map<String, String> answers) {
        return new Filed.Correction(of.submission(), sequence, TUESDAY, answers(answers), List.of());
    }

    static Map<String, String> answers(String family, String given) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("place.postcode", "869-5461");
        answers.put("place.area", "芦北");
        answers.put("place.number", "2015番地");
        answers.put("startsOn", "2026-12-01");
        answers.put("presence", "none");
        answers.put("holder", "person");
        answers.put("user.family", family);
        answers.put("user.given", given);
        answers.put("user.familyKana", "ミズノ");
        answers.put("user.givenKana", "タロウ");
        answers.put("phone", "090-1234-5678");
        answers.put("payment", "slip");
        answers.put("billElsewhere", "here");
        return answers;
    }

    static Answers answers(Map<String, String> values) {
        SortedMap<String, Answer> byPath = new TreeMap<>();
        values.forEach(
                (path, value) -> byPath.put(path, new Answer(value, Answer.Source.TYPED, "resident:test", TUESDAY)));
        return new Answers(byPath);
    }
}
