package town.machi.document.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import town.machi.document.Documents;
import town.machi.document.FiledCopy;
import town.machi.form.Answer;
import town.machi.form.Answers;
import town.machi.platform.Files;
import town.machi.platform.NewFile;
import town.machi.platform.Storing;
import town.machi.procedure.ProcedureName;
import town.machi.procedure.Procedures;
import town.machi.support.MachiTest;

@MachiTest
class PhotosIntegrationTests {

    private static final String OWNER = "submission:1";

    @Autowired
    Files files;

    @Autowired
    Procedures procedures;

    @Autowired
    FormAnswers forms;

    @Autowired
    Documents documents;

    @Test
    @DisplayName("罹災証明書の申請に添えた写真は、控えに質問の名前とファイル名をつけて並ぶ")
    void photosStandInTheCopy() throws IOException {
        Assumptions.assumeTrue(documents.findHindrance().isEmpty(), "no Japanese font is installed");
        SortedMap<String, Answer> answers = new TreeMap<>();
        for (int i = 0; i < 3; i++) {
            answers.put("photos[" + i + "]", answer(store("被害" + i + ".jpg")));
        }
        FormAnswers.Source source = new FormAnswers.Source(
                procedures
                        .findPublished(new ProcedureName("disaster-certificate"))
                        .orElseThrow()
                        .definition(),
                new Answers(answers),
                OWNER);
        List<FiledCopy.Photo> photos = forms.photos(source);
        assertThat(photos)
                .extracting(FiledCopy.Photo::caption)
                .containsExactly("被害の写真（被害0.jpg）", "被害の写真（被害1.jpg）", "被害の写真（被害2.jpg）");
        byte[] pdf = documents.copyOf(
                new FiledCopy("罹災証明書の交付申請", "ABCD", Instant.EPOCH, "税務課", forms.groups(source), photos, List.of()));
        assertThat(countImages(pdf)).isEqualTo(3);
    }

    private String store(String name) throws IOException {
        BufferedImage image = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(name.hashCode()));
        graphics.fillRect(0, 0, 800, 600);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        NewFile file = new NewFile(new ByteArrayInputStream(jpeg.toByteArray()), name, OWNER, null);
        return switch (files.store(file)) {
            case Storing.Stored stored -> stored.file().id().toString();
            case Storing.Refused refused ->
                throw new AssertionError(refused.refusal().key());
        };
    }

    private static Answer answer(String value) {
        return new Answer(value, Answer.Source.TYPED, "resident:1", Instant.EPOCH);
    }

    private static int countImages(byte[] pdf) throws IOException {
        int images = 0;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    images += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
        }
        return images;
    }
}
