package town.machi.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.kernel.Language;
import town.machi.kernel.ReceiptNumber;
import town.machi.platform.Jobs;
import town.machi.platform.Vital;
import town.machi.platform.Vitals;
import town.machi.platform.Zone;
import town.machi.procedure.Channel;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.procedure.Published;
import town.machi.submission.Filed;
import town.machi.submission.zone.FiledLetter;
import town.machi.submission.zone.WordLetter;
import town.machi.support.MachiTest;

@MachiTest(properties = {"machi.zone=inner", "machi.exchange.folder=target/test-data/inside-exchange"})
@DisplayName("内側だけの町")
class InsideIntegrationTests {

    private static final Path FOLDER = Path.of("target/test-data/inside-exchange");
    private static final Path OWN = Path.of("target/test-data/InsideIntegrationTests/exchange");
    private static final KeyPair OUTSIDE = pair();

    @Autowired
    JdbcClient db;

    @Autowired
    Jobs jobs;

    @Autowired
    Vitals vitals;

    @Autowired
    Procedures procedures;

    private byte[] previous = new byte[0];
    private long number;

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void clear() throws IOException {
        FileUtils.deleteQuietly(FOLDER.toFile());
        FileUtils.deleteQuietly(OWN.toFile());
        Files.createDirectories(FOLDER.resolve("to-inner"));
        PublicKeyFile.write(OWN.resolve("partner.pub"), Zone.PUBLIC, OUTSIDE.getPublic());
        for (String table : List.of("sent", "received", "refused", "standing")) {
            db.sql("DELETE FROM platform.exchange_" + table).update();
        }
        previous = new byte[0];
        number = 0;
    }

    @Test
    @DisplayName("届いた届出は写真ごと案件になり、状況の言葉が外側への手紙になる。控えは内側に残らない")
    void aLetterBecomesACase() throws Exception {
        Filed.New filed = filed(List.of(photo()));
        arrive(FiledLetter.of(filed).content(), picture());
        jobs.runNow("platform.exchange");
        assertThat(cases(filed)).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM submission.submission")).isZero();
        assertThat(count("SELECT count(*) FROM platform.file WHERE owner = 'submission:" + filed.submission() + "'"))
                .isEqualTo(1);
        assertThat(db.sql("SELECT files::text FROM casework.case_file WHERE submission = :id")
                        .param("id", filed.submission())
                        .query(String.class)
                        .single())
                .contains("塀.png", "image/png");
        assertThat(kinds()).containsExactly(WordLetter.WORD);
        assertThat(FOLDER.resolve("to-public/00000001.machi")).exists();
    }

    @Test
    @DisplayName("取り込めない手紙は何も残さず、直るまでくりかえし試され、そう表示される")
    void nothingHalfDone() throws Exception {
        Filed.New filed = filed(List.of());
        arrive(FiledLetter.of(filed).content().replace("\"what\":\"new\"", "\"what\":\"newer\""));
        jobs.runNow("platform.exchange");
        assertThat(cases(filed)).isZero();
        assertThat(count("SELECT count(*) FROM platform.exchange_received")).isZero();
        assertThat(vital("exchange_failing").state()).isEqualTo(Vital.State.WRONG);
        assertThat(vital("exchange_failing").advice()).contains("1番を取り込めません");
    }

    @Test
    @DisplayName("遅すぎた取り下げは、外側へ知らせる")
    void aWithdrawalTooLate() throws Exception {
        Filed.New filed = filed(List.of());
        arrive(FiledLetter.of(filed).content());
        jobs.runNow("platform.exchange");
        db.sql(
                        "UPDATE casework.case_file SET state = 'done', closed_at = now(), meaning = 'DONE', due_on = NULL WHERE submission = :id")
                .param("id", filed.submission())
                .update();
        arrive(FiledLetter.of(
                        new Filed.Withdrawal(filed.submission(), 2, filed.at().plusSeconds(9)))
                .content());
        jobs.runNow("platform.exchange");
        assertThat(kinds()).contains(WordLetter.TOO_LATE, "casework.note");
    }

    @Test
    @DisplayName("古い保存から戻された側は、相手が知る番号の次から続ける")
    void restored() throws Exception {
        Filed.New filed = filed(List.of());
        arrive(FiledLetter.of(filed).content());
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-public/00000001.machi")).exists();
        byte[] theirs = LetterFile.sha256().digest("もっとあとの手紙".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        say(new ReceivedWord(Instant.parse("2026-11-24T02:00:00Z"), 40, theirs, 1));
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-public/00000001.machi")).doesNotExist();
        assertThat(FOLDER.resolve("to-public/00000041.machi")).exists();
        assertThat(vital("exchange_restored").advice()).contains("番号を相手の側に合わせて続けました");
    }

    @Test
    @DisplayName("届いたと言われた手紙は片づけ、あとで届いていないと言われたら、もう一度書く")
    void acknowledgedAndAskedAgain() throws Exception {
        arrive(FiledLetter.of(filed(List.of())).content());
        jobs.runNow("platform.exchange");
        byte[] digest = db.sql("SELECT digest FROM platform.exchange_sent WHERE number = 1")
                .query((row, _) -> row.getBytes(1))
                .single();
        say(new ReceivedWord(Instant.parse("2026-11-24T02:00:00Z"), 1, digest, 1));
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-public/00000001.machi")).doesNotExist();
        assertThat(vital("exchange_unacknowledged").value()).isZero();
        say(new ReceivedWord(Instant.parse("2026-11-24T03:00:00Z"), 0, new byte[0], 1));
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-public/00000001.machi")).exists();
        // An old word that lies on another stick says nothing new.
        say(new ReceivedWord(Instant.parse("2026-11-24T02:00:00Z"), 1, digest, 1));
        jobs.runNow("platform.exchange");
        assertThat(FOLDER.resolve("to-public/00000001.machi")).exists();
    }

    private Filed.New filed(List<Filed.FileRef> files) {
        Published published =
                procedures.findPublished(new ProcedureName("letter-to-mayor")).orElseThrow();
        Instant at = Instant.parse("2026-11-24T01:00:00Z");
        Answer letter = new Answer("朝のバスを早めてください。", Answer.Source.TYPED, "resident:1", at);
        return new Filed.New(
                UUID.randomUUID(),
                1,
                at,
                ReceiptNumber.generate(new Random(), ReceiptNumber.Series.FIRST),
                published.name(),
                published.version(),
                published.hash(),
                published.source(),
                new Answers(new TreeMap<>(Map.of("letter", letter))),
                files,
                Channel.WEB,
                null,
                Language.JA,
                "ito@example.jp",
                Set.of());
    }

    private static Filed.FileRef photo() {
        return new Filed.FileRef(UUID.randomUUID(), "塀.png", "image/png", 1, "ab");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private void arrive(String content, byte[]... files) throws Exception {
        List<UUID> ids = new java.util.ArrayList<>();
        var node = tools.jackson.databind.json.JsonMapper.builder().build().readTree(content);
        node.path("files").forEach(id -> ids.add(UUID.fromString(id.asString())));
        List<Head.Part> parts = new java.util.ArrayList<>();
        for (int i = 0; i < files.length; i++) {
            String sha256 = HexFormat.of().formatHex(LetterFile.sha256().digest(files[i]));
            parts.add(new Head.Part(ids.get(i), "塀.png", files[i].length, sha256));
        }
        Instant at = Instant.parse("2026-11-24T01:00:00Z");
        Head head = new Head("public", ++number, previous, FiledLetter.KIND, at, content, parts);
        LetterFile.Parts bytes = place -> new ByteArrayInputStream(files[place]);
        previous = LetterFile.digest(head, bytes);
        byte[] signature = sign(previous);
        ExchangeFolder.write(
                FOLDER.resolve("to-inner").resolve(ExchangeFolder.name(number)),
                out -> LetterFile.write(out, head, bytes, signature));
    }

    private static void say(ReceivedWord word) throws Exception {
        Head head = word.head("public");
        LetterFile.Parts none = _ -> new ByteArrayInputStream(new byte[0]);
        byte[] signature = sign(LetterFile.digest(head, none));
        ExchangeFolder.write(
                FOLDER.resolve("to-inner").resolve(ExchangeFolder.RECEIVED),
                out -> LetterFile.write(out, head, none, signature));
    }

    private static byte[] sign(byte[] digest) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(OUTSIDE.getPrivate());
        signature.update("machi exchange 1\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        signature.update(digest);
        return signature.sign();
    }

    private List<String> kinds() {
        return db.sql("SELECT kind FROM platform.exchange_sent ORDER BY id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long cases(Filed filed) {
        return count("SELECT count(*) FROM casework.case_file WHERE submission = '" + filed.submission() + "'");
    }

    private Vital vital(String name) {
        return vitals.read().stream()
                .filter(vital -> vital.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
