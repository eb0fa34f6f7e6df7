package town.machi.platform.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures as telephones make them, with what telephones put into them.
public final class TestPictures {

    public static final int WIDTH = 60;
    public static final int HEIGHT = 40;
    private static final int HEAD_BYTES = 2;

    private TestPictures() {}

    /// A photograph that tells where and when it was taken, lies on its side, and has a comment.
    public static byte[] jpegWithPlace() {
        byte[] plain = encode("jpg");
        byte[] exif = exifWithPlace();
        ByteBuffer all = ByteBuffer.allocate(plain.length + exif.length + comment().length + 8);
        all.put(plain, 0, HEAD_BYTES);
        all.putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif);
        all.putShort((short) 0xFFFE).putShort((short) (comment().length + 2)).put(comment());
        all.put(plain, HEAD_BYTES, plain.length - HEAD_BYTES);
        return all.array();
    }

    /// A PNG with a text that names somebody.
    public static byte[] pngWithText() {
        byte[] plain = encode("png");
        byte[] text = chunk("tEXt", "Author\0Machi Hanako".getBytes(StandardCharsets.ISO_8859_1));
        int afterHead = 8 + 25;
        return ByteBuffer.allocate(plain.length + text.length)
                .put(plain, 0, afterHead)
                .put(text)
                .put(plain, afterHead, plain.length - afterHead)
                .array();
    }

    /// A PNG of a few bytes that claims to be 50,000 by 50,000 pixels.
    public static byte[] pixelBomb() {
        byte[] head = ByteBuffer.allocate(13)
                .putInt(50_000)
                .putInt(50_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] ihdr = chunk("IHDR", head);
        byte[] iend = chunk("IEND", new byte[0]);
        return ByteBuffer.allocate(8 + ihdr.length + iend.length)
                .putLong(0x89504E470D0A1A0AL)
                .put(ihdr)
                .put(iend)
                .array();
    }

    /// A real HEIC of 64 by 48 pixels.
    public static byte[] heic() {
        try (InputStream in = TestPictures.class.getResourceAsStream("/files/picture.heic")) {
            if (in == null) {
                throw new IllegalStateException("files/picture.heic is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] encode(String format) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x0055ad));
        graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] comment() {
        return "taken by Machi Hanako at home".getBytes(StandardCharsets.US_ASCII);
    }

    /// TIFF, big-endian: orientation 6, and a GPS directory that says 32°N.
    private static byte[] exifWithPlace() {
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + 2 + 24 + 4 + 24);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        tiff.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
        tiff.putInt(0);
        tiff.putShort((short) 2);
        tiff.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'N', 0, 0, 0});
        tiff.putShort((short) 2).putShort((short) 5).putInt(3).putInt(68);
        tiff.putInt(0);
        tiff.putInt(32).putInt(1).putInt(17).putInt(1).putInt(30).putInt(1);
        return tiff.array();
    }

    private static byte[] chunk(String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(name)
                .put(body)
                .putInt((int) crc.getValue())
                .array();
    }
}
