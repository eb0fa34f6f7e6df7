package town.machi.water.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import town.machi.water.PointStanding;
import town.machi.water.Service;
import town.machi.water.SupplyPoint;

@DisplayName("給水装置のファイル")
class PointFileTests {

    private static final String HEADER = "水栓番号,お客様番号,メーター番号,口径,町字,番地,建物・部屋,弁,状態,種別,使用者,フリガナ,検定満期\n";
    private static final String GOOD = "A1,1001,M1,13,大字芦北,2015番地,,開,使用中,水道・公共下水道,髙橋　例子,たかはし　れいこ,令和9年3月1日\n";
    private static final PointReader.Surroundings TOWN =
            new PointReader.Surroundings(area -> area.contains("芦北"), place -> place.latitude() > 32);

    @Test
    @DisplayName("UTF-8 でも Shift_JIS でも読める")
    void bothEncodings() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            PointFile.Result read = PointFile.read((HEADER + GOOD).getBytes(charset), TOWN);
            assertThat(read.faults()).isEmpty();
            SupplyPoint point = java.util.Objects.requireNonNull(read.points().get(2L));
            assertThat(point.supply().standing()).isEqualTo(PointStanding.IN_USE);
            assertThat(point.supply().services()).containsExactlyInAnyOrder(Service.WATER, Service.SEWER);
            assertThat(point.supply().user().orElseThrow().kana()).isEqualTo("タカハシ レイコ");
        }
        assertThat(PointFile.read(("\uFEFF" + HEADER + GOOD).getBytes(StandardCharsets.UTF_8), TOWN)
                        .faults())
                .isEmpty();
    }

    @Test
    @DisplayName("まちがいは、行といっしょに、一度にすべて知らせる")
    void everyFault() {
        String text =
                HEADER + GOOD + "A1,1001,M2,13mm,大字芦北,1番地,,開,使用中,水道,人,,\n" + "A3,,,十三,大字東京,,,半開,使用中,電気,,漢字,二月三十日\n";
        assertThat(PointFile.read(text.getBytes(StandardCharsets.UTF_8), TOWN).faults())
                .extracting(fault -> fault.line() + " " + fault.sentence())
                .anyMatch(told -> told.startsWith("3 水栓番号「A1」は 2 行目にもあります"))
                .anyMatch(told -> told.startsWith("3 お客様番号「1001」は 2 行目にもあります"))
                .anyMatch(told -> told.startsWith("4 口径"))
                .anyMatch(told -> told.startsWith("4 町字「大字東京」"))
                .anyMatch(told -> told.startsWith("4 番地が空です"))
                .anyMatch(told -> told.startsWith("4 弁には"))
                .anyMatch(told -> told.startsWith("4 種別「電気」"))
                .anyMatch(told -> told.startsWith("4 「使用中」の給水装置には使用者"))
                .anyMatch(told -> told.startsWith("4 検定満期「二月三十日」"));
    }

    @Test
    @DisplayName("列が足りない、知らない列がある、空のファイル、読めない文字を、はっきり言う")
    void headers() {
        assertThat(faults("水栓番号,ひみつ\nA1,x\n")).contains("列「ひみつ」はありません。", "列「口径」が要ります。");
        assertThat(faults(HEADER)).contains("給水装置の行が一つもありません。");
        assertThat(PointFile.read(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD}, TOWN)
                        .faults())
                .isNotEmpty();
    }

    private static List<String> faults(String text) {
        return PointFile.read(text.getBytes(StandardCharsets.UTF_8), TOWN).faults().stream()
                .map(PointFile.LineFault::sentence)
                .toList();
    }
}
