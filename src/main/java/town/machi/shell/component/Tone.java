package town.machi.shell.component;

import java.util.Locale;

/// How a notice speaks; a word stands with each colour.
public enum Tone {
    INFO,
    SUCCESS,
    WARNING,
    ERROR;

    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
