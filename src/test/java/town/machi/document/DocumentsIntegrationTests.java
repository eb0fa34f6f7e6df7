package town.machi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import town.machi.kernel.Actor;
import town.machi.kernel.PersonKey;
import town.machi.kernel.PersonalData;
import town.machi.kernel.ProblemException;
import town.machi.kernel.Role;
import town.machi.kernel.SectionId;
import town.machi.kernel.StaffId;
import town.machi.support.MachiTest;
import town.machi.support.TestClock;

@MachiTest
class DocumentsIntegrationTests {

    private static final SectionId WATER = new SectionId("water");

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DocumentPersonalData personalData;

    private final Actor clerk =
            new Actor.Staff(new StaffId(UUID.randomUUID()), "水道 太郎", Set.of(WATER), Set.of(Role.HANDLER));

    @BeforeEach
    void begin() {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        clock.set(TestClock.START);
        jdbc.sql("DELETE FROM document.issued").update();
        jdbc.sql("DELETE FROM document.counter").update();
    }

    @Test
    @DisplayName("50通を同時に発行し、その途中で20回取り消しても、番号は1から50まで一つも欠けない")
    void numbersHaveNoGap() throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 70; i++) {
                boolean undone = i % 7 < 2;
                all.add(threads.submit(() -> transaction.executeWithoutResult(status -> {
                    documents.issue(letter(UUID.randomUUID()), clerk);
                    if (undone) {
                        status.setRollbackOnly();
                    }
                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(jdbc.sql("SELECT number FROM document.issued ORDER BY number")
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    }

    @Test
    @DisplayName("同じ依頼が二度、同時に来ても、文書は一通")
    void aRepeatedRequestGivesTheSameDocument() throws InterruptedException, ExecutionException {
        Letter letter = letter(UUID.randomUUID());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<IssuedDocument> one = threads.submit(() -> documents.issue(letter, clerk));
            Future<IssuedDocument> other = threads.submit(() -> documents.issue(letter, clerk));
            assertThat(one.get()).isEqualTo(other.get());
        }
        assertThat(documents.listAbout(letter.about())).hasSize(1);
        assertThat(documents.issue(letter(UUID.randomUUID()), clerk).number()).isEqualTo("上下水道課第2号");
    }

    @Test
    @DisplayName("番号は年度と課ごとに1から始まる")
    void numbersBeginAnewEachFiscalYearAndSection() {
        clock.set("2027-03-31T23:59:59+09:00");
        assertThat(issue(WATER).number()).isEqualTo("上下水道課第1号");
        assertThat(issue(new SectionId("tax")).number()).isEqualTo("税務課第1号");
        assertThat(issue(WATER).number()).isEqualTo("上下水道課第2号");
        clock.set("2027-04-01T00:00:00+09:00");
        assertThat(issue(WATER).number()).isEqualTo("上下水道課第1号");
    }

    @Test
    @DisplayName("発行した文書は、台帳のハッシュと同じPDFで、読むと証跡が残る")
    void whatWasIssuedIsKept() throws IOException, NoSuchAlgorithmException {
        IssuedDocument issued = issue(WATER);
        byte[] pdf = documents.open(issued.id(), clerk).readAllBytes();
        assertThat(new String(pdf, 0, 8, java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-1.7");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
                .isEqualTo(issued.sha256());
        assertThat(jdbc.sql("SELECT action FROM audit.entry WHERE subject = :subject ORDER BY number")
                        .param("subject", "document.issued:" + issued.id())
                        .query(String.class)
                        .list())
                .containsExactly("WRITE", "READ");
    }

    @Test
    @DisplayName("確認番号は、小文字でも空白があっても、種類・番号・日・課を答え、人のことは何も言わない")
    void aCodeTellsWhatWasIssued() {
        IssuedDocument issued = issue(WATER);
        String typed = issued.code().format().toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
        assertThat(documents.verify(typed)).hasValueSatisfying(found -> {
            assertThat(found.kind().en()).isEqualTo("Notice of acceptance");
            assertThat(found.number()).isEqualTo("上下水道課第1号");
            assertThat(found.section().ja()).isEqualTo("上下水道課");
            assertThat(found.sha256()).isEqualTo(issued.sha256());
            assertThat(found.toString()).doesNotContain("𠮷彦");
        });
        assertThat(documents.verify("ABCD-EFGH-JKLM")).isEmpty();
        assertThat(documents.verify("")).isEmpty();
    }

    @Test
    @DisplayName("値が足りない依頼や、ない様式の依頼は断り、番号を使わない")
    void anIncompleteLetterTakesNoNumber() {
        Letter empty = new Letter(UUID.randomUUID(), "acceptance", WATER, "casework.case:1", null, Map.of(), List.of());
        assertThatThrownBy(() -> documents.issue(empty, clerk))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(DocumentProblem.VALUES_MISSING));
        Letter unknown = new Letter(UUID.randomUUID(), "nothing", WATER, "casework.case:1", null, Map.of(), List.of());
        assertThatThrownBy(() -> documents.issue(unknown, clerk))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(DocumentProblem.NO_SUCH_TEMPLATE));
        assertThat(issue(WATER).number()).isEqualTo("上下水道課第1号");
    }

    @Test
    @DisplayName("届出を消すと、文書のPDFもなくなり、台帳の番号と確認番号の答えは残る")
    void erasingDestroysThePaperAndKeepsTheNumber() {
        UUID submission = UUID.randomUUID();
        IssuedDocument issued = documents.issue(letter(submission), clerk);
        PersonKey key = PersonKey.ofSubmission(submission);
        assertThat(personalData.find(key)).extracting(PersonalData.Trace::what).containsExactly("受理通知書");
        assertThat(personalData.erase(key)).isEqualTo(1);
        assertThat(personalData.find(key)).isEmpty();
        assertThatThrownBy(() -> documents.open(issued.id(), clerk))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        wrong -> assertThat(wrong.problem()).isEqualTo(DocumentProblem.DESTROYED));
        assertThat(documents.verify(issued.code().format())).isPresent();
        assertThat(jdbc.sql("SELECT count(*) FROM platform.file WHERE owner = :owner")
                        .param("owner", "document:" + issued.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private IssuedDocument issue(SectionId section) {
        Letter letter = letter(UUID.randomUUID());
        return documents.issue(
                new Letter(
                        letter.request(),
                        letter.template(),
                        section,
                        letter.about(),
                        letter.submission(),
                        letter.values(),
                        letter.details()),
                clerk);
    }

    private static Letter letter(UUID request) {
        return new Letter(
                request,
                "acceptance",
                WATER,
                "casework.case:" + request,
                request,
                Map.of(
                        "applicant", "葛󠄂城　𠮷彦",
                        "procedure", "水道の使用開始（開栓）の届出",
                        "receipt", "ABCD-EFGH-JKLM",
                        "receivedOn", "令和8年11月24日(火)",
                        "acceptedOn", "令和8年11月24日(火)"),
                List.of(new EntryGroup("届出の内容", List.of(EntryGroup.Entry.of("使用場所", "芦北町大字芦北2015")))));
    }
}
