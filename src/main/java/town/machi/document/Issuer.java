package town.machi.document;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import town.machi.document.jdbc.DocumentRows;
import town.machi.document.pdf.Typesetter;
import town.machi.document.template.DocumentTemplate;
import town.machi.kernel.Actor;
import town.machi.kernel.FiscalYear;
import town.machi.kernel.Wareki;
import town.machi.platform.Files;
import town.machi.platform.Ids;
import town.machi.platform.NewFile;
import town.machi.platform.StoredFile;
import town.machi.platform.Storing;

/// Number, paper, file and ledger row of one document, all in the caller's transaction.
@Component
class Issuer {

    private static final ZoneId TOWN_TIME = ZoneId.of("Asia/Tokyo");

    private final LetterWriter writer;
    private final DocumentRows rows;
    private final Files files;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random;

    Issuer(LetterWriter writer, DocumentRows rows, Files files, Ids ids, Clock clock, RandomGenerator random) {
        this.writer = writer;
        this.rows = rows;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /// @param isNew false when the request had been answered before
    record Issue(IssuedDocument document, boolean isNew) {}

    Issue issue(Letter letter, Actor actor, URI verifyPage) {
        rows.lockRequest(letter.request());
        Optional<IssuedDocument> earlier = rows.findByRequest(letter.request());
        if (earlier.isPresent()) {
            return new Issue(earlier.get(), false);
        }
        DocumentTemplate template = writer.check(letter);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, TOWN_TIME);
        DocumentNumber number = template.numbered() ? takeNumber(letter, today) : null;
        VerificationCode code = VerificationCode.generate(random);
        LetterPaper.Stamp stamp = new LetterPaper.Stamp(
                format(number),
                Wareki.formatDay(today),
                new LetterPaper.Proof(code, URI.create(verifyPage + "?code=" + code.symbols())),
                now);
        Typesetter.Printed printed = writer.write(letter, stamp, today);
        DocumentId id = new DocumentId(ids.next());
        StoredFile file = keep(printed, id, template, format(number));
        IssuedDocument document = new IssuedDocument(
                id,
                template.name(),
                template.kind().ja(),
                letter.about(),
                letter.section(),
                format(number),
                today,
                now,
                actor.kind() + ":" + actor.id(),
                file.id(),
                file.sha256(),
                printed.pages(),
                code);
        rows.insert(document, letter, number);
        return new Issue(document, true);
    }

    private DocumentNumber takeNumber(Letter letter, LocalDate today) {
        FiscalYear year = FiscalYear.of(today);
        int number = rows.takeNumber(year, letter.section());
        return new DocumentNumber(year, letter.section(), writer.mark(letter.section()), number);
    }

    private StoredFile keep(
            Typesetter.Printed printed, DocumentId id, DocumentTemplate template, @Nullable String number) {
        String name = (number == null ? "" : number + "　") + template.kind().ja() + ".pdf";
        NewFile file = new NewFile(new ByteArrayInputStream(printed.pdf()), name, "document:" + id, null);
        return switch (files.store(file)) {
            case Storing.Stored stored -> stored.file();
            case Storing.Refused refused ->
                throw new IllegalStateException(
                        "our own PDF was refused: " + refused.refusal().key());
        };
    }

    private static @Nullable String format(@Nullable DocumentNumber number) {
        return number == null ? null : number.format();
    }
}
