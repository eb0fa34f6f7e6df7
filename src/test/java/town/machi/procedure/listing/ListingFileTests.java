package town.machi.procedure.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.procedure.ListedProcedure.Online;

@DisplayName("手続台帳のCSV")
class ListingFileTests {

    private static final String HEADER = String.join(",", ListingFile.HEADER) + "\n";

    @Test
    @DisplayName("件数の書き方はゆるく、分からないものは空のまま読む")
    void reads() {
        ListingFile.Result read = ListingFile.read(
                HEADER + "転入届,住民基本台帳法 第22条,住民生活課,\"1,234件\",対象外,,来庁が要る\n犬の登録,狂犬病予防法,住民生活課,,,令和９年度,\n\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().getFirst().yearly()).hasValue(1234);
        assertThat(read.rows().getFirst().online()).isEqualTo(Online.NEVER);
        assertThat(read.rows().getLast().yearly()).isEmpty();
        assertThat(read.rows().getLast().online()).isEqualTo(Online.NOT_YET);
        assertThat(read.rows().getLast().planned()).isEqualTo("令和9年度");
    }

    @Test
    @DisplayName("悪い行は、すべて行の番号つきで言う")
    void everyFaultHasItsLine() {
        ListingFile.Result read =
                ListingFile.read(HEADER + "転入届,法,課,3,済,,\n" + "転入 届,法,課,3,済,,\n" + ",法,,たくさん,たぶん,来年,\n");
        assertThat(read.faults())
                .containsExactly(
                        "3行目: 手続名「転入 届」は、2行目にもあります。",
                        "4行目: 手続名がありません。",
                        "4行目: 担当課がありません。",
                        "4行目: 年間件数は数で書いてください（数えていなければ空のまま）: たくさん",
                        "4行目: オンラインは 済、未、対象外 のどれかです: たぶん",
                        "4行目: 予定は「令和9年度」のように書いてください（決まっていなければ空のまま）: 来年");
    }

    @Test
    @DisplayName("列の名前が違う、行がない、CSVでないときは、そう言う")
    void odd() {
        assertThat(ListingFile.read("名前,根拠\nあ,い\n").faults())
                .singleElement()
                .asString()
                .startsWith("1行目: 列の名前は");
        assertThat(ListingFile.read(HEADER).faults()).containsExactly("取り込む行がありません。");
        assertThat(ListingFile.read("").faults()).containsExactly("取り込む行がありません。");
    }
}
