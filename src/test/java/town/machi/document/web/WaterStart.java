package town.machi.document.web;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;

/// 水道の使用開始, filed by 葛󠄂城 𠮷彦.
final class WaterStart {

    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("place.postcode", "869-5461"),
            Map.entry("place.area", "大字佐敷"),
            Map.entry("place.number", "424番地"),
            Map.entry("startsOn", "2026-12-01"),
            Map.entry("presence", "none"),
            Map.entry("holder", "person"),
            Map.entry("user.family", "葛󠄂城"),
            Map.entry("user.given", "𠮷彦"),
            Map.entry("user.familyKana", "カツラギ"),
            Map.entry("user.givenKana", "ヨシヒコ"),
            Map.entry("phone", "090-1234-5678"),
            Map.entry("payment", "slip"),
            Map.entry("billElsewhere", "here"));

    private WaterStart() {}

    /// @return the submission
    static UUID file(Submissions submissions, Procedures procedures) {
        UUID id = UUID.randomUUID();
        SortedMap<String, Answer> byPath = new TreeMap<>();
        ANSWERS.forEach(
                (at, value) -> byPath.put(at, new Answer(value, Answer.Source.TYPED, "resident:" + id, MORNING)));
        Filing filing = new Filing(
                id,
                null,
                ReceiptNumber.generate(new Random()),
                procedures.findPublished(new ProcedureName("water-start")).orElseThrow(),
                new Answers(byPath),
                new Filing.Sender(new Actor.Resident(id.toString()), Channel.WEB, null, Language.JA, null));
        if (submissions.file(filing) instanceof FilingOutcome.Incomplete(var faults)) {
            throw new AssertionError(faults);
        }
        return id;
    }
}
