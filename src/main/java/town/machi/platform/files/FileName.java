package town.machi.platform.files;

import java.text.Normalizer;

/// A file's name as somebody's device gave it, made safe to show and to offer for download.
public final class FileName {

    private static final int LONGEST = 100;

    private FileName() {}

    /// Without folders, control characters and direction marks; at most 100 characters, its extension kept.
    public static String safe(String original) {
        String name = Normalizer.normalize(original, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip();
        if (name.isEmpty() || name.matches("\\.+")) {
            return "file";
        }
        return shortened(name);
    }

    private static String shortened(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = name.offsetByCodePoints(0, LONGEST - extension.length());
        return name.substring(0, end) + extension;
    }
}
