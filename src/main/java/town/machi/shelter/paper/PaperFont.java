package town.machi.shelter.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Japanese type of this machine for the shelters' own papers. The room sets its papers itself: it must live
/// when
/// the room of documents is down.
final class PaperFont {

    private static final Logger LOG = LoggerFactory.getLogger(PaperFont.class);

    /// Fonts with TrueType outlines first: of those with PostScript outlines the engine embeds some letters in pieces
    /// (「開」 of Noto Sans CJK).
    private static final List<String> KNOWN = List.of(
            "ipaexg.ttf",
            "BIZUDGothic-Regular.ttf",
            "ipaexm.ttf",
            "ipamjm.ttf",
            "NotoSansCJK-Regular.ttc,0",
            "NotoSerifCJK-Regular.ttc,0");

    private static final List<Path> FOLDERS =
            List.of(Path.of("/usr/share/fonts"), Path.of("/usr/local/share/fonts"), Path.of("/Library/Fonts"));

    private PaperFont() {}

    /// @param own the folder of `MACHI_FONTS`; an empty path: none
    static Optional<BaseFont> find(Path own) {
        for (String known : KNOWN) {
            String file = known.split(",")[0];
            Optional<Path> found = Stream.concat(Stream.of(own), FOLDERS.stream())
                    .flatMap(folder -> find(folder, file).stream())
                    .findFirst();
            if (found.isPresent()) {
                return open(found.get() + known.substring(file.length()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> find(Path folder, String file) {
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.find(folder, 4, (path, _) -> path.endsWith(file))) {
            return all.findFirst();
        } catch (IOException unreadable) {
            LOG.warn("The font folder {} cannot be read", folder);
            return Optional.empty();
        }
    }

    private static Optional<BaseFont> open(String file) {
        try {
            return Optional.of(BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The font {} cannot be used", file);
            return Optional.empty();
        }
    }
}
