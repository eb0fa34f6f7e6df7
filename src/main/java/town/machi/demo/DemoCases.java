package town.machi.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseLine;
import town.machi.casework.Cases;
import town.machi.casework.Move;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Actor;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Ids;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;

/// Fills the inbox with made-up filings, through the same doors that people use.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class DemoCases {

    private static final ProcedureName START = new ProcedureName("water-start");

    private final Procedures procedures;
    private final Submissions submissions;
    private final Cases cases;
    private final Town town;
    private final Making making;

    DemoCases(Procedures procedures, Submissions submissions, Cases cases, Town town, Making making) {
        this.procedures = procedures;
        this.submissions = submissions;
        this.cases = cases;
        this.town = town;
        this.making = making;
    }

    /// What makes a filing one of its kind.
    @Component
    @ConditionalOnBooleanProperty("machi.demo")
    record Making(Ids ids, RandomGenerator random, Clock clock) {}

    /// Does nothing where the clerk has cases already.
    void fill(Actor.Staff clerk) {
        if (!list(clerk).isEmpty()) {
            return;
        }
        procedures.findPublished(START).ifPresent(published -> {
            for (int i = 0; i < DemoPerson.ALL.size(); i++) {
                file(published, DemoPerson.ALL.get(i), i);
            }
            work(clerk);
        });
    }

    private java.util.List<CaseLine> list(Actor.Staff clerk) {
        return cases.list(CaseFilter.of(CaseFilter.View.ALL), java.util.Optional.empty(), clerk)
                .lines();
    }

    /// The first ones are taken further, so that the demo shows every state.
    private void work(Actor.Staff clerk) {
        java.util.List<CaseLine> lines = list(clerk);
        for (int i = 0; i < lines.size() && i < 5; i++) {
            CaseLine line = lines.get(i);
            Move move = i == 4
                    ? new Move("sendBack", 1, "お客様番号が使用場所と合いません。検針票をお確かめください。", Set.of("customer"))
                    : Move.of("accept", 1);
            cases.act(line.id(), move, making.ids().next(), clerk);
            if (i < 2) {
                cases.act(line.id(), Move.of("complete", 2), making.ids().next(), clerk);
            }
        }
    }

    private void file(Published published, DemoPerson person, int number) {
        UUID id = making.ids().next();
        Actor.Resident resident = new Actor.Resident(id.toString());
        Channel channel = number % 4 == 3 ? Channel.PHONE : Channel.WEB;
        String typist = channel == Channel.PHONE
                ? "staff:" + DemoAccount.named("mizuno").member().id().value()
                : null;
        var sender = new Filing.Sender(resident, channel, typist, Language.JA, null);
        Filing filing = new Filing(
                id,
                request(number),
                ReceiptNumber.generate(making.random()),
                published,
                answers(published, person, id, number),
                sender);
        if (submissions.file(filing) instanceof FilingOutcome.Incomplete(var faults)) {
            throw new IllegalStateException("The demo does not fit the form: " + faults);
        }
    }

    /// The same on every node: two that start at once on an empty database file each of them once.
    private static UUID request(int number) {
        return UUID.nameUUIDFromBytes(("demo case " + number).getBytes(StandardCharsets.UTF_8));
    }

    private Answers answers(Published published, DemoPerson person, UUID id, int number) {
        LocalDate earliest = procedures.facts(published.definition()).get("earliestStart") instanceof LocalDate day
                ? day
                : LocalDate.now(making.clock());
        Map<String, String> values = new TreeMap<>();
        values.put("place.postcode", person.postcode());
        values.put("place.prefecture", town.prefecture());
        values.put("place.municipality", town.municipality());
        values.put("place.area", person.area());
        values.put("place.number", person.street());
        values.put("customer", "1234" + number);
        values.put(
                "startsOn",
                town.calendar().plusBusinessDays(earliest, number % 4).toString());
        values.put("presence", "none");
        values.put("holder", "person");
        values.put("user.family", person.family());
        values.put("user.given", person.given());
        values.put("user.familyKana", person.familyKana());
        values.put("user.givenKana", person.givenKana());
        values.put("phone", "0966-00-%04d".formatted(1000 + number));
        values.put("payment", number % 2 == 0 ? "slip" : "debit");
        values.put("billElsewhere", "here");
        return given(values, "resident:" + id);
    }

    private Answers given(Map<String, String> values, String by) {
        Instant now = making.clock().instant();
        TreeMap<String, Answer> answers = new TreeMap<>();
        values.forEach((path, value) -> answers.put(path, new Answer(value, Answer.Source.TYPED, by, now)));
        return new Answers(answers);
    }
}
