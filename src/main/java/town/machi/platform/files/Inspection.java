package town.machi.platform.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Refusal;

/// Looks into a file that was handed in: what is it, may we take it, and what of it may be shown.
public final class Inspection {

    private static final Detector DETECTOR = new DefaultDetector();

    private final HeicConverter heic = new HeicConverter();

    /// What was found.
    public sealed interface Finding {

        /// @param shown what may be shown: a PDF itself, a cleaned copy of a picture, or null
        /// @param shownType its media type
        record Good(
                FileKind kind,
                @Nullable Path shown,
                @Nullable String shownType) implements Finding {}

        record Bad(Refusal refusal) implements Finding {}
    }

    /// Inspects a file.
    ///
    /// @param file its bytes
    /// @param name as it was called; its extension must not lie
    /// @param workspace an own folder, for the copy to show
    public Finding inspect(Path file, String name, Path workspace) throws IOException {
        if (Files.size(file) == 0) {
            return bad("empty");
        }
        Optional<FileKind> kind = FileKind.of(detect(file));
        if (kind.isEmpty()) {
            return bad("wrong-type");
        }
        if (!kind.get().fits(name)) {
            return bad("lying-extension", name);
        }
        try {
            return clean(kind.get(), file, workspace);
        } catch (Unreadable e) {
            return bad("unreadable");
        }
    }

    private Finding clean(FileKind kind, Path file, Path workspace) throws IOException {
        return switch (kind) {
            case PDF -> isWholePdf(file) ? new Finding.Good(kind, file, kind.contentType()) : bad("unreadable");
            case JPEG -> picture(kind, file, workspace.resolve("shown.jpg"), JpegCleaner::copy);
            case PNG -> picture(kind, file, workspace.resolve("shown.png"), PngCleaner::copy);
            case HEIC -> heic(file, workspace);
        };
    }

    private interface Cleaner {
        ImageSize copy(InputStream in, OutputStream out) throws IOException;
    }

    private static Finding picture(FileKind kind, Path file, Path shown, Cleaner cleaner) throws IOException {
        ImageSize size;
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(shown))) {
            size = cleaner.copy(in, out);
        }
        return size.isTooLarge() ? bad("too-many-pixels") : new Finding.Good(kind, shown, kind.contentType());
    }

    private Finding heic(Path file, Path workspace) throws IOException {
        Optional<ImageSize> size = heic.readSize(file);
        if (size.isEmpty() || size.get().isEmpty()) {
            return bad("unreadable");
        }
        if (size.get().isTooLarge()) {
            return bad("too-many-pixels");
        }
        Path input = workspace.resolve("in.heic");
        Files.copy(file, input);
        Path jpeg = workspace.resolve("converted.jpg");
        return heic.convert(input, jpeg)
                        && picture(FileKind.JPEG, jpeg, workspace.resolve("shown.jpg"), JpegCleaner::copyTurned)
                                instanceof Finding.Good good
                ? new Finding.Good(FileKind.HEIC, good.shown(), good.shownType())
                : new Finding.Good(FileKind.HEIC, null, null);
    }

    private static String detect(Path file) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return DETECTOR.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /// A PDF that ends: `%%EOF` stands within its last kilobyte.
    private static boolean isWholePdf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(Math.max(0, Files.size(file) - 1024));
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }

    private static Finding bad(String why, Object... args) {
        return new Finding.Bad(Refusal.of("platform.file." + why, args));
    }
}
