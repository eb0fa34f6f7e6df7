package town.machi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("見せる写真")
class CleanerTests {

    @Test
    @DisplayName("JPEG から場所とコメントが消え、向きと絵は変わらない")
    void jpegLosesItsPlaceAndKeepsItsSide() throws Exception {
        byte[] original = TestPictures.jpegWithPlace();
        assertThat(metadata(original).getFirstDirectoryOfType(GpsDirectory.class))
                .isNotNull();

        byte[] shown = jpeg(original);

        Metadata left = metadata(shown);
        assertThat(left.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
        assertThat(left.getDirectoriesOfType(ExifIFD0Directory.class))
                .singleElement()
                .extracting(exif -> exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .isEqualTo(6);
        assertThat(new String(shown, StandardCharsets.ISO_8859_1)).doesNotContain("Hanako");
        assertThat(pixels(shown)).isEqualTo(pixels(original));
    }

    @Test
    @DisplayName("絵のあとに付け足されたものは残らない")
    void nothingAfterThePictureStays() throws IOException {
        byte[] original = TestPictures.jpegWithPlace();
        byte[] longer = Arrays.copyOf(original, original.length + 4);
        longer[original.length] = 'X';
        assertThat(jpeg(longer)).isEqualTo(jpeg(original));
    }

    @Test
    @DisplayName("PNG から文字の書き込みが消え、絵は変わらない")
    void pngLosesItsTexts() throws IOException {
        byte[] original = TestPictures.pngWithText();
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        ImageSize size = PngCleaner.copy(new ByteArrayInputStream(original), shown);
        assertThat(size).isEqualTo(new ImageSize(TestPictures.WIDTH, TestPictures.HEIGHT));
        assertThat(shown.toString(StandardCharsets.ISO_8859_1)).doesNotContain("Hanako");
        assertThat(pixels(shown.toByteArray())).isEqualTo(pixels(original));
    }

    @Property(tries = 300)
    void aPictureCutOffAnywhereIsUnreadable(@ForAll @IntRange(max = 10_000) int at) {
        byte[] jpeg = TestPictures.jpegWithPlace();
        byte[] cut = Arrays.copyOf(jpeg, at % (jpeg.length - 1));
        assertThatThrownBy(() -> jpeg(cut)).isInstanceOf(Unreadable.class);
        byte[] png = TestPictures.pngWithText();
        byte[] cutPng = Arrays.copyOf(png, at % (png.length - 1));
        assertThatThrownBy(() -> PngCleaner.copy(new ByteArrayInputStream(cutPng), new ByteArrayOutputStream()))
                .isInstanceOf(Unreadable.class);
    }

    @Property(tries = 300)
    void damageNeverBreaksTheProgram(@ForAll @Size(max = 20) byte[] noise, @ForAll @IntRange(max = 10_000) int at) {
        byte[] jpeg = TestPictures.jpegWithPlace();
        int start = at % jpeg.length;
        System.arraycopy(noise, 0, jpeg, start, Math.min(noise.length, jpeg.length - start));
        try {
            jpeg(jpeg);
        } catch (IOException e) {
            assertThat(e).isInstanceOf(Unreadable.class);
        }
    }

    private static byte[] jpeg(byte[] original) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JpegCleaner.copy(new ByteArrayInputStream(original), out);
        return out.toByteArray();
    }

    private static Metadata metadata(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
