package town.machi.casework.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.casework.CaseId;
import town.machi.casework.Transfer;
import town.machi.kernel.ReceiptNumber;
import town.machi.kernel.Yen;

@DisplayName("全銀協 総合振込のファイル")
class ZenginFileTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    private static final ZenginFile.Consignor TOWN =
            new ZenginFile.Consignor("9190129006", "モジ ショウ", "9913", "パピプペポ", "960", "", "9685875");

    @Test
    @DisplayName("どのレコードも120バイトで、ヘッダー・データ・トレーラー・エンドの順に並び、件数と合計が合う")
    void recordsStandWhereTheStandardPutsThem() {
        ZenginFile.Result written =
                ZenginFile.write(TOWN, DAY, List.of(to("シラヌイ　タロウ", 54_878), to("(ｶ)アシキタ・ショップ", 60_137)));
        assertThat(written.faults()).isEmpty();
        String[] records = new String(written.bytes(), ZenginFile.BYTES).split("\r\n");
        assertThat(records)
                .hasSize(5)
                .allSatisfy(
                        record -> assertThat(record.getBytes(ZenginFile.BYTES)).hasSize(ZenginFile.RECORD));
        // 例のファイル（全銀協の項目の位置を確かめた公開のもの）の見出しと、同じ値・同じ位置
        assertThat(records[0])
                .isEqualTo("12109190129006" + pad("ﾓｼﾞ ｼﾖｳ", 40) + "03119913" + pad("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ", 15) + "960"
                        + pad("", 15) + "19685875" + pad("", 17));
        assertThat(records[1].substring(0, 5)).isEqualTo("20175");
        assertThat(records[1].substring(20, 23)).isEqualTo("012");
        assertThat(records[1].substring(42, 50)).isEqualTo("10123456");
        assertThat(records[1].substring(50, 80)).isEqualTo(pad("ｼﾗﾇｲ ﾀﾛｳ", 30));
        assertThat(records[1].substring(80, 91)).isEqualTo("00000548780");
        assertThat(records[2].substring(50, 80)).isEqualTo(pad("(ｶ)ｱｼｷﾀ.ｼﾖﾂﾌﾟ", 30));
        assertThat(records[3]).isEqualTo("8000002000000115015" + pad("", 101));
        assertThat(records[4]).isEqualTo("9" + pad("", 119));
    }

    @ParameterizedTest
    @CsvSource({"ガッコウ キョウコ,ｶﾞﾂｺｳ ｷﾖｳｺ", "ヴァーノン,ｳﾞｱ-ﾉﾝ", "オオノ　ー,ｵｵﾉ -", "ｱｼｷﾀ,ｱｼｷﾀ", "Ａｓ１２（カ,AS12(ｶ"})
    @DisplayName("かなは一文字一バイトになる")
    void kanaAreOneByteEach(String typed, String expected) {
        assertThat(ZenginText.of(typed)).isEqualTo(expected);
        assertThat(ZenginText.isSound(expected)).isTrue();
    }

    @Test
    @DisplayName("銀行で使えない文字、足りない番号は、受付番号をつけて断る")
    void whatABankCannotReadIsTold() {
        Transfer odd = new Transfer(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                ReceiptNumber.generate(new Random(1)),
                "名",
                new Yen(1),
                new Transfer.Account("銀行", "", "支店", "012", "ordinary", "0123456", "不知火"),
                Transfer.State.ORDERED,
                DAY);
        assertThat(ZenginFile.write(TOWN, DAY, List.of(odd)).faults())
                .hasSize(2)
                .allMatch(fault -> fault.startsWith("受付番号 " + odd.receipt().format()));
    }

    @Test
    @DisplayName("長い名義は30桁で切れ、濁点だけが離れることはない")
    void aLongHolderIsCut() {
        ZenginFile.Result written = ZenginFile.write(TOWN, DAY, List.of(to("ア".repeat(29) + "ガギ", 1)));
        String data = new String(written.bytes(), ZenginFile.BYTES).split("\r\n")[1];
        assertThat(data.substring(50, 80)).isEqualTo("ｱ".repeat(29) + " ");
    }

    private static Transfer to(String holder, long yen) {
        return new Transfer(
                UUID.randomUUID(),
                new CaseId(UUID.randomUUID()),
                ReceiptNumber.generate(new Random(yen)),
                "名",
                new Yen(yen),
                new Transfer.Account("銀行", "0175", "支店", "012", "ordinary", "0123456", holder),
                Transfer.State.ORDERED,
                DAY);
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }
}
