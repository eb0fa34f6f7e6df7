package town.machi.platform.files;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// Which side of a photograph is up: the one thing of EXIF that a picture needs. Source: Exif 2.32, tag 0x0112.
final class ExifOrientation {

    private static final byte[] HEAD = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /// From the body of an APP1 segment; empty when it is not EXIF or says nothing sensible.
    static OptionalInt read(byte[] body) {
        for (int i = 0; i < HEAD.length; i++) {
            if (body.length <= i || body[i] != HEAD[i]) {
                return OptionalInt.empty();
            }
        }
        try {
            return readTiff(ByteBuffer.wrap(body, HEAD.length, body.length - HEAD.length)
                    .slice());
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt readTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = tiff.getShort() & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int tag = tiff.getShort() & 0xFFFF;
            tiff.position(tiff.position() + 6);
            int value = tiff.getShort() & 0xFFFF;
            tiff.position(tiff.position() + 2);
            if (tag == TAG) {
                return value >= 1 && value <= 8 ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /// Length and body of an APP1 segment that says only this.
    static byte[] segment(int orientation) {
        ByteBuffer segment = ByteBuffer.allocate(2 + HEAD.length + 26);
        segment.putShort((short) segment.capacity()).put(HEAD);
        segment.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) TAG).putShort((short) SHORT).putInt(1);
        segment.putShort((short) orientation).putShort((short) 0);
        segment.putInt(0);
        return segment.array();
    }
}
