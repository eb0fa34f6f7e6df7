package town.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import town.machi.kernel.ProblemException;
import town.machi.platform.files.TestPictures;
import town.machi.support.MachiModuleTest;
import town.machi.support.TestClock;

@MachiModuleTest
@DisplayName("預かったファイル")
class FilesIntegrationTests {

    @Autowired
    private Files files;

    @Autowired
    private Jobs jobs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private String owner = "";

    @BeforeEach
    void newOwner() {
        owner = "submission:" + UUID.randomUUID();
    }

    @Test
    @DisplayName("写真は原本が残り、見せるものからは場所が消える")
    void keepsTheOriginalAndShowsACleanCopy() throws IOException {
        byte[] original = TestPictures.jpegWithPlace();
        StoredFile file = stored(original, "C:\\写真\\家屋.JPG");
        assertThat(file.name()).isEqualTo("家屋.JPG");
        assertThat(file.contentType()).isEqualTo("image/jpeg");
        assertThat(file.shownType()).contains("image/jpeg");
        assertThat(read(files.openOriginal(file.id()))).isEqualTo(original);
        assertThat(new String(read(files.open(file.id())), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Hanako");
    }

    @Test
    @DisplayName("大きな PDF も一片ずつ、同じものとして返る")
    void largeFilesComeBackWhole() throws IOException {
        byte[] pdf = Arrays.copyOf(TestPictures.pdf(), 3_000_000);
        Arrays.fill(pdf, TestPictures.pdf().length, pdf.length - 7, (byte) ' ');
        System.arraycopy("\n%%EOF\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, pdf, pdf.length - 7, 7);
        StoredFile file = stored(pdf, "申請書.pdf");
        assertThat(read(files.open(file.id()))).isEqualTo(pdf);
    }

    @Test
    @DisplayName("HEIC は、道具があれば JPEG にして見せ、なければ預かるだけにする")
    void heicIsShownWhereItCanBeConverted() throws IOException {
        StoredFile file = stored(TestPictures.heic(), "IMG_0001.HEIC");
        assertThat(file.contentType()).isEqualTo("image/heic");
        boolean tool = Stream.of("heif-dec", "heif-convert")
                .anyMatch(name -> java.nio.file.Files.isExecutable(Path.of("/usr/bin", name)));
        if (tool) {
            assertThat(file.shownType()).contains("image/jpeg");
            assertThat(read(files.open(file.id()))).startsWith(0xFF, 0xD8);
        } else {
            assertThat(file.shownType()).isEmpty();
            assertThatThrownBy(() -> files.open(file.id())).isInstanceOf(ProblemException.class);
        }
        assertThat(read(files.openOriginal(file.id()))).isEqualTo(TestPictures.heic());
    }

    @Test
    @DisplayName("名前と中身が違うもの、知らない種類、圧縮爆弾、巨大な画像は理由を添えて断る")
    void refusesWithAReason() throws IOException {
        assertThat(refused(TestPictures.pdf(), "写真.jpg")).isEqualTo("platform.file.lying-extension");
        assertThat(refused(TestPictures.pngWithText(), "写真.exe")).isEqualTo("platform.file.lying-extension");
        assertThat(refused("<script>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "写真.png"))
                .isEqualTo("platform.file.wrong-type");
        assertThat(refused(zipBomb(), "写真.pdf")).isEqualTo("platform.file.wrong-type");
        assertThat(refused(TestPictures.pixelBomb(), "写真.png")).isEqualTo("platform.file.too-many-pixels");
        assertThat(refused(new byte[0], "写真.png")).isEqualTo("platform.file.empty");
        byte[] cut = Arrays.copyOf(TestPictures.jpegWithPlace(), 400);
        assertThat(refused(cut, "写真.jpg")).isEqualTo("platform.file.unreadable");
        assertThat(files.listOwned(owner)).isEmpty();
    }

    @Test
    @DisplayName("40 MB の写真は、途中で断り、何も残さない")
    void refusesWhatIsTooLarge() {
        assertThat(refused(new byte[40_000_000], "写真.jpg")).isEqualTo("platform.file.too-large");
        assertThat(files.listOwned(owner)).isEmpty();
    }

    @Test
    @DisplayName("同じ中身は一度だけ持ち、最後の一つが消えたら中身も消える")
    void sharesContentUntilTheLastIsGone() {
        byte[] pdf = TestPictures.pdf();
        StoredFile one = stored(pdf, "a.pdf");
        StoredFile two = stored(pdf, "b.pdf");
        assertThat(contents(one.sha256())).isEqualTo(1);
        files.delete(one.id());
        assertThat(contents(one.sha256())).isEqualTo(1);
        files.claim(two.id(), "submission:other");
        assertThat(files.deleteOwned("submission:other")).isEqualTo(1);
        assertThat(contents(one.sha256())).isZero();
        assertThat(files.find(two.id())).isEmpty();
    }

    @Test
    @DisplayName("保存の期間が終わったファイルは夜のうちに消える")
    void forgetsAfterItsDay() {
        LocalDate today = LocalDate.now(clock);
        NewFile last = new NewFile(new ByteArrayInputStream(TestPictures.pdf()), "a.pdf", owner, today);
        StoredFile file = ((Storing.Stored) files.store(last)).file();
        jobs.runNow("platform.forget-files");
        assertThat(files.find(file.id())).isPresent();
        files.keepOwnedUntil(owner, today.minusDays(1));
        jobs.runNow("platform.forget-files");
        assertThat(files.find(file.id())).isEmpty();
    }

    private StoredFile stored(byte[] content, String name) {
        return switch (files.store(new NewFile(new ByteArrayInputStream(content), name, owner, null))) {
            case Storing.Stored stored -> stored.file();
            case Storing.Refused refused -> throw new AssertionError(refused.refusal());
        };
    }

    private String refused(byte[] content, String name) {
        return switch (files.store(new NewFile(new ByteArrayInputStream(content), name, owner, null))) {
            case Storing.Stored stored -> throw new AssertionError(stored);
            case Storing.Refused refused -> refused.refusal().key();
        };
    }

    private int contents(String sha256) {
        return jdbc.sql("SELECT count(*) FROM platform.content WHERE sha256 = ?")
                .param(sha256)
                .query(Integer.class)
                .single();
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(new byte[50_000_000]);
        }
        return out.toByteArray();
    }
}
