package town.machi.platform.exchange;

/// Why a file is not taken in.
enum Refused {
    /// cut off, or something else altogether
    NOT_A_LETTER("Machi の受け渡しファイルではないか、途中で切れています"),
    /// altered on the way, or signed by somebody else
    NOT_SIGNED("署名が合いません。途中で書き換わったか、別の町のファイルです"),
    /// this side's own letter came back
    WRONG_WAY("向きが逆です。この側が出したファイルが、受け取るフォルダーに入っています"),
    /// genuine, but another letter has this number or comes before it
    FORKED("番号は正しくても、前に届いたものとつながりません。相手の側が古い保存から戻されたときに起きます");

    private final String words;

    Refused(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
