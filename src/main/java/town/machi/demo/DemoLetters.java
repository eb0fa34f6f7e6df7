package town.machi.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.DemoPast;
import town.machi.casework.Move;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Ids;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;

/// A few letters to the mayor that were answered years ago: their 保存期間 is over.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class DemoLetters {

    private static final ProcedureName LETTER = new ProcedureName("letter-to-mayor");

    private record Old(String about, String letter, int yearsAgo) {}

    private static final List<Old> LETTERS = List.of(
            new Old("公園の水飲み場（例）", "公園の水飲み場が止まっています。夏までに直してください。", 6),
            new Old("図書の貸出し（例）", "借りられる冊数を増やしてほしいです。", 6),
            new Old("通学路の街灯（例）", "通学路の街灯を増やしてください。", 5),
            new Old("バスの時刻（例）", "朝のバスを、病院が開く時刻に合わせてください。", 5),
            new Old("町の花火（例）", "花火の日の駐車場を増やしてください。", 5));

    private final Procedures procedures;
    private final Submissions submissions;
    private final Cases cases;
    private final DemoPast past;
    private final Making making;

    DemoLetters(Procedures procedures, Submissions submissions, Cases cases, DemoPast past, Making making) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.cases = cases;
        this.past = past;
        this.making = making;
    }

    @Component("letterMaking")
    @ConditionalOnBooleanProperty("machi.demo")
    record Making(Ids ids, RandomGenerator random, Clock clock) {}

    /// Files each once.
    void fill(Actor.Staff clerk) {
        procedures.findPublished(LETTER).ifPresent(published -> {
            for (int i = 0; i < LETTERS.size(); i++) {
                UUID id = making.ids().next();
                if (file(published, LETTERS.get(i), id, i)) {
                    answer(id, LETTERS.get(i), clerk);
                }
            }
        });
    }

    private boolean file(Published published, Old letter, UUID id, int number) {
        var sender = new Filing.Sender(new Actor.Resident(id.toString()), Channel.WEB, null, Language.JA, null);
        Filing filing = new Filing(
                id,
                UUID.nameUUIDFromBytes(("demo letter " + number).getBytes(StandardCharsets.UTF_8)),
                ReceiptNumber.generate(making.random()),
                published,
                answers(letter, id),
                sender);
        return submissions.file(filing) instanceof FilingOutcome.Accepted accepted
                && accepted.receipt().submission().equals(id);
    }

    private void answer(UUID id, Old letter, Actor.Staff clerk) {
        String receipt = submissions.find(id).orElseThrow().receipt().format();
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).withWords(receipt);
        CaseId caseId =
                cases.list(filter, Optional.empty(), clerk).lines().getFirst().id();
        Move answer = new Move("answer", 1, "お手紙をありがとうございました。担当の課と考えます。（例）", Set.of());
        cases.act(caseId, answer, making.ids().next(), clerk);
        past.move(caseId, Period.ofYears(letter.yearsAgo()));
    }

    private Answers answers(Old letter, UUID id) {
        Instant now = making.clock().instant();
        TreeMap<String, Answer> answers = new TreeMap<>();
        Map.of("about", letter.about(), "letter", letter.letter(), "reply", "no")
                .forEach((path, value) ->
                        answers.put(path, new Answer(value, Answer.Source.TYPED, "resident:" + id, now)));
        return new Answers(answers);
    }
}
