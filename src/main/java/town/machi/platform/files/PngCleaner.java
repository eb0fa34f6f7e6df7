package town.machi.platform.files;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Copies a PNG without its texts, times and EXIF, and without whatever follows the picture.
/// Source: W3C PNG (third edition), chapter 11.
final class PngCleaner {

    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int LARGEST_CHUNK = 20 * 1024 * 1024;

    /// What decides how the picture looks.
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "iCCP", "cICP", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT");

    private PngCleaner() {}

    /// Copies and answers the picture's size.
    static ImageSize copy(InputStream input, OutputStream output) throws IOException {
        try {
            return run(new DataInputStream(new BufferedInputStream(input)), new DataOutputStream(output));
        } catch (EOFException e) {
            throw new Unreadable("the PNG is cut off");
        }
    }

    private static ImageSize run(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readLong() != SIGNATURE) {
            throw new Unreadable("not a PNG");
        }
        out.writeLong(SIGNATURE);
        ImageSize size = new ImageSize(0, 0);
        String type = "";
        while (!type.equals("IEND")) {
            int length = in.readInt();
            byte[] name = new byte[4];
            in.readFully(name);
            type = new String(name, StandardCharsets.US_ASCII);
            if (length < 0 || length > LARGEST_CHUNK) {
                throw new Unreadable("a part of the PNG is too long");
            }
            byte[] body = new byte[length];
            in.readFully(body);
            int crc = in.readInt();
            if (type.equals("IHDR") && length >= 8) {
                ByteBuffer head = ByteBuffer.wrap(body);
                size = new ImageSize(head.getInt() & 0xFFFFFFFFL, head.getInt() & 0xFFFFFFFFL);
            }
            if (KEPT.contains(type)) {
                out.writeInt(length);
                out.write(name);
                out.write(body);
                out.writeInt(crc);
            }
        }
        if (size.isEmpty()) {
            throw new Unreadable("the PNG has no picture");
        }
        return size;
    }
}
