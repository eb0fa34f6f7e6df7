package town.machi.messaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Photos for tests.
public final class Pictures {

    private Pictures() {}

    public static byte[] jpeg() {
        return write("jpg");
    }

    public static byte[] png() {
        return write("png");
    }

    private static byte[] write(String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
