package town.machi.casework.grant;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import town.machi.casework.Transfer;
import town.machi.kernel.Yen;

/// 全銀協 総合振込: records of 120 bytes, each ended by CR LF. Digits stand right, filled with noughts; letters left,
/// filled with blanks. Source: 全国銀行協会「適用業務およびレコード・フォーマット」(令和元年12月) 8 総合振込.
final class ZenginFile {

    static final int RECORD = 120;
    static final Charset BYTES = Charset.forName("windows-31j");

    private final List<String> faults = new ArrayList<>();

    private ZenginFile() {}

    /// Who pays.
    ///
    /// @param code 委託者コード, ten digits
    /// @param name in kana
    record Consignor(
            String code,
            String name,
            String bankCode,
            String bankName,
            String branchCode,
            String branchName,
            String number) {}

    /// @param faults sentences; empty: the bytes are whole
    record Result(byte[] bytes, List<String> faults) {}

    static Result write(Consignor from, LocalDate payOn, List<Transfer> transfers) {
        ZenginFile file = new ZenginFile();
        StringBuilder out = new StringBuilder();
        out.append(file.header(from, payOn)).append("\r\n");
        Yen total = Yen.ZERO;
        for (Transfer transfer : transfers) {
            out.append(file.data(transfer)).append("\r\n");
            total = total.plus(transfer.yen());
        }
        out.append("8" + digits(transfers.size(), 6) + digits(total.amount(), 12) + " ".repeat(101))
                .append("\r\n");
        out.append("9" + " ".repeat(RECORD - 1)).append("\r\n");
        return new Result(out.toString().getBytes(BYTES), List.copyOf(file.faults));
    }

    private String header(Consignor from, LocalDate payOn) {
        String day = String.format(Locale.ROOT, "%02d%02d", payOn.getMonthValue(), payOn.getDayOfMonth());
        return "1" + "21" + "0"
                + digits(from.code(), 10, "委託者コード")
                + letters(from.name(), 40, "委託者名")
                + day
                + digits(from.bankCode(), 4, "仕向銀行番号")
                + letters(from.bankName(), 15, "仕向銀行名")
                + digits(from.branchCode(), 3, "仕向支店番号")
                + letters(from.branchName(), 15, "仕向支店名")
                + "1"
                + digits(from.number(), 7, "口座番号")
                + " ".repeat(17);
    }

    private String data(Transfer transfer) {
        Transfer.Account to = transfer.account();
        String who = "受付番号 " + transfer.receipt().format() + " の";
        if (transfer.yen().amount() > 9_999_999_999L) {
            faults.add(who + "額が大きすぎます。");
        }
        return "2"
                + digits(to.bankCode(), 4, who + "銀行番号")
                + " ".repeat(15)
                + digits(to.branchCode(), 3, who + "支店番号")
                + " ".repeat(15)
                + " ".repeat(4)
                + kind(to.kind())
                + digits(to.number(), 7, who + "口座番号")
                + letters(to.holder(), 30, who + "口座名義")
                + digits(transfer.yen().amount(), 10)
                + "0"
                + " ".repeat(20)
                + "7"
                + " "
                + " ".repeat(7);
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "current" -> "2";
            case "savings" -> "4";
            default -> "1";
        };
    }

    private static String digits(long number, int length) {
        return String.format(Locale.ROOT, "%0" + length + "d", number);
    }

    private String digits(String text, int length, String what) {
        if (!text.matches("\\d{1," + length + "}")) {
            faults.add(what + "は半角の数字 " + length + " 桁までです。");
            return "0".repeat(length);
        }
        return "0".repeat(length - text.length()) + text;
    }

    /// Cut where it is too long, as banks cut; a mark stays with its letter.
    private String letters(String text, int length, String what) {
        String half = ZenginText.of(text);
        if (!ZenginText.isSound(half)) {
            faults.add(what + "に、銀行で使えない文字があります。");
            return " ".repeat(length);
        }
        String cut = half.length() <= length ? half : half.substring(0, length);
        boolean parted = half.length() > length && (half.charAt(length) == 'ﾞ' || half.charAt(length) == 'ﾟ');
        String whole = parted ? cut.substring(0, length - 1) : cut;
        return whole + " ".repeat(length - whole.length());
    }
}
