package town.machi.platform.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Copies a JPEG without what it says about the person who took it: EXIF with its place and time, comments, previews,
/// and whatever follows the picture. The picture itself is not touched, and keeps its colour profile and the side
/// that is up. Source: ITU-T T.81, annex B; Exif 2.32.
final class JpegCleaner {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COM = 0xFE;

    private final DataInputStream in;
    private final OutputStream out;
    private final boolean turned;
    private ImageSize size = new ImageSize(0, 0);
    private int orientation = 1;

    private JpegCleaner(InputStream in, OutputStream out, boolean turned) {
        this.turned = turned;
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = out;
    }

    /// Copies and answers the picture's size. What comes after the end of the picture is left behind.
    static ImageSize copy(InputStream in, OutputStream out) throws IOException {
        return copy(new JpegCleaner(in, out, false));
    }

    /// The same for a picture whose right side was turned up already.
    static ImageSize copyTurned(InputStream in, OutputStream out) throws IOException {
        return copy(new JpegCleaner(in, out, true));
    }

    private static ImageSize copy(JpegCleaner cleaner) throws IOException {
        try {
            cleaner.run();
        } catch (EOFException e) {
            throw new Unreadable("the JPEG is cut off");
        }
        return cleaner.size;
    }

    private void run() throws IOException {
        if (in.readUnsignedByte() != 0xFF || in.readUnsignedByte() != SOI) {
            throw new Unreadable("not a JPEG");
        }
        marker(SOI);
        boolean orientationWritten = false;
        int marker = nextMarker();
        while (marker != EOI) {
            boolean metadata = marker == COM || (marker >= APP0 && marker <= APP15);
            if (!metadata && !orientationWritten) {
                writeOrientation();
                orientationWritten = true;
            }
            segment(marker);
            marker = marker == SOS ? copyScan() : nextMarker();
        }
        if (size.isEmpty()) {
            throw new Unreadable("the JPEG has no picture");
        }
        marker(EOI);
    }

    private void segment(int marker) throws IOException {
        int length = in.readUnsignedShort();
        if (length < 2) {
            throw new Unreadable("a segment of the JPEG has no length");
        }
        byte[] body = in.readNBytes(length - 2);
        if (body.length < length - 2) {
            throw new Unreadable("the JPEG is cut off");
        }
        if (marker == APP1) {
            orientation = ExifOrientation.read(body).orElse(orientation);
        }
        if (isFrame(marker) && body.length >= 5) {
            size = new ImageSize(unsignedShort(body, 3), unsignedShort(body, 1));
        }
        if (isKept(marker, body)) {
            marker(marker);
            out.write(length >> 8);
            out.write(length);
            out.write(body);
        }
    }

    /// JFIF, the colour profile and Adobe's colour transform change how the picture looks; nothing else may stay.
    private static boolean isKept(int marker, byte[] body) {
        return switch (marker) {
            case APP0 -> startsWith(body, "JFIF\0");
            case APP2 -> startsWith(body, "ICC_PROFILE\0");
            case APP14 -> startsWith(body, "Adobe");
            case COM -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /// Copies the coded picture up to the next real marker, which it answers.
    private int copyScan() throws IOException {
        while (true) {
            int value = in.readUnsignedByte();
            if (value != 0xFF) {
                out.write(value);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            boolean stuffedOrRestart = next == 0 || (next >= 0xD0 && next <= 0xD7);
            if (!stuffedOrRestart) {
                return next;
            }
            marker(next);
        }
    }

    private int nextMarker() throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new Unreadable("a marker of the JPEG is missing");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    private void writeOrientation() throws IOException {
        if (orientation != 1 && !turned) {
            marker(APP1);
            out.write(ExifOrientation.segment(orientation));
        }
    }

    private void marker(int marker) throws IOException {
        out.write(0xFF);
        out.write(marker);
    }

    /// SOF0 to SOF15 without DHT, JPG and DAC.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static boolean startsWith(byte[] body, String text) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        return body.length >= start.length && Arrays.equals(body, 0, start.length, start, 0, start.length);
    }
}
