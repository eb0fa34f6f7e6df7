package town.machi.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import town.machi.casework.CaseFilter;
import town.machi.casework.CaseId;
import town.machi.casework.Cases;
import town.machi.casework.Grants;
import town.machi.casework.Move;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.form.Forms;
import town.machi.kernel.Actor;
import town.machi.kernel.BusinessCalendar;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Yen;
import town.machi.platform.Files;
import town.machi.platform.Ids;
import town.machi.platform.NewFile;
import town.machi.platform.Storing;
import town.machi.platform.Town;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filing;
import town.machi.submission.FilingOutcome;
import town.machi.submission.Submissions;

/// A few applications for a 補助金, each a step further than the one before: just arrived, with an amount put before
/// whoever decides, granted, reported, ready to be paid. The amounts are examples.
@Component
@ConditionalOnBooleanProperty("machi.demo")
class DemoSubsidies {

    private static final ProcedureName TANK = new ProcedureName("septic-tank");

    /// The first person; those before are in the water cases alone.
    private static final int FIRST = 6;

    private static final int CASES = 5;

    private final Rooms rooms;
    private final Forms forms;
    private final Files files;
    private final Town town;
    private final Making making;

    DemoSubsidies(Rooms rooms, Forms forms, Files files, Town town, Making making) {
        this.rooms = rooms;
        this.forms = forms;
        this.files = files;
        this.town = town;
        this.making = making;
    }

    @Component
    @ConditionalOnBooleanProperty("machi.demo")
    record Rooms(Procedures procedures, Submissions submissions, Cases cases, Grants grants) {}

    @Component("subsidyMaking")
    @ConditionalOnBooleanProperty("machi.demo")
    record Making(Ids ids, RandomGenerator random, Clock clock) {

        LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), BusinessCalendar.TOKYO);
        }
    }

    /// Files each once; what was filed before is left as it stands.
    ///
    /// @param boss may decide
    void fill(Actor.Staff boss) {
        rooms.procedures().findPublished(TANK).ifPresent(published -> {
            FiscalYear year = FiscalYear.of(making.today());
            rooms.grants().setBudget(TANK, year, new Yen(2_000_000), named("budget " + year.year()), boss);
            for (int i = 0; i < CASES; i++) {
                UUID id = making.ids().next();
                if (file(published, DemoPerson.ALL.get(FIRST + i), id, i)) {
                    walk(published, DemoPerson.ALL.get(FIRST + i), id, i, boss);
                }
            }
        });
    }

    private boolean file(Published published, DemoPerson person, UUID id, int number) {
        var sender = new Filing.Sender(new Actor.Resident(id.toString()), Channel.WEB, null, Language.JA, null);
        Filing filing = new Filing(
                id,
                named("subsidy " + number),
                ReceiptNumber.generate(making.random()),
                published,
                given(applied(person, id), id),
                sender);
        return switch (rooms.submissions().file(filing)) {
            case FilingOutcome.Accepted accepted ->
                accepted.receipt().submission().equals(id);
            case FilingOutcome.Incomplete(var faults) ->
                throw new IllegalStateException("The demo does not fit the form: " + faults);
        };
    }

    private void walk(Published published, DemoPerson person, UUID id, int far, Actor.Staff boss) {
        CaseId caseId = caseOf(id, boss);
        if (far >= 1) {
            act(caseId, "accept", boss);
            act(caseId, "propose", boss);
            rooms.grants().propose(caseId, new Yen(332_000), making.ids().next(), boss);
        }
        if (far >= 2) {
            act(caseId, "grant", boss);
        }
        if (far >= 3) {
            answer(published, id, reported(id));
        }
        if (far >= 4) {
            act(caseId, "proposeFix", boss);
            rooms.grants().propose(caseId, new Yen(310_000), making.ids().next(), boss);
            act(caseId, "fix", boss);
            answer(published, id, claimed(person));
        }
    }

    private CaseId caseOf(UUID submission, Actor.Staff boss) {
        String receipt =
                rooms.submissions().find(submission).orElseThrow().receipt().format();
        CaseFilter filter = CaseFilter.of(CaseFilter.View.ALL).withWords(receipt);
        return rooms.cases()
                .list(filter, Optional.empty(), boss)
                .lines()
                .getFirst()
                .id();
    }

    private void act(CaseId id, String act, Actor.Staff boss) {
        rooms.cases()
                .act(
                        id,
                        Move.of(act, rooms.cases().get(id).revision()),
                        making.ids().next(),
                        boss);
    }

    /// The resident hands in the page that is asked for.
    private void answer(Published published, UUID id, Map<String, String> values) {
        var file = rooms.submissions().find(id).orElseThrow();
        TreeMap<String, Answer> all = new TreeMap<>(file.content().current().byPath());
        all.putAll(given(values, id).byPath());
        var journey = forms.open(published.definition(), file.owner())
                .journey(new Answers(all), file.standing().openFields());
        rooms.submissions().correct(id, making.ids().next(), journey, new Actor.Resident(id.toString()));
    }

    private Map<String, String> applied(DemoPerson person, UUID id) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String place : List.of("site", "home")) {
            values.put(place + ".postcode", person.postcode());
            values.put(place + ".prefecture", town.prefecture());
            values.put(place + ".municipality", town.municipality());
            values.put(place + ".area", person.area());
            values.put(place + ".number", person.street());
        }
        values.put("house", "live");
        values.put("tank", "5");
        values.put("replaces", "vault");
        values.put("cost", "1200000");
        values.put("estimate[0]", store("見積書（例）.png", id));
        values.put("drawing[0]", store("図面（例）.png", id));
        values.put("starts", making.today().plusDays(30).toString());
        values.put("ends", making.today().plusDays(50).toString());
        values.put("applicant.family", person.family());
        values.put("applicant.given", person.given());
        values.put("applicant.familyKana", person.familyKana());
        values.put("applicant.givenKana", person.givenKana());
        values.put("notice", "post");
        values.put("phone", "0966-00-2000");
        return values;
    }

    private Map<String, String> reported(UUID id) {
        return Map.of(
                "completed", making.today().toString(),
                "spent", "1150000",
                "photos[0]", store("工事のあと（例）.png", id),
                "receipts[0]", store("領収書（例）.png", id));
    }

    private static Map<String, String> claimed(DemoPerson person) {
        return Map.of(
                "account.bank", "例の銀行",
                "account.bankCode", "9999",
                "account.branch", "芦北",
                "account.branchCode", "001",
                "account.kind", "ordinary",
                "account.number", "0012345",
                "account.holder", person.familyKana() + " " + person.givenKana());
    }

    private String store(String name, UUID id) {
        NewFile file = new NewFile(new ByteArrayInputStream(picture()), name, "submission:" + id, null);
        return switch (files.store(file)) {
            case Storing.Stored stored -> stored.file().id().toString();
            case Storing.Refused refused ->
                throw new IllegalStateException("The demo's file was refused: " + refused.refusal());
        };
    }

    /// A sheet of one colour.
    private static byte[] picture() {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xE8F1FE));
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answers given(Map<String, String> values, UUID id) {
        TreeMap<String, Answer> answers = new TreeMap<>();
        values.forEach((path, value) -> answers.put(
                path,
                new Answer(
                        value,
                        Answer.Source.TYPED,
                        "resident:" + id,
                        making.clock().instant())));
        return new Answers(answers);
    }

    private static UUID named(String what) {
        return UUID.nameUUIDFromBytes(("demo " + what).getBytes(StandardCharsets.UTF_8));
    }
}
