package town.machi.platform.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of file that are taken: photographs and paper.
public enum FileKind {
    JPEG("image/jpeg", "jpg jpeg jpe jfif"),
    PNG("image/png", "png"),
    HEIC("image/heic", "heic heif hif"),
    PDF("application/pdf", "pdf");

    private final String contentType;
    private final String extensions;

    FileKind(String contentType, String extensions) {
        this.contentType = contentType;
        this.extensions = extensions;
    }

    public String contentType() {
        return contentType;
    }

    /// Of a media type found from the bytes.
    static Optional<FileKind> of(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> Optional.of(JPEG);
            case "image/png", "image/apng" -> Optional.of(PNG);
            case "image/heic", "image/heif" -> Optional.of(HEIC);
            case "application/pdf" -> Optional.of(PDF);
            default -> Optional.empty();
        };
    }

    /// Whether a file of this kind may be called so: its extension is one of the kind's, or there is none.
    boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                || List.of(extensions.split(" ", -1))
                        .contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
