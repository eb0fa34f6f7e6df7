package town.machi.water.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import town.machi.water.CasePoint;
import town.machi.water.Service;
import town.machi.water.Settlement;
import town.machi.water.SupplyPointId;
import town.machi.water.WorkOrderId;

@DisplayName("料金システムへ送る一行")
class BillingCsvTests {

    @ParameterizedTest(name = "{1}")
    @CsvSource({"START,開始,", "STOP,中止,10", "PAUSE,休止,10", "RESUME,再開,"})
    @DisplayName("休止は中止ではない：契約が続くことが料金システムに分かる。使用量は閉栓だけに載る")
    void saysWhatWasAskedFor(CasePoint.Kind notice, String word, String used) {
        List<String> row = BillingCsv.row(new Settlement(
                new WorkOrderId(UUID.randomUUID()),
                7,
                notice,
                new SupplyPointId(UUID.randomUUID()),
                Optional.empty(),
                new Settlement.At("203312", "M1", 13, Set.of(Service.WATER)),
                new Settlement.Read(
                        OptionalInt.of(100),
                        LocalDate.of(2026, 10, 1),
                        OptionalInt.of(110),
                        OptionalInt.of(10),
                        LocalDate.of(2026, 11, 1)),
                new Settlement.Progress.ToSend()));
        assertThat(row).hasSameSizeAs(BillingCsv.HEADER);
        assertThat(row.subList(0, 3)).containsExactly("7", word, "203312");
        assertThat(row.get(9)).isEqualTo(used == null ? "" : used);
    }
}
