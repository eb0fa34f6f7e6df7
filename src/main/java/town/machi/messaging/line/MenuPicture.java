package town.machi.messaging.line;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import town.machi.messaging.MenuMode;

/// Draws the rich menu: large words on calm ground; in a disaster, white on dark red.
final class MenuPicture {

    private static final Color SEA = new Color(0x0055ad);
    private static final Color SEA_PALE = new Color(0xf0f9ff);
    private static final Color RED = new Color(0x7c0000);
    private static final int LARGE = 58;
    private static final int SMALL = 34;
    private static final int MARGIN = 28;

    private MenuPicture() {}

    /// A PNG of the plan's size.
    static byte[] draw(MenuPlan plan) {
        var image = new BufferedImage(MenuPlan.WIDTH, plan.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        boolean disaster = plan.mode() == MenuMode.DISASTER;
        pen.setColor(disaster ? RED : SEA_PALE);
        pen.fillRect(0, 0, MenuPlan.WIDTH, plan.height());
        pen.setColor(disaster ? Color.WHITE : SEA);
        for (int i = 0; i < plan.cells().size(); i++) {
            cell(pen, plan, i);
        }
        pen.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cell(Graphics2D pen, MenuPlan plan, int number) {
        int[] edges = plan.edges(number);
        int top = MenuPlan.ROW_HEIGHT * (number / MenuPlan.COLUMNS);
        pen.setStroke(new BasicStroke(4));
        pen.drawRoundRect(edges[0] + 12, top + 12, edges[1] - 24, MenuPlan.ROW_HEIGHT - 24, 32, 32);
        MenuPlan.Cell cell = plan.cells().get(number);
        int middle = top + MenuPlan.ROW_HEIGHT / 2;
        List<String> lines = lines(pen, cell.reply().label(), edges);
        int first = middle - (lines.size() - 1) * (LARGE + 8);
        for (int i = 0; i < lines.size(); i++) {
            words(pen, lines.get(i), LARGE, Font.BOLD, edges, first + i * (LARGE + 8));
        }
        words(pen, cell.small(), SMALL, Font.PLAIN, edges, middle + 84);
    }

    /// Two lines where one would make the letters small and there is a blank to part them at.
    private static List<String> lines(Graphics2D pen, String words, int[] edges) {
        pen.setFont(font(words, Font.BOLD).deriveFont((float) LARGE));
        int room = edges[1] - 2 * MARGIN;
        if (pen.getFontMetrics().stringWidth(words) <= room) {
            return List.of(words);
        }
        return IntStream.range(1, words.length())
                .filter(i -> words.charAt(i) == ' ')
                .mapToObj(i -> List.of(words.substring(0, i), words.substring(i + 1)))
                .min(Comparator.comparingInt(pair ->
                        Math.max(pair.getFirst().length(), pair.getLast().length())))
                .orElse(List.of(words));
    }

    /// Centred, and smaller where the words are long: nothing is cut.
    private static void words(Graphics2D pen, String words, int size, int style, int[] edges, int baseline) {
        Font font = font(words, style).deriveFont((float) size);
        pen.setFont(font);
        int room = edges[1] - 2 * MARGIN;
        int width = pen.getFontMetrics().stringWidth(words);
        if (width > room) {
            pen.setFont(font.deriveFont((float) size * room / width));
            width = pen.getFontMetrics().stringWidth(words);
        }
        pen.drawString(words, edges[0] + (edges[1] - width) / 2, baseline);
    }

    /// The system's own sans serif if it has the letters, else the first font that has them.
    private static Font font(String words, int style) {
        Font usual = new Font(Font.SANS_SERIF, style, LARGE);
        if (usual.canDisplayUpTo(words) < 0) {
            return usual;
        }
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(font -> font.canDisplayUpTo(words) < 0)
                .findFirst()
                .map(font -> font.deriveFont(style))
                .orElse(usual);
    }
}
