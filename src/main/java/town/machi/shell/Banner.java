package town.machi.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import town.machi.kernel.Language;

/// Extension point: what must stand above everything on every public page right now.
/// Called for each page, so answer from memory and never throw.
public interface Banner {

    List<Item> current(Language language);

    /// One banner.
    ///
    /// @param tone how serious; a word and a shape go with each
    /// @param equivalent whether the level is 相当情報 of the 気象庁, which is no order of the town and must not
    /// read as one
    /// @param title one line, e.g. 「警戒レベル4 避難指示　佐敷地区」
    /// @param text what to do, plain text; may be empty
    /// @param href where more is, or null
    /// @param at since when
    record Item(
            Tone tone,
            boolean equivalent,
            String title,
            String text,
            @Nullable String href,
            Instant at) {

        public Item(Tone tone, String title, String text, @Nullable String href, Instant at) {
            this(tone, false, title, text, href, at);
        }

        /// Key of the word in the box: `shell.banner.level-4`, `shell.banner.level-4-equivalent`.
        public String wordKey() {
            return "shell.banner." + tone.css() + (equivalent ? "-equivalent" : "");
        }
    }

    /// The Cabinet Office's warning levels, an ordinary notice, and an exercise (訓練), which is
    /// never mistaken for the real thing.
    enum Tone {
        NOTICE,
        LEVEL_1,
        LEVEL_2,
        LEVEL_3,
        LEVEL_4,
        LEVEL_5,
        EXERCISE;

        public String css() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
