package town.machi.shelter.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A QR code as a picture that a phone can keep among its photos (PNG), with the quiet zone that readers need.
public final class QrPicture {

    private static final int QUIET_ZONE = 4;
    private static final int PIXELS_A_SQUARE = 6;

    private QrPicture() {}

    /// @param text at most about two thousand capital letters and digits
    public static byte[] png(String text) {
        BitMatrix squares = squares(text, ErrorCorrectionLevel.L);
        int size = squares.getWidth() * PIXELS_A_SQUARE;
        BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                boolean dark = squares.get(x / PIXELS_A_SQUARE, y / PIXELS_A_SQUARE);
                picture.setRGB(x, y, dark ? 0xff000000 : 0xffffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BitMatrix squares(String text, ErrorCorrectionLevel level) {
        try {
            var hints = Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, level);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }
}
