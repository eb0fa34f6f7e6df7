package town.machi.kernel;

/// Text on its way into a spreadsheet.
public final class CellText {

    private CellText() {}

    /// A cell that begins with = + - @, a tab or a return would be run as a formula: it gets an apostrophe in front.
    /// The full-width forms are treated alike, because some programs fold them. Source: OWASP, CSV Injection.
    public static String neutralised(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
