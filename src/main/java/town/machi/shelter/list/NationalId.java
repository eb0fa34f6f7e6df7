package town.machi.shelter.list;

/// 全国共通避難所・避難場所ID: 14 characters, `E4348200032111`; the twelfth tells what it is.
public final class NationalId {

    /// The major number of a 指定避難所.
    public static final String DESIGNATED = "1";
    /// The major number of a 指定緊急避難場所.
    public static final String EMERGENCY = "2";

    private NationalId() {}

    /// What is wrong with an id, to be said after the name of its field; empty: nothing.
    public static String fault(String id, String major) {
        if (!id.matches("E\\d{5}[0-9A-Za-z]{5}[12][0-9A-Za-z]{2}")) {
            return "「" + id + "」は全国共通IDの形（Eで始まる14文字）ではありません。";
        }
        return id.substring(11, 12).equals(major)
                ? ""
                : "「" + id + "」は" + (major.equals(DESIGNATED) ? "指定避難所" : "指定緊急避難場所") + "のIDではありません。";
    }
}
