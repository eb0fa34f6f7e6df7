package town.machi.document.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Which variation sequences a font knows: subtable format 14 of its `cmap`. Source: OpenType 1.9, "cmap", format 14.
///
/// A sequence is *default* when its shape is the one that the base letter has anyway, *own* when it has a glyph of its
/// own. The engine draws the own ones; for the default ones it forgets the selector, so we must know them.
final class VariationTable {

    private static final int COLLECTION = 0x74746366; // "ttcf"
    private static final int CMAP = 0x636D6170; // "cmap"

    private final Set<Long> own = new HashSet<>();
    private final Map<Integer, int[]> defaults = new HashMap<>();

    private VariationTable() {}

    /// @param face number of the face in a collection (.ttc), 0 for a plain font
    static VariationTable read(Path file, int face) throws IOException {
        VariationTable table = new VariationTable();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer cmap = readCmap(channel, face);
            int subtables = Short.toUnsignedInt(cmap.getShort(2));
            for (int i = 0; i < subtables; i++) {
                int at = cmap.getInt(4 + i * 8 + 4);
                if (cmap.getShort(at) == 14) {
                    table.readSelectors(cmap, at);
                }
            }
        } catch (IndexOutOfBoundsException broken) {
            throw new IOException("not a font that can be read: " + file, broken);
        }
        return table;
    }

    boolean knows(int base, int selector) {
        return isOwn(base, selector) || isDefault(base, selector);
    }

    boolean isOwn(int base, int selector) {
        return own.contains(key(base, selector));
    }

    boolean isDefault(int base, int selector) {
        int[] ranges = defaults.get(selector);
        if (ranges != null) {
            for (int i = 0; i < ranges.length; i += 2) {
                if (base >= ranges[i] && base <= ranges[i + 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    private void readSelectors(ByteBuffer cmap, int start) {
        int records = cmap.getInt(start + 6);
        for (int i = 0; i < records; i++) {
            int at = start + 10 + i * 11;
            int selector = threeBytes(cmap, at);
            int defaultsAt = cmap.getInt(at + 3);
            int ownAt = cmap.getInt(at + 7);
            if (defaultsAt != 0) {
                readDefaults(cmap, start + defaultsAt, selector);
            }
            if (ownAt != 0) {
                readOwn(cmap, start + ownAt, selector);
            }
        }
    }

    private void readDefaults(ByteBuffer cmap, int at, int selector) {
        int[] ranges = new int[cmap.getInt(at) * 2];
        for (int i = 0; i < ranges.length; i += 2) {
            int range = at + 4 + i * 2;
            ranges[i] = threeBytes(cmap, range);
            ranges[i + 1] = ranges[i] + Byte.toUnsignedInt(cmap.get(range + 3));
        }
        defaults.put(selector, ranges);
    }

    private void readOwn(ByteBuffer cmap, int at, int selector) {
        int mappings = cmap.getInt(at);
        for (int i = 0; i < mappings; i++) {
            own.add(key(threeBytes(cmap, at + 4 + i * 5), selector));
        }
    }

    private static ByteBuffer readCmap(FileChannel channel, int face) throws IOException {
        int directory = 0;
        if (read(channel, 0, 4).getInt(0) == COLLECTION) {
            directory = read(channel, 12 + face * 4L, 4).getInt(0);
        }
        int tables = Short.toUnsignedInt(read(channel, directory + 4L, 2).getShort(0));
        ByteBuffer entries = read(channel, directory + 12L, tables * 16);
        for (int i = 0; i < tables; i++) {
            if (entries.getInt(i * 16) == CMAP) {
                return read(channel, entries.getInt(i * 16 + 8), entries.getInt(i * 16 + 12));
            }
        }
        throw new IOException("a font without a cmap table");
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("the font file ends early");
            }
        }
        return buffer.flip();
    }

    private static int threeBytes(ByteBuffer buffer, int at) {
        return (Byte.toUnsignedInt(buffer.get(at)) << 16) | Short.toUnsignedInt(buffer.getShort(at + 1));
    }

    private static long key(int base, int selector) {
        return ((long) base << 32) | selector;
    }
}
