package town.machi.document.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fonts of this machine that Japanese documents can be set in, best first; found once, opened when first needed.
///
/// 明朝 comes first because official papers are set in it, and IPAmj明朝 before all because it alone holds the 60,000
/// letters and variants of 文字情報基盤 that names are registered in. What it lacks is drawn from the next one.
public final class FontShelf {

    private static final Logger LOG = LoggerFactory.getLogger(FontShelf.class);

    /// File name (and face in a collection), in order of preference; the Debian package is named in [#advice].
    private static final List<Known> KNOWN = List.of(
            new Known("ipamjm.ttf", 0),
            new Known("ipaexm.ttf", 0),
            new Known("ipam.ttf", 0),
            new Known("NotoSerifCJK-Regular.ttc", 0),
            new Known("NotoSerifCJKjp-Regular.otf", 0),
            new Known("NotoSansCJK-Regular.ttc", 0),
            new Known("NotoSansCJKjp-Regular.otf", 0),
            new Known("ipaexg.ttf", 0),
            new Known("BIZUDMincho-Regular.ttf", 0),
            new Known("BIZUDGothic-Regular.ttf", 0));

    private static final List<Path> SYSTEM = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:/Windows/Fonts"));

    private final List<Slot> slots;

    private FontShelf(List<Place> places) {
        this.slots = places.stream().map(Slot::new).toList();
    }

    /// Looks into `own` (the folder of `MACHI_FONTS`, may be null or absent) and then where the system keeps its fonts.
    public static FontShelf find(@Nullable Path own) {
        return in(own, SYSTEM);
    }

    static FontShelf in(@Nullable Path own, List<Path> system) {
        List<Path> files = new ArrayList<>(own == null ? List.of() : fontFiles(own));
        List<Path> extra = List.copyOf(files);
        system.forEach(folder -> files.addAll(fontFiles(folder)));
        List<Place> places = new ArrayList<>();
        for (Known known : KNOWN) {
            files.stream()
                    .filter(file -> file.getFileName().toString().equals(known.fileName()))
                    .findFirst()
                    .ifPresent(file -> places.add(new Place(file, known.face())));
        }
        extra.stream()
                .filter(file -> places.stream().noneMatch(place -> place.file().equals(file)))
                .forEach(file -> places.add(new Place(file, 0)));
        return new FontShelf(places);
    }

    /// True when no font is there: no PDF can be made, and [#advice] says what to do about it.
    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /// One sentence for the person who runs the town hall.
    public static String advice() {
        return "日本語の書体が見つからないため、PDFを作れません。"
                + "Debian では apt-get install fonts-ipamj-mincho fonts-noto-cjk で入ります。"
                + "または、書体のファイル（ipamjm.ttf など）を置いたフォルダを MACHI_FONTS に指定してください。";
    }

    int size() {
        return slots.size();
    }

    /// The face at this place, 0 the best; opened now if it is not open. Empty when its file cannot be read.
    Optional<Face> face(int place) {
        return slots.get(place).face();
    }

    private static List<Path> fontFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(ttf|otf|ttc)"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.warn("the font folder {} cannot be read: {}", folder, unreadable.toString());
            return List.of();
        }
    }

    private record Known(String fileName, int face) {}

    private record Place(Path file, int face) {}

    /// An open face holds some 20 MB of tables, and IPAmj明朝 46 MB of outlines: it stays while papers are set, and makes
    /// room when memory is short.
    private static final class Slot {

        private final Place place;
        private SoftReference<Face> open = new SoftReference<>(null);
        private boolean broken;

        Slot(Place place) {
            this.place = place;
        }

        synchronized Optional<Face> face() {
            Face face = open.get();
            if (face == null && !broken) {
                face = read();
                open = new SoftReference<>(face);
                broken = face == null;
            }
            return Optional.ofNullable(face);
        }

        /// The engine reads the index of a TrueType font (60,000 entries) byte by byte for each document: from memory
        /// that takes 10 ms, from the file 110. Fonts with PostScript outlines it reads in one piece.
        private @Nullable Face read() {
            String name = place.file().toString();
            String address = name.endsWith(".ttc") ? name + "," + place.face() : name;
            boolean inMemory = name.endsWith(".ttf");
            try {
                BaseFont font = BaseFont.createFont(
                        address, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, null, null, false, inMemory);
                VariationTable variations = VariationTable.read(place.file(), place.face());
                return new Face(place.file().getFileName().toString(), font, variations);
            } catch (IOException | RuntimeException unreadable) {
                LOG.warn("the font {} cannot be used: {}", name, unreadable.toString());
                return null;
            }
        }
    }
}
