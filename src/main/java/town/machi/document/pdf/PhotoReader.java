package town.machi.document.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Makes a photo small enough for paper: half a page wide at 300 dots an inch is 1,000 dots. It is thinned out while it
/// is read, so that a picture of 50 million dots never stands in memory as a whole.
final class PhotoReader {

    private static final int MOST_DOTS = 1_200;

    private PhotoReader() {}

    sealed interface Photo {}

    /// @param bytes JPEG
    record Readable(byte[] bytes, int width, int height) implements Photo {}

    /// Not a picture, or in a format that the Java platform does not read (HEIC).
    record Unreadable() implements Photo {}

    static Photo read(Block.Source source) {
        try (InputStream in = source.open();
                ImageInputStream image = ImageIO.createImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                return new Unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                return asJpeg(thinned(reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            return new Unreadable();
        }
    }

    private static BufferedImage thinned(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longer / (MOST_DOTS * 2));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static Readable asJpeg(BufferedImage image) throws IOException {
        double share = Math.min(1, MOST_DOTS / (double) Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * share));
        int height = Math.max(1, (int) Math.round(image.getHeight() * share));
        BufferedImage onWhite = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = onWhite.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(onWhite, "jpeg", out);
        return new Readable(out.toByteArray(), width, height);
    }
}
