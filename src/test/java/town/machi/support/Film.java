package town.machi.support;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What a camera sees when somebody holds a picture before it: not straight, not still, in the dim light of a gym.
/// Written as YUV4MPEG2, which Chromium's pretended camera plays.
public final class Film {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 6;

    private Film() {}

    public static Path of(BufferedImage picture, Path file) throws IOException {
        return of(List.of(picture), file);
    }

    /// One picture after the other, each for a second.
    public static Path of(List<BufferedImage> pictures, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F6:1 Ip A1:1 C420\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] noColour = new byte[WIDTH * HEIGHT / 2];
            Arrays.fill(noColour, (byte) 128);
            for (BufferedImage picture : pictures) {
                for (int frame = 0; frame < FRAMES; frame++) {
                    out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(light(held(picture, frame)));
                    out.write(noColour);
                }
            }
        }
        return file;
    }

    private static BufferedImage held(BufferedImage picture, int frame) {
        var seen = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D hand = seen.createGraphics();
        hand.setColor(new Color(90, 90, 90));
        hand.fillRect(0, 0, WIDTH, HEIGHT);
        hand.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        hand.translate(WIDTH / 2.0 + 6 * (frame % 3), HEIGHT / 2.0 - 4 * (frame % 2));
        hand.rotate(Math.toRadians(4 + frame % 3));
        int size = HEIGHT * 8 / 10;
        hand.drawImage(picture, -size / 2, -size / 2, size, size, null);
        hand.dispose();
        return seen;
    }

    /// From 16 (black) to 235 (white), a little dimmer than that.
    private static byte[] light(BufferedImage seen) {
        byte[] light = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                light[y * WIDTH + x] = (byte) (30 + seen.getRaster().getSample(x, y, 0) * 170 / 255);
            }
        }
        return light;
    }
}
