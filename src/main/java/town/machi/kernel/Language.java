package town.machi.kernel;

/// A language in which the public pages speak. Office pages are Japanese.
///
/// [#EASY] is やさしい日本語: Japanese in short sentences, so its pages say `lang="ja"`.
public enum Language {
    JA("ja", "ja"),
    EASY("easy", "ja"),
    EN("en", "en");

    private final String code;
    private final String htmlLang;

    Language(String code, String htmlLang) {
        this.code = code;
        this.htmlLang = htmlLang;
    }

    /// What stands in message file names, cookies and `?lang=`.
    public String code() {
        return code;
    }

    /// What stands in `<html lang>` (BCP 47).
    public String htmlLang() {
        return htmlLang;
    }

    /// The language with that code; Japanese when nobody knows it.
    public static Language ofCode(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        return JA;
    }
}
